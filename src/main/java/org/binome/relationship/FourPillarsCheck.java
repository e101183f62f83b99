package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.FourPillarsPolicy;
import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link FourPillarsPolicy}.
 */
@Component
class FourPillarsCheck implements PolicyCheck<FourPillarsPolicy.Facts> {

	private final Pillars pillars;

	FourPillarsCheck(Pillars pillars) {
		this.pillars = pillars;
	}

	@Override
	public Gate gate() {
		return Gate.FOUR_PILLARS;
	}

	@Override
	public FourPillarsPolicy.Facts facts(UUID subject) {
		return this.pillars.facts(subject);
	}

	@Override
	public Verdict judge(FourPillarsPolicy.Facts facts) {
		return FourPillarsPolicy.verdict(facts);
	}

}
