package org.binome.prospecting;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.ReadinessPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Gate <code>readiness</code> (PRO-01).
 */
@Component
class ReadinessCheck implements PolicyCheck<ReadinessPolicy.Facts> {

	private final Programmes programmes;

	ReadinessCheck(Programmes programmes) {
		this.programmes = programmes;
	}

	@Override
	public Gate gate() {
		return Gate.READINESS;
	}

	@Override
	public ReadinessPolicy.Facts facts(UUID programmeId) {
		Readiness readiness = this.programmes.get(programmeId).readiness();
		return (readiness != null)
				? new ReadinessPolicy.Facts(readiness.conceptProven(), readiness.offerProven(), readiness.evidence())
				: new ReadinessPolicy.Facts(false, false, "");
	}

	@Override
	public Verdict judge(ReadinessPolicy.Facts facts) {
		return ReadinessPolicy.verdict(facts);
	}

}
