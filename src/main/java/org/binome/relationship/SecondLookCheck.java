package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.SecondLookPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link SecondLookPolicy}.
 */
@Component
class SecondLookCheck implements PolicyCheck<SecondLookPolicy.Facts> {

	private final SecondLooks secondLooks;

	SecondLookCheck(SecondLooks secondLooks) {
		this.secondLooks = secondLooks;
	}

	@Override
	public Gate gate() {
		return Gate.SECOND_LOOK;
	}

	@Override
	public SecondLookPolicy.Facts facts(UUID subject) {
		return this.secondLooks.facts(subject);
	}

	@Override
	public Verdict judge(SecondLookPolicy.Facts facts) {
		return SecondLookPolicy.verdict(facts);
	}

}
