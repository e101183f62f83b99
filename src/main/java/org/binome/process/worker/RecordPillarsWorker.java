package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.PillarScores;
import org.binome.relationship.Pillars;

import org.springframework.stereotype.Component;

/**
 * Keeps our scores of the four pillars (QUA-02 to QUA-05).
 */
@Component
class RecordPillarsWorker implements Worker {

	private final Pillars pillars;

	RecordPillarsWorker(Pillars pillars) {
		this.pillars = pillars;
	}

	@Override
	public String type() {
		return "record-pillars";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		var scores = new PillarScores(answer.integer("desire"), answer.integer("project"), answer.integer("balance"),
				answer.integer("contract"), answer.text("comment"));
		this.pillars.scoreForUs(job.partnershipId(), scores, job.text("owner"));
		return Map.of();
	}

}
