package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.NamedPairPolicy;
import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link NamedPairPolicy}.
 */
@Component
class NamedPairCheck implements GateCheck {

	private final Pairs pairs;

	NamedPairCheck(Pairs pairs) {
		this.pairs = pairs;
	}

	@Override
	public Gate gate() {
		return Gate.NAMED_PAIR;
	}

	@Override
	public Verdict verdict(UUID subject) {
		return NamedPairPolicy.verdict(this.pairs.facts(subject));
	}

}
