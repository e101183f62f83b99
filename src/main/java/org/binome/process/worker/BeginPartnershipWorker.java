package org.binome.process.worker;

import java.util.Map;

import org.binome.partner.Partnerships;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Notes which process instance runs the partnership.
 */
@Component
class BeginPartnershipWorker implements Worker {

	private final Partnerships partnerships;

	BeginPartnershipWorker(Partnerships partnerships) {
		this.partnerships = partnerships;
	}

	@Override
	public String type() {
		return "begin-partnership";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.partnerships.begun(job.partnershipId(), job.processInstanceKey());
		return Map.of();
	}

}
