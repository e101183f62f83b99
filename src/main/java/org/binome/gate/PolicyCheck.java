package org.binome.gate;

import java.util.UUID;

/**
 * A gate check in its two halves: facts from the database, and the pure policy that
 * judges them.
 *
 * @param <F> the facts record of the policy
 */
public interface PolicyCheck<F> extends GateCheck {

	F facts(UUID subject);

	/** Calls the policy, and nothing else. */
	Verdict judge(F facts);

	@Override
	default Verdict verdict(UUID subject) {
		return judge(facts(subject));
	}

	@Override
	default Assessment assess(UUID subject) {
		F facts = facts(subject);
		return new Assessment(judge(facts), facts);
	}

}
