package org.binome.contract;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.ScopeOverlapPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link ScopeOverlapPolicy} to the accepted terms and all other live
 * partnerships.
 */
@Component
class ScopeOverlapCheck implements PolicyCheck<ScopeOverlapPolicy.Facts> {

	private final Frontiers frontiers;

	ScopeOverlapCheck(Frontiers frontiers) {
		this.frontiers = frontiers;
	}

	@Override
	public Gate gate() {
		return Gate.SCOPE_OVERLAP;
	}

	@Override
	public ScopeOverlapPolicy.Facts facts(UUID partnershipId) {
		return this.frontiers.facts(partnershipId);
	}

	@Override
	public Verdict judge(ScopeOverlapPolicy.Facts facts) {
		return ScopeOverlapPolicy.verdict(facts);
	}

}
