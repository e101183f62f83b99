package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.SponsorDecisionPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link SponsorDecisionPolicy}.
 */
@Component
class SponsorDecisionCheck implements PolicyCheck<SponsorDecisionPolicy.Facts> {

	private final SponsorDecisions decisions;

	SponsorDecisionCheck(SponsorDecisions decisions) {
		this.decisions = decisions;
	}

	@Override
	public Gate gate() {
		return Gate.SPONSOR_DECISION;
	}

	@Override
	public SponsorDecisionPolicy.Facts facts(UUID subject) {
		return this.decisions.facts(subject);
	}

	@Override
	public Verdict judge(SponsorDecisionPolicy.Facts facts) {
		return SponsorDecisionPolicy.verdict(facts);
	}

}
