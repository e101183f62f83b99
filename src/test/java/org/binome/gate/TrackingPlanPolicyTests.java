package org.binome.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.binome.gate.TrackingPlanPolicy.Facts;
import org.binome.gate.TrackingPlanPolicy.Metric;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrackingPlanPolicyTests {

	private static final Metric GOOD = metric("Ventes", false, "manager", true, "Une seconde lettre");

	@Test
	void trk01PassesWithOneMetricPerObjective() {
		assertThat(TrackingPlanPolicy.verdict(new Facts(List.of("Ventes"), List.of(GOOD)))).isInstanceOf(Passed.class);
	}

	@Test
	void trk01AnObjectiveWithoutMetricHolds() {
		assertThat(rules(new Facts(List.of("Ventes", "Notoriété"), List.of(GOOD)))).containsExactly("TRK-01");
		assertThat(rules(new Facts(List.of(), List.of()))).containsExactly("TRK-01");
	}

	@Test
	void trk02AThirdMetricIsRefused() {
		assertThat(rules(new Facts(List.of("Ventes"), List.of(GOOD, GOOD)))).isEmpty();
		assertThat(rules(new Facts(List.of("Ventes"), List.of(GOOD, GOOD, GOOD)))).containsExactly("TRK-02");
	}

	@Test
	void trk03VanityDecidesNothing() {
		assertThat(
				rules(new Facts(List.of("Ventes"), List.of(metric("J’aime", true, "manager", true, "Publier plus")))))
			.containsExactly("TRK-03");
	}

	@Test
	void trk06EveryMetricHasAnOwnerOneSideKnows() {
		assertThat(rules(new Facts(List.of("Ventes"), List.of(metric("a", false, "", false, "x")))))
			.containsExactly("TRK-06");
		assertThat(rules(new Facts(List.of("Ventes"), List.of(metric("a", false, "inconnu", false, "x")))))
			.containsExactly("TRK-06");
	}

	@Test
	void trk09AMetricWithoutActionBehindItIsWorthNothing() {
		assertThat(rules(new Facts(List.of("Ventes"), List.of(metric("a", false, "manager", true, " ")))))
			.containsExactly("TRK-09");
	}

	@Property
	void trk03MoreMetricsNeverMakeUpForVanity(@ForAll @IntRange(min = 0, max = 9) int good, @ForAll String name) {
		List<Metric> metrics = new ArrayList<>();
		for (int number = 0; number < good; number++) {
			metrics.add(GOOD);
		}
		metrics.add(metric(name, true, "manager", true, "x"));
		assertThat(TrackingPlanPolicy.verdict(new Facts(List.of("Ventes"), metrics))).isInstanceOf(Held.class);
	}

	private static Metric metric(String name, boolean vanity, String owner, boolean known, String offTarget) {
		return new Metric("Ventes", name, vanity, BigDecimal.TEN, "EUR", owner, known, offTarget);
	}

	private static List<String> rules(Facts facts) {
		return (TrackingPlanPolicy.verdict(facts) instanceof Held held)
				? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

}
