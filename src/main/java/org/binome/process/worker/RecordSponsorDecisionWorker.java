package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.SponsorDecisions;

import org.springframework.stereotype.Component;

/**
 * Keeps the sponsor's yes or no with the person the engine names as having completed the
 * task (QUA-18, QUA-19). Without a clear answer of a sponsor the process goes on to the
 * gate term-sheet, which holds and says so.
 */
@Component
class RecordSponsorDecisionWorker implements Worker {

	private static final String TASK = "Task_SponsorDecision";

	private final SponsorDecisions decisions;

	private final Completions completions;

	RecordSponsorDecisionWorker(SponsorDecisions decisions, Completions completions) {
		this.decisions = decisions;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-sponsor-decision";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		String decision = answer.text("decision");
		boolean declined = false;
		if ("yes".equals(decision) || "no".equals(decision)) {
			String by = this.completions.before(job, TASK).username();
			declined = this.decisions.decide(job.partnershipId(), job.elementInstanceKey(), "yes".equals(decision),
					answer.text("reason"), (by != null) ? by : "?");
		}
		return Map.of("sponsorDecision", declined ? "no" : "yes");
	}

}
