package org.binome.process.worker;

import java.util.Map;

import org.binome.planning.Change;
import org.binome.planning.Change.State;
import org.binome.planning.Changes;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps what our side says of a change to the plan, with the person whom the engine names
 * (PLA-03). Only a clear "approve" approves; whether that person may is for the gate.
 */
@Component
class RecordChangeApprovalWorker implements Worker {

	private final Changes changes;

	private final Completions completions;

	RecordChangeApprovalWorker(Changes changes, Completions completions) {
		this.changes = changes;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-change-approval";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		String by = this.completions.before(job, "Task_ApproveChange").username();
		Change change = this.changes.answerForUs(job.uuid("changeId"), "task:" + job.elementInstanceKey(),
				"approve".equals(answer.text("decision")), answer.text("reason"), by);
		return Map.of("changeDecision", decision(change));
	}

	private static String decision(Change change) {
		if (change.state() != State.ASKED) {
			return "refuse";
		}
		return change.approvedByPartner().isEmpty() ? "approve" : "agreed";
	}

}
