package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.UserTasks;
import org.binome.process.Worker;
import org.binome.relationship.SponsorDecisions;

import org.springframework.stereotype.Component;

/**
 * Keeps the sponsor's yes or no with the person the engine names as having completed the
 * task (QUA-18, QUA-19). Without a clear answer nothing is kept and the gate term-sheet
 * asks again.
 */
@Component
class RecordSponsorDecisionWorker implements Worker {

	private static final String TASK = "Task_SponsorDecision";

	private final SponsorDecisions decisions;

	private final UserTasks userTasks;

	RecordSponsorDecisionWorker(SponsorDecisions decisions, UserTasks userTasks) {
		this.decisions = decisions;
		this.userTasks = userTasks;
	}

	@Override
	public String type() {
		return "record-sponsor-decision";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		String decision = answer.text("decision");
		if ("yes".equals(decision) || "no".equals(decision)) {
			String by = this.userTasks.completedBy(job.processInstanceKey(), TASK).username();
			this.decisions.decide(job.partnershipId(), job.elementInstanceKey(), "yes".equals(decision),
					answer.text("reason"), (by != null) ? by : "?");
		}
		return Map.of("sponsorDecision", "no".equals(decision) ? "no" : "yes");
	}

}
