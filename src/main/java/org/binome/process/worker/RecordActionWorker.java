package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.planning.Changes;
import org.binome.planning.Planning;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Notes that an action of the plan was done, or that somebody wants to leave the plan for
 * it, which needs both sides (PLA-03). Only a clear "change" asks for that.
 */
@Component
class RecordActionWorker implements Worker {

	private final Planning planning;

	private final Changes changes;

	RecordActionWorker(Planning planning, Changes changes) {
		this.planning = planning;
		this.changes = changes;
	}

	@Override
	public String type() {
		return "record-action";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		UUID action = job.answer("action").uuid("id");
		boolean change = "change".equals(answer.text("outcome"));
		if (change) {
			this.changes.open(job.partnershipId(), action, job.elementInstanceKey(), answer.text("note"),
					job.language());
		}
		else {
			this.planning.close(job.partnershipId(), action, true, answer.text("note"), job.text("owner"));
			this.changes.carriedOut(action);
		}
		return Map.of("changeAsked", change);
	}

}
