package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.planning.Change.Wish;
import org.binome.planning.Changes;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps what is to change in the plan and why, with the person whom the engine names as
 * asking for it (PLA-03). What is not clear goes back to the task.
 */
@Component
class RecordChangeWorker implements Worker {

	private final Changes changes;

	private final Completions completions;

	RecordChangeWorker(Changes changes, Completions completions) {
		this.changes = changes;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-change";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		UUID change = job.uuid("changeId");
		if ("keep".equals(answer.text("decision"))) {
			this.changes.withdraw(change);
			return Map.of("changeRequest", "withdrawn");
		}
		String by = this.completions.before(job, "Task_RequestChange").username();
		Wish wish = new Wish("give_up".equals(answer.text("decision")), orNull(answer.text("newName")),
				answer.date("newDueOn"), orNull(answer.text("newOwner")), answer.text("necessity"),
				answer.text("impact"));
		return Map.of("changeRequest", switch (this.changes.state(change, wish, by).state()) {
			case OPEN -> "unclear";
			case ASKED, APPLIED -> "asked";
			case REFUSED, WITHDRAWN -> "withdrawn";
		});
	}

	private static String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
