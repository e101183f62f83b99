package org.binome.process.worker;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Contract;
import org.binome.contract.ContractLetters;
import org.binome.contract.Release;
import org.binome.contract.Release.NotReleasable;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Verdict;
import org.binome.process.Job;
import org.binome.process.ProcessError;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Puts the contract in force, after checking everything again from the database (CON-01).
 */
@Component
class ReleaseContractWorker implements Worker {

	private final Release release;

	private final ContractLetters letters;

	private final Gates gates;

	ReleaseContractWorker(Release release, ContractLetters letters, Gates gates) {
		this.release = release;
		this.letters = letters;
		this.gates = gates;
	}

	@Override
	public String type() {
		return "release-contract";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		UUID contractId = job.uuid("contractId");
		try {
			Contract contract = this.release.release(contractId);
			this.letters.inForce(contractId);
			return Map.of("noticeReminderAt", contract.noticeReminderAt().atOffset(ZoneOffset.UTC).toString());
		}
		catch (NotReleasable ex) {
			this.gates.record(Gate.SIGNATURE, job.partnershipId(), new Verdict.Held(ex.findings()), new Gates.Origin(
					job.processInstanceKey(), job.processDefinitionVersion(), job.elementInstanceKey()));
			throw new ProcessError("Err_NotReleasable", ex.getMessage());
		}
	}

}
