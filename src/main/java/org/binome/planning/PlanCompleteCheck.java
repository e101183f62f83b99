package org.binome.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PlanCompletePolicy.Action;
import org.binome.gate.PlanCompletePolicy.Facts;
import org.binome.gate.PlanCompletePolicy;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;
import org.binome.relationship.Pairs;

import org.springframework.stereotype.Component;

/**
 * Applies {@link PlanCompletePolicy}.
 */
@Component
class PlanCompleteCheck implements PolicyCheck<Facts> {

	private final Plans plans;

	private final Pairs pairs;

	PlanCompleteCheck(Plans plans, Pairs pairs) {
		this.plans = plans;
		this.pairs = pairs;
	}

	@Override
	public Gate gate() {
		return Gate.PLAN_COMPLETE;
	}

	@Override
	public Facts facts(UUID subject) {
		List<Action> actions = this.plans.actions(subject)
			.stream()
			.map((action) -> new Action(action.name(), action.dueOn(), action.owner(),
					this.pairs.knows(subject, action.owner())))
			.toList();
		List<String> missing = this.plans.removedMandatory(subject).stream().map(PlannedAction::name).toList();
		LocalDate launch = this.plans.current(subject).map(Plan::launchOn).orElse(LocalDate.MAX);
		return new Facts(launch, actions, missing);
	}

	@Override
	public Verdict judge(Facts facts) {
		return PlanCompletePolicy.verdict(facts);
	}

}
