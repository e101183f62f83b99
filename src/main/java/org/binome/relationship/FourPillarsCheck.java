package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.FourPillarsPolicy;
import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link FourPillarsPolicy}.
 */
@Component
class FourPillarsCheck implements GateCheck {

	private final Pillars pillars;

	FourPillarsCheck(Pillars pillars) {
		this.pillars = pillars;
	}

	@Override
	public Gate gate() {
		return Gate.FOUR_PILLARS;
	}

	@Override
	public Verdict verdict(UUID subject) {
		return FourPillarsPolicy.verdict(this.pillars.facts(subject));
	}

}
