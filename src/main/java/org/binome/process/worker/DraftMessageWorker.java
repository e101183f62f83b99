package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Draft;
import org.binome.approach.Messages;
import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Writes the message from its template in the partner's language (APP-10).
 */
@Component
class DraftMessageWorker implements Worker {

	private final Messages messages;

	DraftMessageWorker(Messages messages) {
		this.messages = messages;
	}

	@Override
	public String type() {
		return "draft-message";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		this.messages.write(job.partnershipId(), "draft:" + job.elementInstanceKey(),
				new Draft(answer.text("source"), answer.text("whyThem"), answer.text("theirBenefit"),
						answer.text("idea"), answer.text("phone"), answer.text("hours")));
		return Map.of();
	}

}
