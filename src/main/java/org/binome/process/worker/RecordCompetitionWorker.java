package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.Contracts;
import org.binome.contract.Frontiers;
import org.binome.contract.Frontiers.CompetitionCheck;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps what legal says of terms with a competitor, with the person whom the engine names
 * (PRO-04).
 */
@Component
class RecordCompetitionWorker implements Worker {

	private final Contracts contracts;

	private final Frontiers frontiers;

	private final Completions completions;

	RecordCompetitionWorker(Contracts contracts, Frontiers frontiers, Completions completions) {
		this.contracts = contracts;
		this.frontiers = frontiers;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-competition";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		String by = this.completions.before(job, "Task_CheckCompetition").username();
		this.frontiers.check(this.contracts.get(job.uuid("contractId")), job.elementInstanceKey(), new CompetitionCheck(
				answer.text("decision").equals("lawful"), answer.text("confidentiality"), answer.text("reason"), by));
		return Map.of();
	}

}
