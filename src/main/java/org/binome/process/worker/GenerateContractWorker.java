package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Draws up the next revision of the contract (CON-02, CON-08).
 */
@Component
class GenerateContractWorker implements Worker {

	private final Contracts contracts;

	GenerateContractWorker(Contracts contracts) {
		this.contracts = contracts;
	}

	@Override
	public String type() {
		return "generate-contract";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Revision revision = this.contracts.generate(job.uuid("contractId"), job.elementInstanceKey(),
				job.text("clauseProfile"));
		return Map.of("revision", revision.number(), "sha256", revision.sha256());
	}

}
