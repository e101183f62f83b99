package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Pairs;

import org.springframework.stereotype.Component;

/**
 * Keeps the named pair as entered; the gate named-pair judges it (GOV-01).
 */
@Component
class RecordPairWorker implements Worker {

	private final Pairs pairs;

	RecordPairWorker(Pairs pairs) {
		this.pairs = pairs;
	}

	@Override
	public String type() {
		return "record-pair";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		this.pairs.name(job.partnershipId(), job.elementInstanceKey(), answer.text("ourName"),
				answer.text("partnerName"), answer.text("partnerEmail"), answer.text("partnerRole"));
		return Map.of();
	}

}
