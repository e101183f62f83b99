package org.binome.process.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.ContractDetails;
import org.binome.contract.ContractDetails.PartyDetails;
import org.binome.contract.Contracts;
import org.binome.contract.Deviations;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps the legal details of every other party and the deviations of clauses that are
 * asked for, or reopens the terms (CON-08, CON-12).
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
						or(answer.text("jurisdiction"), before.jurisdiction()), or(answer.text("note"), ""),
						parties(answer, before)),
				by);
		this.deviations.approve(contractId, AskedDeviations.approved(answer), by);
		this.deviations.ask(contractId, job.elementInstanceKey(), AskedDeviations.in(answer), by);
		return Map.of("detailsDecision", "complete");
	}

	/** Every party of the terms stays, whatever the form sent back. */
	private static List<PartyDetails> parties(Answer answer, ContractDetails before) {
		Map<String, Answer> rows = new HashMap<>();
		answer.rows("furtherParties").forEach((row) -> rows.put(row.textOrEmpty("side"), row));
		return before.parties().stream().map((party) -> {
			Answer row = rows.getOrDefault(party.side(), Answer.of(Map.of()));
			return new PartyDetails(party.side(), or(row.text("legalName"), party.legalName()),
					or(row.text("address"), party.address()), or(row.text("registration"), party.registration()),
					or(row.text("signatory"), party.signatory()),
					or(row.text("signatoryTitle"), party.signatoryTitle()));
		}).toList();
	}

	private static String or(String entered, String before) {
		// PostgreSQL knows no text with this character
		return (entered != null) ? entered.replace("\u0000", "") : before;
	}

}
