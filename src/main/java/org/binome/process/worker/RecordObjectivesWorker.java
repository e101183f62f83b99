package org.binome.process.worker;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Ledgers;
import org.binome.relationship.Ledgers.Ledger;
import org.binome.relationship.Objectives;
import org.binome.relationship.Objectives.Draft;
import org.binome.relationship.SecondLooks;

import org.springframework.stereotype.Component;

/**
 * Keeps common project, objectives and what both sides give and get as entered; the gates
 * reciprocity and quantified-objectives judge them (QUA-03, QUA-04, QUA-09, QUA-10,
 * QUA-14, QUA-15). Says when to take the second look (QUA-11).
 */
@Component
class RecordObjectivesWorker implements Worker {

	private final Objectives objectives;

	private final Ledgers ledgers;

	private final SecondLooks looks;

	RecordObjectivesWorker(Objectives objectives, Ledgers ledgers, SecondLooks looks) {
		this.objectives = objectives;
		this.ledgers = ledgers;
		this.looks = looks;
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
		Instant entered = this.ledgers.enter(job.partnershipId(), job.elementInstanceKey(),
				new Ledger("yes".equals(answer.text("wePromote")), "yes".equals(answer.text("theyPromote")),
						answer.text("ourGain"), answer.text("ourMoney"), answer.text("partnerGain"),
						answer.text("partnerMoney"), answer.integer("weGive"), answer.integer("weGet"),
						answer.integer("theyGive"), answer.integer("theyGet")));
		return Map.of("secondLookAt", this.looks.due(entered).toString());
	}

}
