package org.binome.process.worker;

import java.io.IOException;
import java.util.Map;

import org.binome.contract.Contracts;
import org.binome.contract.Rehearsal;
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

	private final Rehearsal rehearsal;

	GenerateContractWorker(Contracts contracts, Rehearsal rehearsal) {
		this.contracts = contracts;
		this.rehearsal = rehearsal;
	}

	@Override
	public String type() {
		return "generate-contract";
	}

	@Override
	public void prepare() throws IOException {
		this.rehearsal.run();
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Revision revision = this.contracts.generate(job.uuid("contractId"), job.elementInstanceKey(),
				job.text("clauseProfile"));
		return Map.of("revision", revision.number(), "sha256", revision.sha256());
	}

}
