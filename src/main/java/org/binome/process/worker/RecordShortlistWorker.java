package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.prospecting.Shortlist;

import org.springframework.stereotype.Component;

/**
 * Stores whom we retain (PRO-12).
 */
@Component
class RecordShortlistWorker implements Worker {

	private final Shortlist shortlist;

	RecordShortlistWorker(Shortlist shortlist) {
		this.shortlist = shortlist;
	}

	@Override
	public String type() {
		return "record-shortlist";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		List<UUID> chosen = answer.choices("candidateIds").stream().map(UUID::fromString).toList();
		int size = this.shortlist.choose(job.programmeId(), chosen, answer.textOrEmpty("reason"));
		return Map.of("shortlistSize", size);
	}

}
