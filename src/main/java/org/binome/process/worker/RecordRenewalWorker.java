package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.Renewals;

import org.springframework.stereotype.Component;

/**
 * Keeps whether the partnership is renewed or notice is given. Only a clear "terminate"
 * gives notice.
 */
@Component
class RecordRenewalWorker implements Worker {

	private final Renewals renewals;

	RecordRenewalWorker(Renewals renewals) {
		this.renewals = renewals;
	}

	@Override
	public String type() {
		return "record-renewal";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		boolean terminate = "terminate".equals(answer.text("decision"));
		this.renewals.decide(job.partnershipId(), job.elementInstanceKey(), !terminate, answer.text("reason"),
				job.text("owner"));
		return Map.of();
	}

}
