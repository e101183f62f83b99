package org.binome.process.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.Frontiers;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps how the frontiers run, or reopens the terms (CON-09). Terms with a competitor
 * that legal has not found lawful go to legal first (PRO-04).
 */
@Component
class RecordFrontiersWorker implements Worker {

	private final Contracts contracts;

	private final Frontiers frontiers;

	private final Completions completions;

	RecordFrontiersWorker(Contracts contracts, Frontiers frontiers, Completions completions) {
		this.contracts = contracts;
		this.frontiers = frontiers;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-frontiers";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		if (answer.textOrEmpty("decision").equals("renegotiate")) {
			return Map.of("frontierDecision", "renegotiate");
		}
		Contract contract = this.contracts.get(job.uuid("contractId"));
		Map<UUID, String> sentences = new HashMap<>();
		Entered.in(answer).rows("frontiers").forEach((row) -> {
			UUID other = row.uuid("id");
			if (other != null) {
				sentences.put(other, row.text("sentence"));
			}
		});
		String by = this.completions.before(job, "Task_DrawFrontiers").username();
		this.frontiers.draw(contract, job.elementInstanceKey(), sentences, by);
		boolean legalFirst = this.frontiers.competitor(contract.partnershipId())
				&& !this.frontiers.cleared(contract.partnershipId());
		return Map.of("frontierDecision", legalFirst ? "legal" : "drawn");
	}

}
