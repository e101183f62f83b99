package org.binome.process.worker;

import java.util.Map;

import org.binome.planning.ChangeLetter;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Asks the partner to agree to a change of the plan (PLA-03).
 */
@Component
class InviteChangeAnswerWorker implements Worker {

	private final ChangeLetter letter;

	InviteChangeAnswerWorker(ChangeLetter letter) {
		this.letter = letter;
	}

	@Override
	public String type() {
		return "invite-change-answer";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.letter.ask(job.uuid("changeId"), job.elementInstanceKey());
		return Map.of();
	}

}
