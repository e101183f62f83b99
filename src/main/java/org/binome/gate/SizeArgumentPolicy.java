package org.binome.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * PRO-15, PRO-16: a partner far larger or far smaller needs a written argument of what
 * the bigger side gains; a shortlist of giants only needs a plan of how to climb to them.
 */
public final class SizeArgumentPolicy {

	/** How many different words an argument has at least. */
	public static final int WORDS = 8;

	private SizeArgumentPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		for (Candidate candidate : facts.candidates()) {
			check(candidate, facts, findings);
		}
		boolean onlyGiants = !facts.candidates().isEmpty() && facts.candidates().stream().allMatch(facts::giant);
		if (onlyGiants && !Words.atLeast(WORDS, facts.ladder())) {
			findings.add(new Finding("PRO-15", "Tous les candidats retenus sont bien plus grands que nous.",
					"Every candidate on the shortlist is far larger than we are.",
					"Ajoutez un partenaire de notre taille, ou écrivez par quelles étapes nous montons vers les grands.",
					"Add a partner of our own size, or write by which steps we climb to the big ones.",
					"candidates=" + facts.candidates().size()));
		}
		return Verdict.of(findings);
	}

	private static void check(Candidate candidate, Facts facts, List<Finding> findings) {
		Long ours = facts.ourAudience();
		if (!known(ours) || !known(candidate.audience())) {
			findings
				.add(new Finding("PRO-16", "L’écart de taille avec « %s » n’est pas connu.".formatted(candidate.name()),
						"The difference in size to “%s” is not known.".formatted(candidate.name()),
						"Saisissez notre audience et la sienne, toutes deux plus grandes que zéro.",
						"Enter our audience and theirs, both greater than zero.",
						"ours=" + ours + ", theirs=" + candidate.audience()));
			return;
		}
		boolean theyAreBigger = facts.giant(candidate);
		if (facts.farApart(candidate) && !Words.atLeast(WORDS, candidate.biggerSideGains())) {
			long bigger = Math.max(ours, candidate.audience());
			long smaller = Math.min(ours, candidate.audience());
			String times = BigDecimal.valueOf(bigger)
				.divide(BigDecimal.valueOf(smaller), 0, RoundingMode.HALF_UP)
				.toPlainString();
			findings.add(new Finding("PRO-16",
					"« %s » est %s fois plus %s que nous, et rien ne dit ce qu’y gagne le plus grand."
						.formatted(candidate.name(), times, theyAreBigger ? "grand" : "petit"),
					"“%s” is %s times %s than we are, and nothing says what the bigger side gains."
						.formatted(candidate.name(), times, theyAreBigger ? "larger" : "smaller"),
					"Écrivez en quelques phrases ce que gagne le plus grand des deux, au-delà de la bonne volonté.",
					"Write in a few sentences what the bigger of the two gains, beyond good will.",
					"ours=" + ours + ", theirs=" + candidate.audience()));
		}
	}

	private static boolean known(Long audience) {
		return audience != null && audience > 0;
	}

	/** Whether the second is more than that many times as large as the first. */
	private static boolean far(int ratio, Long small, Long large) {
		return known(small) && known(large) && BigDecimal.valueOf(large)
			.compareTo(BigDecimal.valueOf(small).multiply(BigDecimal.valueOf(ratio))) > 0;
	}

	/**
	 * The shortlist of a programme, or one candidate.
	 *
	 * @param ourAudience how many people we reach; null when not known
	 * @param ladder by which steps we climb to larger partners
	 * @param ratio how many times as large as the other a side may be without an argument
	 */
	public record Facts(Long ourAudience, List<Candidate> candidates, String ladder, int ratio) {

		/** Whether this candidate is far larger than we are. */
		public boolean giant(Candidate candidate) {
			return far(this.ratio, this.ourAudience, candidate.audience());
		}

		/** Whether one of the two is far larger than the other, whichever it is. */
		public boolean farApart(Candidate candidate) {
			return giant(candidate) || far(this.ratio, candidate.audience(), this.ourAudience);
		}

		/** PRO-15: whether most of them are far larger than we are. */
		public boolean mostlyGiants() {
			return 2 * this.candidates.stream().filter(this::giant).count() > this.candidates.size();
		}

	}

	/**
	 * One candidate.
	 *
	 * @param audience how many people they reach; null when not known
	 * @param biggerSideGains the written argument
	 */
	public record Candidate(String name, Long audience, String biggerSideGains) {
	}

}
