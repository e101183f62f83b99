package org.binome.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * QUA-02 to QUA-06: the same desire, a common project, a good balance, the contract. The
 * lowest score of each pillar on both sides decides; a strong pillar never makes up for a
 * missing one, so nothing is ever averaged.
 */
public final class FourPillarsPolicy {

	/** What each pillar needs at least, on a scale of 1 to 5. */
	public static final int MINIMUM = 3;

	private FourPillarsPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.round() == 0) {
			findings
				.add(new Finding("QUA-06", "Les piliers n’ont pas été évalués.", "The pillars have not been scored.",
						"Évaluez les quatre piliers et demandez au partenaire d’en faire autant.",
						"Score the four pillars and ask the partner to do the same."));
			return Verdict.of(findings);
		}
		for (Pillar pillar : Pillar.values()) {
			check(pillar, facts.ours().get(pillar), "nous", "us", findings);
			check(pillar, facts.partners().get(pillar), "le partenaire", "the partner", findings);
		}
		return Verdict.of(findings);
	}

	private static void check(Pillar pillar, Integer score, String frenchSide, String englishSide,
			List<Finding> findings) {
		if (score == null) {
			findings.add(new Finding(pillar.rule,
					"%s : pas de note de 1 à 5 donnée par %s.".formatted(pillar.french, frenchSide),
					"%s: no score from 1 to 5 given by %s.".formatted(pillar.english, englishSide),
					"Ouvrez un nouveau tour et notez ce pilier.", "Open a new round and score this pillar."));
		}
		else if (score < MINIMUM) {
			findings.add(new Finding("QUA-06",
					"%s : %d sur 5 pour %s, il faut au moins %d. Un pilier qui manque fait tomber la table."
						.formatted(pillar.french, score, frenchSide, MINIMUM),
					"%s: %d of 5 for %s, at least %d is needed. A missing pillar makes the table fall."
						.formatted(pillar.english, score, englishSide, MINIMUM),
					"Parlez de ce pilier ensemble, puis ouvrez un nouveau tour ; ou arrêtez-vous là, courtoisement.",
					"Talk about this pillar together, then open a new round; or stop here, with courtesy."));
		}
	}

	/** The four pillars. */
	public enum Pillar {

		DESIRE("QUA-02", "La même envie", "The same desire"),

		PROJECT("QUA-03", "Un projet commun", "A common project"),

		BALANCE("QUA-04", "Un bon équilibre", "A good balance"),

		CONTRACT("QUA-05", "Le contrat", "The contract");

		private final String rule;

		private final String french;

		private final String english;

		Pillar(String rule, String french, String english) {
			this.rule = rule;
			this.french = french;
			this.english = english;
		}

		public String label(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

	/**
	 * The latest round; a pillar not scored, or not from 1 to 5, is missing.
	 *
	 * @param round counts from 1; 0 when there has been none
	 */
	public record Facts(int round, Map<Pillar, Integer> ours, Map<Pillar, Integer> partners) {
	}

}
