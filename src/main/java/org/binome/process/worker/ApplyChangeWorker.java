package org.binome.process.worker;

import java.util.Map;

import org.binome.planning.Changes;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Changes the plan as both sides agreed (PLA-03).
 */
@Component
class ApplyChangeWorker implements Worker {

	private final Changes changes;

	ApplyChangeWorker(Changes changes) {
		this.changes = changes;
	}

	@Override
	public String type() {
		return "apply-change";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.changes.apply(job.uuid("changeId"));
		return Map.of();
	}

}
