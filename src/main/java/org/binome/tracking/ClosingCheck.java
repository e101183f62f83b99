package org.binome.tracking;

import java.util.UUID;

import org.binome.gate.ClosingPolicy;
import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Gate <code>closing</code> (TRK-10, PIL-05).
 */
@Component
class ClosingCheck implements PolicyCheck<ClosingPolicy.Facts> {

	private final Retrospectives retrospectives;

	ClosingCheck(Retrospectives retrospectives) {
		this.retrospectives = retrospectives;
	}

	@Override
	public Gate gate() {
		return Gate.CLOSING;
	}

	@Override
	public ClosingPolicy.Facts facts(UUID partnershipId) {
		return this.retrospectives.facts(partnershipId);
	}

	@Override
	public Verdict judge(ClosingPolicy.Facts facts) {
		return ClosingPolicy.verdict(facts);
	}

}
