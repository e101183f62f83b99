package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.Amendments;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.Reviews;

import org.springframework.stereotype.Component;

/**
 * Keeps what the periodic review decided (PIL-01). Only a clear "end" ends the
 * partnership.
 */
@Component
class RecordReviewWorker implements Worker {

	private final Reviews reviews;

	private final Amendments amendments;

	RecordReviewWorker(Reviews reviews, Amendments amendments) {
		this.reviews = reviews;
		this.amendments = amendments;
	}

	@Override
	public String type() {
		return "record-review";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		boolean end = "end".equals(answer.text("decision"));
		this.reviews.hold(job.partnershipId(), !end, answer.text("summary"), answer.text("nextSteps"),
				job.text("owner"));
		if ("amend".equals(answer.text("decision"))) {
			this.amendments.ask(job.partnershipId(), answer.text("nextSteps"), job.text("owner"));
		}
		return Map.of("reviewDecision", end ? "end" : "continue");
	}

}
