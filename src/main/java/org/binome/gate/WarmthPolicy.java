package org.binome.gate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * REL-01: build a relation before you ask; approach a stranger only as an exception with
 * a reason.
 */
public final class WarmthPolicy {

	private static final int SHORTEST_REASON = 10;

	private WarmthPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.cold()) {
			if (facts.coldReason().strip().length() < SHORTEST_REASON) {
				findings.add(finding("Une approche à froid demande un motif.", "A cold approach needs a reason.",
						"Dites pourquoi il n’est pas possible de construire d’abord une relation.",
						"Say why a relation can’t be built first."));
			}
			return Verdict.of(findings);
		}
		int missing = facts.gesturesNeeded() - facts.gestures().size();
		if (missing > 0) {
			findings.add(finding(
					"%d geste(s) sur %d : la relation est trop jeune pour demander.".formatted(facts.gestures().size(),
							facts.gesturesNeeded()),
					"%d gesture(s) of %d: the relation is too young to ask.".formatted(facts.gestures().size(),
							facts.gesturesNeeded()),
					"Faites encore %d geste(s) : commentaire, remerciement, lien…".formatted(missing),
					"Make %d more gesture(s): comment, thank-you, link…".formatted(missing)));
		}
		long days = facts.spread();
		if (days < facts.daysNeeded()) {
			findings
				.add(finding("Les gestes s’étalent sur %d jour(s), il en faut %d.".formatted(days, facts.daysNeeded()),
						"The gestures are spread over %d day(s) of %d.".formatted(days, facts.daysNeeded()),
						"Prenez le temps : continuez encore %d jour(s).".formatted(facts.daysNeeded() - days),
						"Take your time: continue for %d more day(s).".formatted(facts.daysNeeded() - days)));
		}
		return Verdict.of(findings);
	}

	private static Finding finding(String french, String english, String remedyFrench, String remedyEnglish) {
		return new Finding("REL-01", french, english, remedyFrench, remedyEnglish);
	}

	/**
	 * What was done before asking.
	 *
	 * @param gestures the days of the gestures made
	 * @param coldReason why without a relation, may be empty
	 */
	public record Facts(List<LocalDate> gestures, int gesturesNeeded, int daysNeeded, boolean cold, String coldReason) {

		long spread() {
			return this.gestures.stream()
				.min(LocalDate::compareTo)
				.map((first) -> this.gestures.stream()
					.mapToLong((day) -> ChronoUnit.DAYS.between(first, day))
					.max()
					.orElse(0))
				.orElse(0L);
		}

	}

}
