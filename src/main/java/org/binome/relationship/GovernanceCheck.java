package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.GovernancePolicy;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link GovernancePolicy}.
 */
@Component
class GovernanceCheck implements PolicyCheck<GovernancePolicy.Facts> {

	private final Governance governance;

	GovernanceCheck(Governance governance) {
		this.governance = governance;
	}

	@Override
	public Gate gate() {
		return Gate.GOVERNANCE;
	}

	@Override
	public GovernancePolicy.Facts facts(UUID subject) {
		return this.governance.matrix(subject);
	}

	@Override
	public Verdict judge(GovernancePolicy.Facts facts) {
		return GovernancePolicy.verdict(facts);
	}

}
