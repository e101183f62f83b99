package org.binome.relationship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.QuantifiedObjectivesPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link QuantifiedObjectivesPolicy}.
 */
@Component
class QuantifiedObjectivesCheck implements GateCheck {

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
	public Verdict verdict(UUID subject) {
		return QuantifiedObjectivesPolicy.verdict(this.objectives.facts(subject, LocalDate.now(this.clock)));
	}

}
