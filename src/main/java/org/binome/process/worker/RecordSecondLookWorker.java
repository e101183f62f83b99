package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.SecondLooks;

import org.springframework.stereotype.Component;

/**
 * Keeps a second look with the person the engine names as having completed the task; the
 * gate second-look judges it (QUA-11).
 */
@Component
class RecordSecondLookWorker implements Worker {

	private static final String TASK = "Task_SecondLook";

	private final SecondLooks looks;

	private final Completions completions;

	RecordSecondLookWorker(SecondLooks looks, Completions completions) {
		this.looks = looks;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-second-look";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		String by = this.completions.before(job, TASK).username();
		boolean goOn = "conclude".equals(answer.text("advice"));
		this.looks.look(job.partnershipId(), job.elementInstanceKey(), answer.text("seen"), goOn,
				(by != null) ? by : "?");
		return Map.of("secondLookAdvice", goOn ? "conclude" : "settle");
	}

}
