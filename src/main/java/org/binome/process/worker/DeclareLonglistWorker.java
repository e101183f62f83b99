package org.binome.process.worker;

import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.prospecting.Longlist;

import org.springframework.stereotype.Component;

/**
 * Stores whether the longlist is complete (PRO-12).
 */
@Component
class DeclareLonglistWorker implements Worker {

	private final Longlist longlist;

	DeclareLonglistWorker(Longlist longlist) {
		this.longlist = longlist;
	}

	@Override
	public String type() {
		return "declare-longlist";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.longlist.declare(job.programmeId(), job.answer().yes("complete"));
		return Map.of();
	}

}
