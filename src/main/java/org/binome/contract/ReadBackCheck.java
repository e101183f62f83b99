package org.binome.contract;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.ReadBackPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link ReadBackPolicy} to the current revision.
 */
@Component
class ReadBackCheck implements PolicyCheck<ReadBackPolicy.Facts> {

	private final ReadBacks readBacks;

	ReadBackCheck(ReadBacks readBacks) {
		this.readBacks = readBacks;
	}

	@Override
	public Gate gate() {
		return Gate.READ_BACK;
	}

	@Override
	public ReadBackPolicy.Facts facts(UUID partnershipId) {
		return this.readBacks.facts(partnershipId);
	}

	@Override
	public Verdict judge(ReadBackPolicy.Facts facts) {
		return ReadBackPolicy.verdict(facts);
	}

}
