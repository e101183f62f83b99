package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.binome.approach.Sending;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Job;
import org.binome.process.ProcessError;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Sends the message with the link to answer, once per attempt (APP-11). What the gate
 * contact-window would hold by now does not go: mail may have waited for its server.
 */
@Component
class SendMessageWorker implements Worker {

	private final Sending sending;

	private final Gates gates;

	SendMessageWorker(Sending sending, Gates gates) {
		this.sending = sending;
		this.gates = gates;
	}

	@Override
	public String type() {
		return "send-message";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		if (!this.sending.sent(job.partnershipId())) {
			List<Finding> standing = this.gates.standing(Gate.CONTACT_WINDOW, job.partnershipId());
			if (!standing.isEmpty()) {
				throw new ProcessError("Err_NotNow",
						standing.stream().map(Finding::english).collect(Collectors.joining(" ")));
			}
		}
		this.sending.send(job.partnershipId());
		return Map.of();
	}

}
