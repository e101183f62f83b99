package org.binome.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.binome.gate.PlanCompletePolicy.Action;
import org.binome.gate.PlanCompletePolicy.Facts;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanCompletePolicyTests {

	private static final LocalDate LAUNCH = LocalDate.of(2027, 1, 12);

	private static final Action GOOD = new Action("Répéter", LAUNCH.minusDays(3), "manager", true);

	@Test
	void pla02PassesWhenEveryActionIsDatedAndOwned() {
		assertThat(PlanCompletePolicy.verdict(new Facts(LAUNCH, List.of(GOOD), List.of()))).isInstanceOf(Passed.class);
	}

	@Test
	void pla01AnEmptyPlanIsNone() {
		assertThat(rules(new Facts(LAUNCH, List.of(), List.of()))).containsExactly("PLA-01");
	}

	@Test
	void pla02AnUndatedOrUnownedActionHolds() {
		assertThat(rules(new Facts(LAUNCH, List.of(new Action("a", null, "", false)), List.of())))
			.containsExactly("PLA-02", "PLA-02");
		assertThat(rules(new Facts(LAUNCH, List.of(new Action("a", LAUNCH, "quelqu’un", false)), List.of())))
			.containsExactly("PLA-02");
	}

	@Test
	void pla05NothingComesAfterTheLaunch() {
		assertThat(rules(new Facts(LAUNCH, List.of(new Action("a", LAUNCH.plusDays(1), "manager", true)), List.of())))
			.containsExactly("PLA-05");
	}

	@Test
	void pla06AMandatoryActionTakenOutHolds() {
		assertThat(rules(new Facts(LAUNCH, List.of(GOOD), List.of("Lancement")))).containsExactly("PLA-06");
	}

	@Property
	void pla02GoodActionsNeverMakeUpForAnUndatedOne(@ForAll @IntRange(min = 0, max = 30) int good,
			@ForAll String name) {
		List<Action> actions = new ArrayList<>();
		for (int number = 0; number < good; number++) {
			actions.add(GOOD);
		}
		actions.add(good / 2, new Action(name, null, "manager", true));
		assertThat(PlanCompletePolicy.verdict(new Facts(LAUNCH, actions, List.of()))).isInstanceOf(Held.class);
	}

	private static List<String> rules(Facts facts) {
		return (PlanCompletePolicy.verdict(facts) instanceof Held held)
				? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

}
