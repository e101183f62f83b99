package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.ReciprocityPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link ReciprocityPolicy}.
 */
@Component
class ReciprocityCheck implements PolicyCheck<ReciprocityPolicy.Facts> {

	private final Ledgers ledgers;

	ReciprocityCheck(Ledgers ledgers) {
		this.ledgers = ledgers;
	}

	@Override
	public Gate gate() {
		return Gate.RECIPROCITY;
	}

	@Override
	public ReciprocityPolicy.Facts facts(UUID subject) {
		return this.ledgers.facts(subject);
	}

	@Override
	public Verdict judge(ReciprocityPolicy.Facts facts) {
		return ReciprocityPolicy.verdict(facts);
	}

}
