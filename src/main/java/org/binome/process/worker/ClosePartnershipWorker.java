package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Closing;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Ends the partnership with thanks (PRO-31).
 */
@Component
class ClosePartnershipWorker implements Worker {

	private final Closing closing;

	ClosePartnershipWorker(Closing closing) {
		this.closing = closing;
	}

	@Override
	public String type() {
		return "close-partnership";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.closing.close(job.partnershipId());
		return Map.of();
	}

}
