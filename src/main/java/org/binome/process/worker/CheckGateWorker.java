package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Evaluates the gate named in the header <code>gate</code>.
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
		return Map.of("gatePassed", this.gates.pass(gate, subject, origin));
	}

}
