package org.binome.process.worker;

import java.util.List;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.Readings;
import org.binome.tracking.Readings.Entry;

import org.springframework.stereotype.Component;

/**
 * Keeps the figures entered, each tied to its metric and day (TRK-05).
 */
@Component
class RecordReadingsWorker implements Worker {

	private final Readings readings;

	RecordReadingsWorker(Readings readings) {
		this.readings = readings;
	}

	@Override
	public String type() {
		return "record-readings";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		List<Entry> entries = Entered.in(job.answer())
			.rows("readings")
			.stream()
			.map((row) -> new Entry(row.uuid("metricId"), row.number("value"), row.date("on")))
			.toList();
		this.readings.recordAll(job.partnershipId(), job.elementInstanceKey(), entries, job.text("owner"));
		return Map.of();
	}

}
