package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.NamedPairPolicy;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link NamedPairPolicy}.
 */
@Component
class NamedPairCheck implements PolicyCheck<NamedPairPolicy.Facts> {

	private final Pairs pairs;

	NamedPairCheck(Pairs pairs) {
		this.pairs = pairs;
	}

	@Override
	public Gate gate() {
		return Gate.NAMED_PAIR;
	}

	@Override
	public NamedPairPolicy.Facts facts(UUID subject) {
		return this.pairs.facts(subject);
	}

	@Override
	public Verdict judge(NamedPairPolicy.Facts facts) {
		return NamedPairPolicy.verdict(facts);
	}

}
