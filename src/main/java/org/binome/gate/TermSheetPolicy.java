package org.binome.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * CON-06: lawyers come once both sides have accepted the same terms. QUA-18: our sponsor
 * decides after objectives and terms are agreed.
 */
public final class TermSheetPolicy {

	private TermSheetPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.terms() == null) {
			findings.add(new Finding("CON-06", "Il n’y a pas de conditions écrites.", "There are no written terms.",
					"Rédigez les conditions.", "Write the terms."));
			return Verdict.of(findings);
		}
		findings.addAll(missing(facts.terms()));
		if (!facts.objectivesQuantified()) {
			findings.add(new Finding("QUA-18", "Les objectifs ne sont pas fixés.", "The objectives are not set.",
					"Fixez les objectifs avant de faire décider la direction.",
					"Set the objectives before the sponsor decides."));
		}
		if (!facts.partnerAccepted()) {
			findings.add(new Finding("CON-06",
					"Le partenaire n’a pas accepté la révision " + facts.revision() + " des conditions.",
					"The partner has not accepted revision " + facts.revision() + " of the terms.",
					"Envoyez-lui les conditions et attendez sa réponse.", "Send the terms and wait for the answer."));
		}
		if (!facts.weAccepted() && facts.outsider() != null) {
			findings.add(new Finding("QUA-18", "« " + facts.outsider() + " » a décidé à la place de la direction.",
					"“" + facts.outsider() + "” decided in the sponsor’s place.",
					"Faites décider une personne qui a le rôle de sponsor.",
					"Have a person with the role of sponsor decide."));
		}
		else if (!facts.weAccepted()) {
			findings.add(new Finding("CON-06",
					"Notre direction n’a pas accepté la révision " + facts.revision() + " des conditions.",
					"Our sponsor has not accepted revision " + facts.revision() + " of the terms.",
					"Faites décider la direction sur cette révision.", "Have the sponsor decide on this revision."));
		}
		return Verdict.of(findings);
	}

	/** What is missing in the terms before they can be sent to the partner. */
	public static List<Finding> missing(Terms terms) {
		var findings = new ArrayList<Finding>();
		if (!Set.of("marketing", "reseller").contains(terms.kind())) {
			findings.add(field("Le type de partenariat manque.", "The kind of partnership is missing.",
					"Choisissez marketing ou revente.", "Choose marketing or resale."));
		}
		text(terms.ourContribution(), "Notre apport", "Our contribution", findings);
		text(terms.partnerContribution(), "L’apport du partenaire", "The partner’s contribution", findings);
		text(terms.ourBenefit(), "Notre bénéfice", "Our benefit", findings);
		text(terms.partnerBenefit(), "Le bénéfice du partenaire", "The partner’s benefit", findings);
		text(terms.territory(), "Le territoire", "The territory", findings);
		text(terms.products(), "Les produits", "The products", findings);
		text(terms.sectors(), "Les secteurs", "The sectors", findings);
		if (terms.valueMinor() == null || terms.valueMinor() < 0) {
			findings.add(field("La valeur n’est pas un montant.", "The value is no amount.",
					"Saisissez un montant, ou zéro quand il n’y en a pas.",
					"Enter an amount, or zero when there is none."));
		}
		if (!isCurrency(terms.currency())) {
			findings.add(field("« " + terms.currency() + " » n’est pas une monnaie.",
					"“" + terms.currency() + "” is no currency.",
					"Saisissez un code de trois lettres, par exemple EUR.",
					"Enter a code of three letters, such as EUR."));
		}
		if (terms.durationMonths() == null || terms.durationMonths() < 1 || terms.durationMonths() > 120) {
			findings.add(field("La durée n’est pas utilisable.", "The duration is not usable.",
					"Saisissez une durée de 1 à 120 mois.", "Enter a duration of 1 to 120 months."));
		}
		else if (terms.noticeDays() != null && terms.noticeDays() >= terms.durationMonths() * 28L) {
			findings.add(field("Le préavis est aussi long que le contrat.", "The notice is as long as the contract.",
					"Raccourcissez le préavis ou allongez la durée.", "Shorten the notice or lengthen the duration."));
		}
		if (terms.noticeDays() == null || terms.noticeDays() < 0) {
			findings.add(field("Le préavis n’est pas utilisable.", "The notice is not usable.",
					"Saisissez un nombre de jours.", "Enter a number of days."));
		}
		if (terms.launchOn() == null) {
			findings.add(field("La date de lancement manque.", "The launch date is missing.", "Choisissez une date.",
					"Choose a date."));
		}
		else if (!terms.launchOn().isAfter(terms.today())) {
			findings.add(field("La date de lancement est passée.", "The launch date is past.",
					"Choisissez une date à venir.", "Choose a date to come."));
		}
		if (!Set.of("low", "medium", "high").contains(terms.risk())) {
			findings.add(field("Le risque n’est pas estimé.", "The risk is not judged.",
					"Choisissez faible, moyen ou élevé.", "Choose low, medium or high."));
		}
		return findings;
	}

	private static void text(String value, String french, String english, List<Finding> findings) {
		if (value.isBlank()) {
			findings.add(field(french + " : rien n’est écrit.", english + ": nothing is written.",
					"Écrivez une phrase que les deux côtés comprennent.", "Write a sentence both sides understand."));
		}
	}

	private static boolean isCurrency(String code) {
		return Currency.getAvailableCurrencies()
			.stream()
			.anyMatch((currency) -> currency.getCurrencyCode().equals(code));
	}

	private static Finding field(String french, String english, String remedyFrench, String remedyEnglish) {
		return new Finding("CON-06", french, english, remedyFrench, remedyEnglish);
	}

	/**
	 * The latest revision of the terms and who accepted it.
	 *
	 * @param terms null when none were written
	 * @param objectivesQuantified whether the objectives' own gate would pass
	 * @param partnerAccepted whether the partner accepted exactly this revision
	 * @param weAccepted whether our sponsor accepted exactly this revision
	 * @param outsider who decided for us without being a sponsor, null when nobody did
	 */
	public record Facts(Terms terms, int revision, boolean objectivesQuantified, boolean partnerAccepted,
			boolean weAccepted, String outsider) {
	}

	/** The terms as entered; an empty text stands for nothing. */
	public record Terms(String kind, String ourContribution, String partnerContribution, String ourBenefit,
			String partnerBenefit, String territory, String products, String sectors, Long valueMinor, String currency,
			Integer durationMonths, Integer noticeDays, LocalDate launchOn, String risk, LocalDate today) {
	}

}
