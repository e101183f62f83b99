package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Replies;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Stores that no reply came in time; nobody chases (APP-11).
 */
@Component
class RecordSilenceWorker implements Worker {

	private final Replies replies;

	RecordSilenceWorker(Replies replies) {
		this.replies = replies;
	}

	@Override
	public String type() {
		return "record-silence";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		return Map.of("replyOutcome", this.replies.silence(job.partnershipId()).route());
	}

}
