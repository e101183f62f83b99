package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Evaluates the gate named in the header <code>gate</code>. Returns whether the process
 * may go on, and the ids of the rules that hold, for a model that goes different ways
 * back.
 */
@Component
class CheckGateWorker implements Worker {

	private final Gates gates;

	CheckGateWorker(Gates gates) {
		this.gates = gates;
	}

	@Override
	public String type() {
		return "check-gate";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Gate gate = Gate.of(job.header("gate"));
		UUID subject = gate.ofProgramme() ? job.programmeId() : job.partnershipId();
		var origin = new Gates.Origin(job.processInstanceKey(), job.processDefinitionVersion(),
				job.elementInstanceKey());
		boolean passed = this.gates.pass(gate, subject, origin);
		List<String> held = this.gates.openFindings(subject, gate).stream().map(Finding::rule).distinct().toList();
		return Map.of("gatePassed", passed, "heldRules", held);
	}

}
