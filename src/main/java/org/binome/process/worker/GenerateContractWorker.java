package org.binome.process.worker;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Contracts;
import org.binome.contract.Rehearsal;
import org.binome.contract.Revision;
import org.binome.document.DocumentFailure;
import org.binome.document.TemplateFailure;
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
		UUID contractId = job.uuid("contractId");
		try {
			Revision revision = this.contracts.generate(contractId, job.elementInstanceKey(),
					job.text("clauseProfile"));
			return Map.of("revision", revision.number(), "sha256", revision.sha256());
		}
		catch (DocumentFailure ex) {
			throw new IllegalStateException(
					"No revision of the contract %s was stored, because its document would not be whole: %s To put words right where they were entered, move this process instance back to \"Complete details\" (legal details) or let its owner reopen the terms there; to print them as they are, add a font that has the characters. Then retry."
						.formatted(this.contracts.get(contractId).reference(), ex.getMessage()),
					ex);
		}
		catch (TemplateFailure ex) {
			throw new IllegalStateException(
					"No revision of the contract %s was stored, because its template or its data is wrong: %s Correct the template or the data, then retry."
						.formatted(this.contracts.get(contractId).reference(), ex.getMessage()),
					ex);
		}
	}

}
