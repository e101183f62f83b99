package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.Release.NotReleasable;
import org.binome.contract.SealedContracts;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Seals the contract that all parties signed, once (CON-01). Where something speaks
 * against it, nothing is sealed; the release that follows says so and knows the way back.
 */
@Component
class SealContractWorker implements Worker {

	private static final Logger logger = LoggerFactory.getLogger(SealContractWorker.class);

	private final SealedContracts sealed;

	SealContractWorker(SealedContracts sealed) {
		this.sealed = sealed;
	}

	@Override
	public String type() {
		return "seal-contract";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		try {
			this.sealed.seal(job.uuid("contractId"));
		}
		catch (NotReleasable ex) {
			logger.info("Contract {} is not sealed: {}", job.uuid("contractId"), ex.getMessage());
		}
		return Map.of();
	}

}
