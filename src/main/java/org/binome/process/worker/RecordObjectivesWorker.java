package org.binome.process.worker;

import java.util.List;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Objectives;
import org.binome.relationship.Objectives.Draft;

import org.springframework.stereotype.Component;

/**
 * Keeps common project and objectives as entered; the gate quantified-objectives judges
 * them (QUA-03, QUA-14, QUA-15).
 */
@Component
class RecordObjectivesWorker implements Worker {

	private final Objectives objectives;

	RecordObjectivesWorker(Objectives objectives) {
		this.objectives = objectives;
	}

	@Override
	public String type() {
		return "record-objectives";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		List<Draft> drafts = answer.rows("objectives")
			.stream()
			.map((row) -> new Draft(row.text("name"), row.number("target"), row.text("unit"), row.date("dueOn"),
					row.text("benchmark")))
			.toList();
		this.objectives.set(job.partnershipId(), job.elementInstanceKey(), answer.text("commonProject"), drafts);
		return Map.of();
	}

}
