package org.binome.tracking;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.TrackingPlanPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link TrackingPlanPolicy}.
 */
@Component
class TrackingPlanCheck implements PolicyCheck<TrackingPlanPolicy.Facts> {

	private final TrackingPlans trackingPlans;

	TrackingPlanCheck(TrackingPlans trackingPlans) {
		this.trackingPlans = trackingPlans;
	}

	@Override
	public Gate gate() {
		return Gate.TRACKING_PLAN;
	}

	@Override
	public TrackingPlanPolicy.Facts facts(UUID subject) {
		return this.trackingPlans.facts(subject);
	}

	@Override
	public Verdict judge(TrackingPlanPolicy.Facts facts) {
		return TrackingPlanPolicy.verdict(facts);
	}

}
