package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Sending;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Sends the message with the link to answer, once per attempt (APP-11).
 */
@Component
class SendMessageWorker implements Worker {

	private final Sending sending;

	SendMessageWorker(Sending sending) {
		this.sending = sending;
	}

	@Override
	public String type() {
		return "send-message";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.sending.send(job.partnershipId());
		return Map.of();
	}

}
