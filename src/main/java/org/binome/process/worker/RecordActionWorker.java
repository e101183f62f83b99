package org.binome.process.worker;

import java.util.Map;

import org.binome.planning.Planning;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Notes that an action of the plan was done or dropped. Only a clear "dropped" drops it.
 */
@Component
class RecordActionWorker implements Worker {

	private final Planning planning;

	RecordActionWorker(Planning planning) {
		this.planning = planning;
	}

	@Override
	public String type() {
		return "record-action";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		boolean dropped = "dropped".equals(answer.text("outcome"));
		this.planning.close(job.partnershipId(), job.answer("action").uuid("id"), !dropped, answer.text("note"),
				job.text("owner"));
		return Map.of();
	}

}
