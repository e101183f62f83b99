package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.ClosingLetter;
import org.binome.tracking.Retrospective;
import org.binome.tracking.Retrospectives;

import org.springframework.stereotype.Component;

/**
 * Thanks the partner and says what ends, once (PIL-05).
 */
@Component
class SendClosingWorker implements Worker {

	private final ClosingLetter letter;

	private final Retrospectives retrospectives;

	SendClosingWorker(ClosingLetter letter, Retrospectives retrospectives) {
		this.letter = letter;
		this.retrospectives = retrospectives;
	}

	@Override
	public String type() {
		return "send-closing";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.letter.send(job.partnershipId(),
				this.retrospectives.latest(job.partnershipId()).map(Retrospective::farewell).orElse(""));
		return Map.of();
	}

}
