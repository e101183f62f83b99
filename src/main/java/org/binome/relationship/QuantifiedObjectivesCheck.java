package org.binome.relationship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.QuantifiedObjectivesPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link QuantifiedObjectivesPolicy}.
 */
@Component
class QuantifiedObjectivesCheck implements PolicyCheck<QuantifiedObjectivesPolicy.Facts> {

	private final Objectives objectives;

	private final Clock clock;

	QuantifiedObjectivesCheck(Objectives objectives, Clock clock) {
		this.objectives = objectives;
		this.clock = clock;
	}

	@Override
	public Gate gate() {
		return Gate.QUANTIFIED_OBJECTIVES;
	}

	@Override
	public QuantifiedObjectivesPolicy.Facts facts(UUID subject) {
		return this.objectives.facts(subject, LocalDate.now(this.clock));
	}

	@Override
	public Verdict judge(QuantifiedObjectivesPolicy.Facts facts) {
		return QuantifiedObjectivesPolicy.verdict(facts);
	}

}
