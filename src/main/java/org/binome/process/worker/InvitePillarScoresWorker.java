package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Correspondence;

import org.springframework.stereotype.Component;

/**
 * Opens a round of pillar scores and asks the partner for theirs (QUA-02).
 */
@Component
class InvitePillarScoresWorker implements Worker {

	private final Correspondence correspondence;

	InvitePillarScoresWorker(Correspondence correspondence) {
		this.correspondence = correspondence;
	}

	@Override
	public String type() {
		return "invite-pillar-scores";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.correspondence.invitePillarScores(job.partnershipId(), job.elementInstanceKey());
		return Map.of();
	}

}
