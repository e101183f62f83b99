package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.prospecting.Shortlist;

import org.springframework.stereotype.Component;

/**
 * Opens a partnership with each candidate retained and starts its process.
 */
@Component
class OpenPartnershipsWorker implements Worker {

	private final Shortlist shortlist;

	OpenPartnershipsWorker(Shortlist shortlist) {
		this.shortlist = shortlist;
	}

	@Override
	public String type() {
		return "open-partnerships";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.shortlist.openPartnerships(job.programmeId());
		return Map.of();
	}

}
