package org.binome.gate;

import java.util.ArrayList;
import java.util.Arrays;
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
		if (facts.comparedByAuthor() != null) {
			findings.add(new Finding("CON-04",
					"%s a rédigé notre relecture et l’a comparée seul.".formatted(facts.comparedByAuthor()),
					"%s wrote our read-back and compared it alone.".formatted(facts.comparedByAuthor()),
					"Faites comparer par une autre personne qui gère des partenariats.",
					"Have another partnership manager compare.", "comparedBy=" + facts.comparedByAuthor()));
		}
		for (Topic topic : Topic.values()) {
			check(topic, facts.restatements().get(topic), findings);
		}
		return Verdict.of(findings);
	}

	private static void check(Topic topic, Restatement restatement, List<Finding> findings) {
		boolean ours = restatement != null && Words.atLeast(WORDS, restatement.ours());
		boolean partners = restatement != null && !restatement.partners().isEmpty()
				&& restatement.partners().stream().allMatch((words) -> Words.atLeast(WORDS, words));
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

	/** Whether a restatement says something. */
	public static boolean says(String words) {
		return Words.atLeast(WORDS, words);
	}

	/** Topics on which these words say nothing; empty when all are usable. */
	public static List<Finding> unsaid(Map<Topic, String> words) {
		return Arrays.stream(Topic.values())
			.filter((topic) -> !Words.atLeast(WORDS, words.getOrDefault(topic, "")))
			.map((topic) -> unsaid(topic, "nous ne l’avons pas redit", "we have not restated it"))
			.toList();
	}

	/** The words are about a text that is no longer the current one. */
	public static Finding otherText(int current) {
		return new Finding("CON-04", "La révision relue n’est plus l’actuelle.",
				"The revision that was read is no longer the current one.",
				"Relisez la révision %d et redites-la.".formatted(current),
				"Read revision %d and restate it.".formatted(current));
	}

	/** A person whom nobody knows restated or compared. */
	public static Finding noPerson(String username) {
		return new Finding("CON-04", "« %s » n’est pas une personne connue de Binôme.".formatted(username),
				"“%s” is no person known to Binôme.".formatted(username),
				"Faites terminer la tâche par une personne, avec son propre compte.",
				"Have a person complete the task with an account of their own.");
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
	 * @param partnerRevision the one every signatory of the partner read, 0 when not all
	 * @param comparedByAuthor who compared what they wrote themselves although another
	 * could have; null when nobody did
	 */
	public record Facts(int revision, int ourRevision, int partnerRevision, String comparedByAuthor,
			Map<Topic, Restatement> restatements) {
	}

	/**
	 * One topic in both sides' words.
	 *
	 * @param partners each of the partner's signatories
	 * @param alike whether the reviewer found that they say the same
	 */
	public record Restatement(String ours, List<String> partners, boolean alike, boolean clearedByUs,
			boolean clearedByPartner) {
	}

}
