package org.binome.process.worker;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.binome.planning.Planning;
import org.binome.planning.Planning.Row;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps the plan as reviewed; the gate plan-complete judges it (PLA-02). Returns the
 * actions to be carried out, each with its id and when it is due.
 */
@Component
class RecordPlanWorker implements Worker {

	private final Planning planning;

	RecordPlanWorker(Planning planning) {
		this.planning = planning;
	}

	@Override
	public String type() {
		return "record-plan";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		List<Row> rows = answer.rows("actions")
			.stream()
			.map((row) -> new Row(row.uuid("id"), row.text("name"), row.date("dueOn"), row.text("owner")))
			.toList();
		List<Map<String, String>> actions = this.planning.review(job.partnershipId(), job.elementInstanceKey(), rows)
			.stream()
			.map((action) -> Map.of("id", action.id().toString(), "dueAt",
					action.dueAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)))
			.toList();
		return Map.of("actions", actions);
	}

}
