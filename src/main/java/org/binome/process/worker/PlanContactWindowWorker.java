package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Sending;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Plans when the message is sent, in the partner's time (APP-01, APP-04).
 */
@Component
class PlanContactWindowWorker implements Worker {

	private final Sending sending;

	PlanContactWindowWorker(Sending sending) {
		this.sending = sending;
	}

	@Override
	public String type() {
		return "plan-contact-window";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		return Map.of("sendAt", this.sending.plan(job.partnershipId()).toString());
	}

}
