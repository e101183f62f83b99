package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Pillars;

import org.springframework.stereotype.Component;

/**
 * Notes whether a gap between the pillars is worked on or ends the matter (QUA-06). Only
 * a clear "stop" stops.
 */
@Component
class RecordPillarGapWorker implements Worker {

	private final Pillars pillars;

	RecordPillarGapWorker(Pillars pillars) {
		this.pillars = pillars;
	}

	@Override
	public String type() {
		return "record-pillar-gap";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		boolean stop = "stop".equals(answer.text("decision"));
		this.pillars.closeGap(job.partnershipId(), !stop, answer.text("plan"), job.text("owner"));
		return Map.of("pillarDecision", stop ? "stop" : "rescore");
	}

}
