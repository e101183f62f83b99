package org.binome.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.binome.gate.QuantifiedObjectivesPolicy.Facts;
import org.binome.gate.QuantifiedObjectivesPolicy.Objective;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuantifiedObjectivesPolicyTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

	private static final Objective GOOD = new Objective("Chiffre d’affaires", new BigDecimal("50000"), "EUR",
			TODAY.plusMonths(6), "30000 avec un concurrent");

	@Test
	void qua14PassesWithNumberUnitAndDate() {
		assertThat(QuantifiedObjectivesPolicy.verdict(new Facts("Ensemble", List.of(GOOD), TODAY)))
			.isInstanceOf(Passed.class);
	}

	@Test
	void qua03NeedsACommonProject() {
		assertThat(rules(new Facts(" ", List.of(GOOD), TODAY))).containsExactly("QUA-03");
	}

	@Test
	void qua14RefusesVagueIntentions() {
		Objective vague = new Objective("Plus de visibilité", null, "", null, "rien");
		assertThat(rules(new Facts("Ensemble", List.of(vague), TODAY))).containsOnly("QUA-14").hasSize(3);
		assertThat(rules(new Facts("Ensemble", List.of(), TODAY))).containsExactly("QUA-14");
	}

	@Test
	void qua14NeedsAnAimAboveZeroAndADateToCome() {
		Objective nothing = new Objective("Ventes", BigDecimal.ZERO, "EUR", TODAY, "-");
		assertThat(rules(new Facts("Ensemble", List.of(nothing), TODAY))).containsExactly("QUA-14", "QUA-14");
	}

	@Test
	void qua15NeedsABenchmarkOrTheReasonWhyNone() {
		Objective alone = new Objective("Ventes", BigDecimal.TEN, "EUR", TODAY.plusDays(1), "");
		assertThat(rules(new Facts("Ensemble", List.of(alone), TODAY))).containsExactly("QUA-15");
	}

	@Property
	void qua14GoodObjectivesNeverMakeUpForAVagueOne(@ForAll @IntRange(min = 0, max = 9) int good,
			@ForAll @IntRange(min = 0, max = 9) int place, @ForAll String name) {
		List<Objective> objectives = new ArrayList<>();
		for (int number = 0; number < good; number++) {
			objectives.add(GOOD);
		}
		objectives.add(Math.min(place, good), new Objective(name, null, "EUR", TODAY.plusDays(9), "x"));
		assertThat(QuantifiedObjectivesPolicy.verdict(new Facts("Ensemble", objectives, TODAY)))
			.isInstanceOf(Held.class);
	}

	private static List<String> rules(Facts facts) {
		return (QuantifiedObjectivesPolicy.verdict(facts) instanceof Held held)
				? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

}
