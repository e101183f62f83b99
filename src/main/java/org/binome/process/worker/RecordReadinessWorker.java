package org.binome.process.worker;

import java.util.Locale;
import java.util.Map;

import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.prospecting.Programmes;
import org.binome.prospecting.Readiness;

import org.springframework.stereotype.Component;

/**
 * Stores whether the programme is ready (PRO-01).
 */
@Component
class RecordReadinessWorker implements Worker {

	private final Programmes programmes;

	RecordReadinessWorker(Programmes programmes) {
		this.programmes = programmes;
	}

	@Override
	public String type() {
		return "record-readiness";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		Readiness.Decision decision = answer.choice("decision", Readiness.Decision.class);
		this.programmes.recordReadiness(job.programmeId(), "readiness:" + job.elementInstanceKey(), new Readiness(
				answer.yes("conceptProven"), answer.yes("offerProven"), answer.text("evidence"), decision));
		return Map.of("readinessDecision", decision.name().toLowerCase(Locale.ROOT));
	}

}
