package org.binome.process.worker;

import java.util.List;
import java.util.Map;

import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals;
import org.binome.contract.Approvals.Review;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Verdict;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.ProcessError;
import org.binome.process.UserTasks.Completion;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps the legal decision with the person whom the engine names as having completed the
 * task. What can't count goes back to the task with the reason.
 */
@Component
class RecordApprovalWorker implements Worker {

	private final Approvals approvals;

	private final Completions completions;

	private final Gates gates;

	RecordApprovalWorker(Approvals approvals, Completions completions, Gates gates) {
		this.approvals = approvals;
		this.completions = completions;
		this.gates = gates;
	}

	@Override
	public String type() {
		return "record-approval";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		String decision = answer.textOrEmpty("decision");
		Completion completion = this.completions.before(job, "Task_ReviewContract");
		List<Finding> findings = this.approvals.record(new Review(job.uuid("contractId"), completion.username(),
				decision(decision), answer.textOrEmpty("reason"), answer.integer("revision"), answer.text("sha256"),
				job.elementInstanceKey(), completion.taskKey(), job.processInstanceKey(),
				job.processDefinitionVersion(), completion.at()));
		if (!findings.isEmpty()) {
			this.gates.record(Gate.LEGAL_APPROVAL, job.partnershipId(), new Verdict.Held(findings), new Gates.Origin(
					job.processInstanceKey(), job.processDefinitionVersion(), job.elementInstanceKey()));
			throw new ProcessError("Err_ApprovalRefused",
					String.join(" ", findings.stream().map(Finding::english).toList()));
		}
		return Map.of("legalDecision", decision);
	}

	private static Decision decision(String decision) {
		return switch (decision) {
			case "approve" -> Decision.APPROVED;
			case "return" -> Decision.RETURNED;
			case "refuse" -> Decision.REFUSED;
			default -> throw new IllegalArgumentException("The form review-contract gave the decision '" + decision
					+ "'; it must be approve, return or refuse");
		};
	}

}
