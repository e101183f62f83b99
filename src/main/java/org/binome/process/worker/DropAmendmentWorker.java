package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.Amendments;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Gives up an amendment that not all parties want; the contract stays in force (PIL-01).
 */
@Component
class DropAmendmentWorker implements Worker {

	private final Amendments amendments;

	DropAmendmentWorker(Amendments amendments) {
		this.amendments = amendments;
	}

	@Override
	public String type() {
		return "drop-amendment";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.amendments.drop(job.partnershipId());
		return Map.of();
	}

}
