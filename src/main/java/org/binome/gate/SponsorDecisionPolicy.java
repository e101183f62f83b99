package org.binome.gate;

import java.time.Instant;
import java.util.ArrayList;

/**
 * QUA-18, QUA-19: the sponsor is asked once objectives and scope are agreed, gets a brief
 * of one page and answers yes or no. Neither the owner nor anybody below decides.
 */
public final class SponsorDecisionPolicy {

	/** How many characters one page of a brief has at most. */
	public static final int PAGE = 3_000;

	private SponsorDecisionPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.objectivesAgreedAt() == null || facts.scopeAgreedAt() == null) {
			findings.add(new Finding("QUA-18", "Objectifs et périmètre ne sont pas tous deux convenus.",
					"Objectives and scope are not both agreed.",
					"Convenez-en avec le partenaire avant de solliciter la direction.",
					"Agree on them with the partner before asking the sponsor.",
					"objectives=" + facts.objectivesAgreedAt() + ", scope=" + facts.scopeAgreedAt()));
		}
		if (facts.answer() == null || facts.decidedAt() == null) {
			findings.add(new Finding("QUA-19", "La direction n’a pas répondu par oui ou par non.",
					"The sponsor has not answered yes or no.", "Demandez une réponse binaire, sans condition.",
					"Ask for a binary answer, without conditions.", "answer=none"));
			return Verdict.of(findings);
		}
		if (before(facts.decidedAt(), facts.objectivesAgreedAt()) || before(facts.decidedAt(), facts.scopeAgreedAt())) {
			findings.add(new Finding("QUA-18", "La direction a décidé avant que tout soit convenu.",
					"The sponsor decided before all was agreed.",
					"Faites confirmer la décision sur ce qui est convenu.",
					"Have the decision confirmed on what is agreed.", "decidedAt=" + facts.decidedAt()));
		}
		if (!facts.bySponsor()) {
			findings.add(new Finding("QUA-18", "La personne qui a décidé n’est pas de la direction.",
					"The person who decided is no sponsor.", "Faites décider une personne qui engage l’entreprise.",
					"Have a person decide who can commit the company.", "bySponsor=false"));
		}
		if (facts.byOwner()) {
			findings.add(new Finding("QUA-18", "Le responsable du partenariat a décidé lui-même.",
					"The owner of the partnership decided alone.", "Faites décider une autre personne de la direction.",
					"Have another sponsor decide.", "byOwner=true"));
		}
		if (facts.briefCharacters() > PAGE) {
			findings.add(new Finding("QUA-19", "Le dossier dépasse une page.", "The brief is longer than one page.",
					"Ramenez-le à une page : le but, les chiffres, le risque, la question.",
					"Cut it to one page: goal, figures, risk, question.", "characters=" + facts.briefCharacters()));
		}
		if (!facts.answer()) {
			findings.add(new Finding("QUA-19", "La direction a dit non.", "The sponsor said no.",
					"Arrêtez-vous là, courtoisement ; ou revenez avec d’autres conditions.",
					"Stop here, with courtesy; or come back with other terms.", "answer=no"));
		}
		return Verdict.of(findings);
	}

	private static boolean before(Instant decided, Instant agreed) {
		return agreed != null && decided.isBefore(agreed);
	}

	/**
	 * The latest decision.
	 *
	 * @param objectivesAgreedAt null when they aren't
	 * @param scopeAgreedAt null when it isn't
	 * @param answer yes, no, or null when there is none
	 * @param bySponsor whether the person had the role when deciding
	 * @param byOwner whether the person owns the partnership
	 * @param briefCharacters how long the brief was
	 */
	public record Facts(Instant objectivesAgreedAt, Instant scopeAgreedAt, Boolean answer, Instant decidedAt,
			boolean bySponsor, boolean byOwner, int briefCharacters) {
	}

}
