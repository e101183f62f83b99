package org.binome.process.worker;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.Reviews;

import org.springframework.stereotype.Component;

/**
 * Begins a period of tracking and sets the date of its review (PIL-01).
 */
@Component
class ScheduleTrackingWorker implements Worker {

	private final Reviews reviews;

	ScheduleTrackingWorker(Reviews reviews) {
		this.reviews = reviews;
	}

	@Override
	public String type() {
		return "schedule-tracking";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		ZonedDateTime reviewAt = this.reviews.schedule(job.partnershipId(), job.elementInstanceKey());
		return Map.of("reviewAt", reviewAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
	}

}
