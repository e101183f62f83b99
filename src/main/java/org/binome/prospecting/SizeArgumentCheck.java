package org.binome.prospecting;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.SizeArgumentPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Gate <code>size-argument</code> (PRO-15, PRO-16).
 */
@Component
class SizeArgumentCheck implements PolicyCheck<SizeArgumentPolicy.Facts> {

	private final SizeArguments arguments;

	SizeArgumentCheck(SizeArguments arguments) {
		this.arguments = arguments;
	}

	@Override
	public Gate gate() {
		return Gate.SIZE_ARGUMENT;
	}

	@Override
	public SizeArgumentPolicy.Facts facts(UUID programmeId) {
		return this.arguments.facts(programmeId);
	}

	@Override
	public Verdict judge(SizeArgumentPolicy.Facts facts) {
		return SizeArgumentPolicy.verdict(facts);
	}

}
