package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.binome.gate.Evaluation;
import org.binome.gate.Finding;
import org.binome.gate.Gates;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Briefs every human task before it opens. It only reads, so it may run any number of
 * times.
 */
@Component
class BriefTaskWorker implements Worker {

	private final Map<String, TaskBrief> briefs;

	private final Gates gates;

	BriefTaskWorker(List<TaskBrief> briefs, Gates gates) {
		this.gates = gates;
		this.briefs = briefs.stream().collect(Collectors.toMap(TaskBrief::task, Function.identity()));
	}

	@Override
	public String type() {
		return "brief-task";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		TaskBrief brief = this.briefs.get(job.elementId());
		if (brief == null) {
			throw new IllegalArgumentException("No brief is known for the task " + job.elementId()
					+ "; keep the task's id as it was, or remove its listener brief-task in the model");
		}
		return brief.brief(job).warnings(warnings(job)).variables();
	}

	private List<Finding> warnings(Job job) {
		UUID subject = job.has("partnershipId") ? job.partnershipId() : job.programmeId();
		return this.gates.latest(subject)
			.stream()
			.filter(Evaluation::warns)
			.flatMap((evaluation) -> evaluation.findings().stream())
			.toList();
	}

}
