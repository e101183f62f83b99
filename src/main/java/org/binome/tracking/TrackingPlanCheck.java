package org.binome.tracking;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.TrackingPlanPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link TrackingPlanPolicy}.
 */
@Component
class TrackingPlanCheck implements GateCheck {

	private final TrackingPlans trackingPlans;

	TrackingPlanCheck(TrackingPlans trackingPlans) {
		this.trackingPlans = trackingPlans;
	}

	@Override
	public Gate gate() {
		return Gate.TRACKING_PLAN;
	}

	@Override
	public Verdict verdict(UUID subject) {
		return TrackingPlanPolicy.verdict(this.trackingPlans.facts(subject));
	}

}
