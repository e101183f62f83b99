package org.binome.planning;

import java.util.UUID;

import org.binome.gate.ChangeControlPolicy;
import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Gate <code>change-control</code> (PLA-03).
 */
@Component
class ChangeControlCheck implements PolicyCheck<ChangeControlPolicy.Facts> {

	private final Changes changes;

	ChangeControlCheck(Changes changes) {
		this.changes = changes;
	}

	@Override
	public Gate gate() {
		return Gate.CHANGE_CONTROL;
	}

	@Override
	public ChangeControlPolicy.Facts facts(UUID partnershipId) {
		return this.changes.facts(partnershipId);
	}

	@Override
	public Verdict judge(ChangeControlPolicy.Facts facts) {
		return ChangeControlPolicy.verdict(facts);
	}

}
