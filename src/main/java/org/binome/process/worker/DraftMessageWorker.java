package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Draft;
import org.binome.approach.Messages;
import org.binome.partner.ContactDetails;
import org.binome.partner.Partnerships;
import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Writes the message from its template in the partner's language (APP-10), and keeps by
 * what right we use the address (APP-03).
 */
@Component
class DraftMessageWorker implements Worker {

	private final Messages messages;

	private final Partnerships partnerships;

	private final ContactDetails details;

	DraftMessageWorker(Messages messages, Partnerships partnerships, ContactDetails details) {
		this.messages = messages;
		this.partnerships = partnerships;
		this.details = details;
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
		Entered entered = Entered.in(answer);
		if (!entered.text("contactChannel").isEmpty()) {
			this.details.record(this.partnerships.get(job.partnershipId()).contactId(),
					"draft:" + job.elementInstanceKey(), ContactEntry.in(entered), job.text("owner"));
		}
		return Map.of();
	}

}
