package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Governance;
import org.binome.relationship.Governance.Above;
import org.binome.relationship.Pairs;

import org.springframework.stereotype.Component;

/**
 * Keeps the named pair and the levels above it as entered; the gates named-pair and
 * governance judge them (GOV-01, GOV-02).
 */
@Component
class RecordPairWorker implements Worker {

	private final Pairs pairs;

	private final Governance governance;

	RecordPairWorker(Pairs pairs, Governance governance) {
		this.pairs = pairs;
		this.governance = governance;
	}

	@Override
	public String type() {
		return "record-pair";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		this.pairs.name(job.partnershipId(), job.elementInstanceKey(), answer.text("ourName"),
				answer.text("partnerName"), answer.text("partnerEmail"), answer.text("partnerRole"));
		this.governance.name(job.partnershipId(), job.elementInstanceKey(), new Above(answer.text("ourSteering"),
				answer.text("partnerSteering"), answer.text("ourExecutive"), answer.text("partnerExecutive")));
		return Map.of();
	}

}
