package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Correspondence;

import org.springframework.stereotype.Component;

/**
 * Mails the latest terms with the link to answer them; incomplete ones come back as an
 * answer that asks for changes.
 */
@Component
class SendTermSheetWorker implements Worker {

	private final Correspondence correspondence;

	SendTermSheetWorker(Correspondence correspondence) {
		this.correspondence = correspondence;
	}

	@Override
	public String type() {
		return "send-term-sheet";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.correspondence.sendTermSheet(job.partnershipId());
		return Map.of();
	}

}
