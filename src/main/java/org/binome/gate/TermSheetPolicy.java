package org.binome.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * CON-06: lawyers come once all parties have accepted the same terms. QUA-18: our sponsor
 * decides after objectives and terms are agreed. CON-11: a form less formal than the
 * ladder proposes needs a reason. CON-12: every further party can be named, reached and
 * told from the others.
 */
public final class TermSheetPolicy {

	/** Who we are among those taken. */
	public static final String OURSELVES = "1";

	/** The most parties one contract can have, ourselves included. */
	public static final int MOST_PARTIES = 20;

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	/** How formal each kind is; the full contracts stand on the same rung. */
	private static final Map<String, Integer> RUNGS = Map.of("handshake", 1, "mou", 2, "marketing", 3, "reseller", 3,
			"referral", 3);

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
		if (!RUNGS.containsKey(terms.kind())) {
			findings.add(field("La forme du partenariat manque.", "The kind of partnership is missing.",
					"Choisissez une des cinq formes.", "Choose one of the five kinds."));
		}
		else if (isBelow(terms.kind(), terms.paper().proposedKind()) && terms.paper().kindReason().isBlank()) {
			String proposed = terms.paper().proposedKind();
			findings.add(new Finding("CON-11",
					"La forme choisie (%s) est moins formelle que celle que la table propose (%s)."
						.formatted(kind(terms.kind(), true), kind(proposed, true)),
					"The kind chosen (%s) is less formal than the one the table proposes (%s)."
						.formatted(kind(terms.kind(), false), kind(proposed, false)),
					"Choisissez la forme proposée, ou dites pourquoi une forme plus légère suffit.",
					"Choose the proposed kind, or say why a lighter one will do.", "proposedKind=" + proposed));
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
		commission(terms, findings);
		parties(terms.paper(), findings);
		if (terms.paper().unchanged()) {
			findings.add(new Finding("PIL-01", "Ces conditions ne changent rien au contrat en vigueur.",
					"These terms change nothing in the contract in force.", "Changez ce que l’avenant doit changer.",
					"Change what the amendment is to change."));
		}
		return findings;
	}

	/** Whether a kind is less formal than the one proposed (CON-11). */
	public static boolean isBelow(String kind, String proposed) {
		return RUNGS.getOrDefault(kind, 0) < RUNGS.getOrDefault(proposed, 0);
	}

	private static String kind(String kind, boolean french) {
		return switch (kind) {
			case "handshake" -> french ? "note de poignée de main" : "handshake note";
			case "mou" -> french ? "protocole d’accord" : "memorandum of understanding";
			case "reseller" -> french ? "contrat de revente" : "reseller contract";
			case "referral" -> french ? "contrat d’apport d’affaires" : "referral contract";
			default -> french ? "contrat marketing" : "marketing contract";
		};
	}

	private static void commission(Terms terms, List<Finding> findings) {
		Paper paper = terms.paper();
		boolean some = paper.commissionPercent() != null || !paper.commissionBasis().isBlank()
				|| paper.commissionPaymentDays() != null;
		if (!some && !"referral".equals(terms.kind())) {
			return;
		}
		if (!Set.of("referral", "reseller").contains(terms.kind())) {
			findings.add(terms("Une commission est saisie, mais la forme choisie n’en prévoit pas.",
					"A commission is entered, but the kind chosen has none.",
					"Choisissez l’apport d’affaires ou la revente, ou effacez la commission.",
					"Choose referral or resale, or clear the commission."));
			return;
		}
		if (paper.commissionPercent() == null || paper.commissionPercent().signum() <= 0
				|| paper.commissionPercent().compareTo(BigDecimal.valueOf(100)) > 0) {
			findings.add(terms("Le taux de la commission n’est pas utilisable.", "The commission rate is not usable.",
					"Saisissez un pourcentage supérieur à 0 et de 100 au plus.",
					"Enter a percentage above 0 and not above 100."));
		}
		if (paper.commissionBasis().isBlank()) {
			findings.add(terms("L’assiette de la commission manque.", "The basis of the commission is missing.",
					"Dites sur quoi elle se calcule, par exemple les ventes hors taxes encaissées.",
					"Say what it is computed on, such as sales collected before tax."));
		}
		if (paper.commissionPaymentDays() == null || paper.commissionPaymentDays() < 0
				|| paper.commissionPaymentDays() > 365) {
			findings.add(terms("Le délai de paiement de la commission n’est pas utilisable.",
					"The time to pay the commission is not usable.", "Saisissez un nombre de jours de 0 à 365.",
					"Enter a number of days from 0 to 365."));
		}
	}

	private static void parties(Paper paper, List<Finding> findings) {
		int all = paper.parties().size() + 2;
		if (all > MOST_PARTIES) {
			findings
				.add(party("Le partenariat compte %d parties, au plus %d sont possibles.".formatted(all, MOST_PARTIES),
						"The partnership has %d parties; %d are possible at most.".formatted(all, MOST_PARTIES),
						"Retirez des parties, ou faites-en deux partenariats.",
						"Take parties out, or make two partnerships of it."));
		}
		var names = new HashMap<String, String>();
		paper.takenNames().forEach((taken) -> names.put(taken.key(), taken.who()));
		var addresses = new HashMap<String, String>();
		paper.takenAddresses().forEach((taken) -> addresses.put(taken.key(), taken.who()));
		for (Party party : paper.parties()) {
			String who = party.name().isBlank() ? Integer.toString(party.position())
					: party.position() + ", « " + party.name() + " »";
			named(who, party, findings);
			String sameName = party.name().isBlank() ? null : names.putIfAbsent(party.nameKey(), who);
			String sameAddress = party.email().isBlank() ? null
					: addresses.putIfAbsent(party.email().toLowerCase(Locale.ROOT), who);
			if (OURSELVES.equals(sameName) || OURSELVES.equals(sameAddress)) {
				findings.add(party("Partie %s : c’est notre propre société.".formatted(who),
						"Party %s: that is our own company.".formatted(who),
						"Retirez-la : nous sommes déjà la première partie.",
						"Take it out: we are the first party already."));
			}
			else if (sameName != null) {
				findings.add(party("Partie %s : c’est la même organisation que la partie %s.".formatted(who, sameName),
						"Party %s: that is the same organisation as party %s.".formatted(who, sameName),
						"Retirez l’une des deux.", "Take one of them out."));
			}
			else if (sameAddress != null) {
				findings
					.add(party("Partie %s : la partie %s a la même adresse électronique.".formatted(who, sameAddress),
							"Party %s: party %s has the same mail address.".formatted(who, sameAddress),
							"Donnez à chaque partie une personne à elle : nul ne répond pour un autre.",
							"Give each party a person of its own: nobody answers for another."));
			}
		}
	}

	private static void named(String who, Party party, List<Finding> findings) {
		var french = new ArrayList<String>();
		var english = new ArrayList<String>();
		need(!party.name().isBlank(), "le nom", "the name", french, english);
		need(COUNTRIES.contains(party.country()), "le pays", "the country", french, english);
		need(Set.of("fr", "en").contains(party.language()), "la langue", "the language", french, english);
		need(!party.contactName().isBlank(), "l’interlocuteur", "the contact", french, english);
		need(party.emailUsable(), "une adresse électronique utilisable", "a usable mail address", french, english);
		need(!party.contribution().isBlank(), "ce qu’elle apporte", "what it brings", french, english);
		need(!party.benefit().isBlank(), "ce qu’elle y gagne", "what it gains", french, english);
		if (!french.isEmpty()) {
			findings.add(party("Partie %s : il manque %s.".formatted(who, String.join(", ", french)),
					"Party %s: missing %s.".formatted(who, String.join(", ", english)),
					"Complétez cette partie, ou retirez-la.", "Complete this party, or take it out."));
		}
	}

	private static void need(boolean there, String french, String english, List<String> frenchMissing,
			List<String> englishMissing) {
		if (!there) {
			frenchMissing.add(french);
			englishMissing.add(english);
		}
	}

	private static Finding party(String french, String english, String remedyFrench, String remedyEnglish) {
		return new Finding("CON-12", french, english, remedyFrench, remedyEnglish);
	}

	private static Finding terms(String french, String english, String remedyFrench, String remedyEnglish) {
		return new Finding("CON-08", french, english, remedyFrench, remedyEnglish);
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
			Integer durationMonths, Integer noticeDays, LocalDate launchOn, String risk, LocalDate today, Paper paper) {

		public Terms(String kind, String ourContribution, String partnerContribution, String ourBenefit,
				String partnerBenefit, String territory, String products, String sectors, Long valueMinor,
				String currency, Integer durationMonths, Integer noticeDays, LocalDate launchOn, String risk,
				LocalDate today) {
			this(kind, ourContribution, partnerContribution, ourBenefit, partnerBenefit, territory, products, sectors,
					valueMinor, currency, durationMonths, noticeDays, launchOn, risk, today, Paper.PLAIN);
		}

	}

	/**
	 * What decides the form of the paper, and who stands on it beside both sides.
	 *
	 * @param proposedKind what the formality ladder proposed, empty when not asked
	 * @param takenNames the organisations that are parties already
	 * @param takenAddresses the addresses of people who speak for those
	 * @param unchanged whether a contract on the same agreement is in force (PIL-01)
	 */
	public record Paper(String proposedKind, String kindReason, BigDecimal commissionPercent, String commissionBasis,
			Integer commissionPaymentDays, List<Party> parties, List<Taken> takenNames, List<Taken> takenAddresses,
			boolean unchanged) {

		/** Two sides, no commission, no proposal. */
		public static final Paper PLAIN = new Paper("", "", null, "", null, List.of(), List.of(), List.of(), false);

	}

	/**
	 * A further party as entered.
	 *
	 * @param position in the contract, from 3
	 * @param nameKey what makes two names the same organisation
	 */
	public record Party(int position, String name, String nameKey, String country, String language, String contactName,
			String email, boolean emailUsable, String contribution, String benefit) {
	}

	/**
	 * A name or an address that stands for a party already.
	 *
	 * @param who how a person calls that party, or {@link #OURSELVES}
	 */
	public record Taken(String key, String who) {
	}

}
