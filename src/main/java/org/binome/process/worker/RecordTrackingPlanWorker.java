package org.binome.process.worker;

import java.util.List;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.TrackingLetter;
import org.binome.tracking.TrackingPlans;
import org.binome.tracking.TrackingPlans.Draft;

import org.springframework.stereotype.Component;

/**
 * Keeps what is followed as entered and tells the partner; the gate tracking-plan judges
 * it (TRK-01 to TRK-09).
 */
@Component
class RecordTrackingPlanWorker implements Worker {

	private final TrackingPlans trackingPlans;

	private final TrackingLetter letter;

	RecordTrackingPlanWorker(TrackingPlans trackingPlans, TrackingLetter letter) {
		this.trackingPlans = trackingPlans;
		this.letter = letter;
	}

	@Override
	public String type() {
		return "record-tracking-plan";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		List<Draft> drafts = Entered.in(job.answer())
			.rows("metrics")
			.stream()
			.map((row) -> new Draft(row.uuid("objectiveId"), row.text("name"), row.number("target"), row.text("unit"),
					row.text("owner"), row.text("offTarget")))
			.toList();
		this.trackingPlans.agree(job.partnershipId(), job.elementInstanceKey(), drafts);
		this.letter.send(job.partnershipId());
		return Map.of();
	}

}
