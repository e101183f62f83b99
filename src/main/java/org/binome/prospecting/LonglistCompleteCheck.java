package org.binome.prospecting;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.LonglistCompletePolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Gate <code>longlist-complete</code> (PRO-12).
 */
@Component
class LonglistCompleteCheck implements GateCheck {

	private final Programmes programmes;

	private final Candidates candidates;

	LonglistCompleteCheck(Programmes programmes, Candidates candidates) {
		this.programmes = programmes;
		this.candidates = candidates;
	}

	@Override
	public Gate gate() {
		return Gate.LONGLIST_COMPLETE;
	}

	@Override
	public Verdict verdict(UUID programmeId) {
		return LonglistCompletePolicy.verdict(new LonglistCompletePolicy.Facts(this.candidates.count(programmeId),
				this.programmes.get(programmeId).longlistDeclared()));
	}

}
