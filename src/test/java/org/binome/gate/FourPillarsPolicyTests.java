package org.binome.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.binome.gate.FourPillarsPolicy.Facts;
import org.binome.gate.FourPillarsPolicy.Pillar;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * QUA-02, QUA-03, QUA-04, QUA-05, QUA-06.
 */
class FourPillarsPolicyTests {

	@Test
	void qua06AMissingPillarMakesTheTableFall() {
		assertThat(rules(facts(List.of(5, 5, 2, 5), List.of(5, 5, 5, 5)))).containsExactly("QUA-06");
	}

	@Test
	void qua02To05EachPillarNotScoredIsNamed() {
		Facts facts = new Facts(1, Map.of(), scores(List.of(4, 4, 4, 4)));
		assertThat(rules(facts)).containsExactly("QUA-02", "QUA-03", "QUA-04", "QUA-05");
	}

	@Test
	void noRoundHolds() {
		assertThat(rules(new Facts(0, Map.of(), Map.of()))).containsExactly("QUA-06");
	}

	@Property
	void qua06TheLowestScoreAloneDecidesWhateverTheAverage(
			@ForAll @Size(8) List<@IntRange(min = 1, max = 5) Integer> scores) {
		boolean allStand = scores.stream().allMatch((score) -> score >= FourPillarsPolicy.MINIMUM);
		Verdict verdict = FourPillarsPolicy.verdict(facts(scores.subList(0, 4), scores.subList(4, 8)));
		assertThat(verdict instanceof Passed).isEqualTo(allStand);
	}

	@Property
	void qua06RaisingTheOtherPillarsNeverMakesUpForALowOne(
			@ForAll @Size(8) List<@IntRange(min = 1, max = 5) Integer> scores,
			@ForAll @IntRange(min = 0, max = 7) int low) {
		Assume.that(scores.get(low) < FourPillarsPolicy.MINIMUM);
		var raised = scores.stream().mapToInt((score) -> 5).boxed().toList();
		var best = new ArrayList<>(raised);
		best.set(low, scores.get(low));
		assertThat(FourPillarsPolicy.verdict(facts(best.subList(0, 4), best.subList(4, 8)))).isInstanceOf(Held.class);
	}

	private static Facts facts(List<Integer> ours, List<Integer> partners) {
		return new Facts(1, scores(ours), scores(partners));
	}

	private static Map<Pillar, Integer> scores(List<Integer> scores) {
		var byPillar = new EnumMap<Pillar, Integer>(Pillar.class);
		for (Pillar pillar : Pillar.values()) {
			byPillar.put(pillar, scores.get(pillar.ordinal()));
		}
		return byPillar;
	}

	private static List<String> rules(Facts facts) {
		return (FourPillarsPolicy.verdict(facts) instanceof Held held)
				? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

}
