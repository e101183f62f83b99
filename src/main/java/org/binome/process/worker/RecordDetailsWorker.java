package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.contract.ContractDetails;
import org.binome.contract.Contracts;
import org.binome.contract.Deviations;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps the legal details of the partner and the deviations of clauses that are asked
 * for, or reopens the terms (CON-08).
 */
@Component
class RecordDetailsWorker implements Worker {

	private final Contracts contracts;

	private final Deviations deviations;

	private final Completions completions;

	RecordDetailsWorker(Contracts contracts, Deviations deviations, Completions completions) {
		this.contracts = contracts;
		this.deviations = deviations;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-details";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		String decision = answer.textOrEmpty("decision");
		if (decision.equals("renegotiate")) {
			return Map.of("detailsDecision", decision);
		}
		UUID contractId = job.uuid("contractId");
		ContractDetails before = this.contracts.details(contractId);
		String by = this.completions.before(job, "Task_CompleteDetails").username();
		this.contracts.correct(contractId, job.elementInstanceKey(),
				new ContractDetails(or(answer.text("partnerLegalName"), before.partnerLegalName()),
						or(answer.text("partnerAddress"), before.partnerAddress()),
						or(answer.text("partnerRegistration"), before.partnerRegistration()),
						or(answer.text("partnerSignatory"), before.partnerSignatory()),
						or(answer.text("partnerSignatoryTitle"), before.partnerSignatoryTitle()),
						or(answer.text("jurisdiction"), before.jurisdiction()), answer.textOrEmpty("note")),
				by);
		this.deviations.approve(contractId, AskedDeviations.approved(answer), by);
		this.deviations.ask(contractId, job.elementInstanceKey(), AskedDeviations.in(answer), by);
		return Map.of("detailsDecision", "complete");
	}

	private static String or(String entered, String before) {
		return (entered != null) ? entered : before;
	}

}
