package org.binome.process.worker;

import java.util.Map;

import org.binome.planning.Planning;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Builds the plan backward from the launch in working days of both countries (PLA-01).
 */
@Component
class BuildPlanWorker implements Worker {

	private final Planning planning;

	BuildPlanWorker(Planning planning) {
		this.planning = planning;
	}

	@Override
	public String type() {
		return "build-plan";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		this.planning.build(job.partnershipId(), job.elementInstanceKey(), answer.date("launchOn"),
				answer.text("partnerCountry"), job.language());
		return Map.of();
	}

}
