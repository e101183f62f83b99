package org.binome.process.worker;

import java.util.Locale;
import java.util.Map;

import org.binome.approach.Message;
import org.binome.approach.Messages;
import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Stores what a colleague says who read the message as the partner would (APP-14).
 */
@Component
class RecordMessageReviewWorker implements Worker {

	private final Messages messages;

	RecordMessageReviewWorker(Messages messages) {
		this.messages = messages;
	}

	@Override
	public String type() {
		return "record-message-review";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		Message.Review decision = answer.choice("decision", Message.Review.class);
		this.messages.review(job.partnershipId(), decision, answer.text("comment"));
		return Map.of("messageDecision", decision.name().toLowerCase(Locale.ROOT));
	}

}
