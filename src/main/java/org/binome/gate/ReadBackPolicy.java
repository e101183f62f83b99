package org.binome.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * CON-04: each side says in its own words what was agreed. Where they differ, the
 * difference is cleared by both before anybody signs.
 */
public final class ReadBackPolicy {

	/** How many different words a restatement has at least. */
	public static final int WORDS = 4;

	private ReadBackPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.ourRevision() != facts.revision() || facts.partnerRevision() != facts.revision()) {
			findings
				.add(new Finding("CON-04", "Les deux côtés n’ont pas relu la révision %d.".formatted(facts.revision()),
						"The two sides have not both read revision %d.".formatted(facts.revision()),
						"Relisez tous deux la révision à signer.", "Both read the revision to be signed.",
						"ours=" + facts.ourRevision() + ", partners=" + facts.partnerRevision()));
		}
		for (Topic topic : Topic.values()) {
			check(topic, facts.restatements().get(topic), findings);
		}
		return Verdict.of(findings);
	}

	private static void check(Topic topic, Restatement restatement, List<Finding> findings) {
		boolean ours = restatement != null && Words.atLeast(WORDS, restatement.ours());
		boolean partners = restatement != null && Words.atLeast(WORDS, restatement.partners());
		if (!ours) {
			findings.add(unsaid(topic, "nous ne l’avons pas redit", "we have not restated it"));
		}
		if (!partners) {
			findings.add(unsaid(topic, "le partenaire ne l’a pas redit", "the partner has not restated it"));
		}
		if (ours && partners && !restatement.alike()
				&& !(restatement.clearedByUs() && restatement.clearedByPartner())) {
			findings
				.add(new Finding("CON-04", "%s : les deux côtés ne disent pas la même chose.".formatted(topic.french),
						"%s: the two sides do not say the same.".formatted(topic.english),
						"Parlez-en, corrigez le contrat s’il le faut, puis confirmez tous deux que c’est réglé.",
						"Talk it over, correct the contract if needed, then both confirm it is settled.",
						topic + "=different"));
		}
	}

	private static Finding unsaid(Topic topic, String french, String english) {
		return new Finding("CON-04", topic.french + " : " + french + ".", topic.english + ": " + english + ".",
				"Redites-le avec vos propres mots, en une phrase.", "Restate it in your own words, in a sentence.",
				topic + "=unsaid");
	}

	/** What is restated. */
	public enum Topic {

		OBJECTIVE("L’objectif", "The objective"),

		DUTIES("Les obligations de chacun", "What each side must do"),

		DATES("Les dates", "The dates"),

		EXIT("La sortie", "The exit");

		private final String french;

		private final String english;

		Topic(String french, String english) {
			this.french = french;
			this.english = english;
		}

		public String label(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

	/**
	 * What both sides said.
	 *
	 * @param revision the revision to be signed
	 * @param ourRevision the one we read, 0 when none
	 * @param partnerRevision the one the partner read, 0 when none
	 */
	public record Facts(int revision, int ourRevision, int partnerRevision, Map<Topic, Restatement> restatements) {
	}

	/**
	 * One topic in both sides' words.
	 *
	 * @param alike whether the reviewer found that they say the same
	 */
	public record Restatement(String ours, String partners, boolean alike, boolean clearedByUs,
			boolean clearedByPartner) {
	}

}
