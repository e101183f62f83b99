package org.binome.process.worker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.account.Role;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals;
import org.binome.contract.Approvals.Review;
import org.binome.contract.Deviations;
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
 * Keeps a decision on the text with the person whom the engine names as having completed
 * the task, and tells who else has to approve. What can't count goes back to the task
 * with the reason.
 */
@Component
class RecordApprovalWorker implements Worker {

	private final Approvals approvals;

	private final Deviations deviations;

	private final Completions completions;

	private final Gates gates;

	RecordApprovalWorker(Approvals approvals, Deviations deviations, Completions completions, Gates gates) {
		this.approvals = approvals;
		this.deviations = deviations;
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
		String task = job.header("task");
		Completion completion = this.completions.before(job, task);
		UUID contractId = job.uuid("contractId");
		this.deviations.approve(contractId, AskedDeviations.approved(answer), completion.username());
		List<Finding> findings = this.approvals.record(new Review(contractId, role(task), completion.username(),
				decision(decision), answer.textOrEmpty("reason"), answer.integer("revision"), answer.text("sha256"),
				job.elementInstanceKey(), completion.taskKey(), job.processInstanceKey(),
				job.processDefinitionVersion(), completion.at()));
		if (!findings.isEmpty()) {
			this.gates.record(Gate.LEGAL_APPROVAL, job.partnershipId(), new Verdict.Held(findings), new Gates.Origin(
					job.processInstanceKey(), job.processDefinitionVersion(), job.elementInstanceKey()));
			throw new ProcessError("Err_ApprovalRefused",
					String.join(" ", findings.stream().map(Finding::english).toList()));
		}
		if (decision.equals("return")) {
			this.deviations.ask(contractId, job.elementInstanceKey(), AskedDeviations.in(answer),
					completion.username());
		}
		return Map.of("legalDecision", decision, "nextApprover",
				this.approvals.next(contractId).map((role) -> role.name().toLowerCase(Locale.ROOT)).orElse("nobody"));
	}

	/** In which role an approval counts is said by the task it was given in. */
	private static Role role(String task) {
		return switch (task) {
			case "Task_ReviewContract" -> Role.LEGAL;
			case "Task_ApproveContract" -> Role.SPONSOR;
			default -> throw new IllegalArgumentException("The header 'task' of record-approval holds '" + task
					+ "'; it must be Task_ReviewContract or Task_ApproveContract");
		};
	}

	private static Decision decision(String decision) {
		return switch (decision) {
			case "approve" -> Decision.APPROVED;
			case "return" -> Decision.RETURNED;
			case "refuse" -> Decision.REFUSED;
			default -> throw new IllegalArgumentException(
					"The form gave the decision '" + decision + "'; it must be approve, return or refuse");
		};
	}

}
