package org.binome.process.worker;

import java.util.List;
import java.util.Map;

import org.binome.contract.ReadBacks;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.gate.Verdict;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.ProcessError;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps what we understood with the person whom the engine names (CON-04). Words that say
 * nothing, or another revision, go back to the task with the reason.
 */
@Component
class RecordReadBackWorker implements Worker {

	private final ReadBacks readBacks;

	private final Completions completions;

	private final Gates gates;

	RecordReadBackWorker(ReadBacks readBacks, Completions completions, Gates gates) {
		this.readBacks = readBacks;
		this.completions = completions;
		this.gates = gates;
	}

	@Override
	public String type() {
		return "record-read-back";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		List<Finding> findings = this.readBacks.restateForUs(job.uuid("contractId"),
				this.completions.before(job, "Task_RestateContract").username(), job.elementInstanceKey(),
				Map.of(Topic.OBJECTIVE, answer.text("objective"), Topic.DUTIES, answer.text("duties"), Topic.DATES,
						answer.text("dates"), Topic.EXIT, answer.text("exit")),
				answer.integer("revision"), answer.text("sha256"));
		if (!findings.isEmpty()) {
			this.gates.record(Gate.READ_BACK, job.partnershipId(), new Verdict.Held(findings), new Gates.Origin(
					job.processInstanceKey(), job.processDefinitionVersion(), job.elementInstanceKey()));
			throw new ProcessError("Err_ReadBackRefused",
					String.join(" ", findings.stream().map(Finding::english).toList()));
		}
		return Map.of();
	}

}
