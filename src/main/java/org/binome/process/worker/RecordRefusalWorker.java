package org.binome.process.worker;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.binome.approach.Refusal;
import org.binome.approach.Refusals;
import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Stores a refusal and when we ask again (APP-15, APP-16).
 */
@Component
class RecordRefusalWorker implements Worker {

	private final Refusals refusals;

	RecordRefusalWorker(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public String type() {
		return "record-refusal";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		Refusal refusal = new Refusal(answer.text("reason"), answer.choice("tone", Refusal.Tone.class),
				answer.yes("opening"), answer.choice("refused", Refusal.Refused.class), answer.date("reapproachOn"));
		Optional<Instant> again = this.refusals.record(job.partnershipId(), refusal);
		Map<String, Object> facts = new HashMap<>();
		facts.put("reapproach", again.isPresent());
		again.ifPresent((at) -> facts.put("reapproachAt", at.toString()));
		return facts;
	}

}
