package org.binome.prospecting;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.LonglistCompletePolicy;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Gate <code>longlist-complete</code> (PRO-12).
 */
@Component
class LonglistCompleteCheck implements PolicyCheck<LonglistCompletePolicy.Facts> {

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
	public LonglistCompletePolicy.Facts facts(UUID programmeId) {
		return new LonglistCompletePolicy.Facts(this.candidates.count(programmeId),
				this.programmes.get(programmeId).longlistDeclared());
	}

	@Override
	public Verdict judge(LonglistCompletePolicy.Facts facts) {
		return LonglistCompletePolicy.verdict(facts);
	}

}
