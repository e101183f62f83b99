package org.binome.process.worker;

import java.util.List;
import java.util.Map;

import org.binome.approach.Attempts;
import org.binome.approach.Gesture;
import org.binome.approach.GestureKind;
import org.binome.approach.Gestures;
import org.binome.approach.Mode;
import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Stores the gestures made and whether we want to ask now (REL-01, REL-02).
 */
@Component
class RecordGesturesWorker implements Worker {

	private final Attempts attempts;

	private final Gestures gestures;

	RecordGesturesWorker(Attempts attempts, Gestures gestures) {
		this.attempts = attempts;
		this.gestures = gestures;
	}

	@Override
	public String type() {
		return "record-gestures";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		List<Gesture> made = answer.rows("gestures")
			.stream()
			.map((row) -> new Gesture(row.choice("kind", GestureKind.class), row.date("on"), row.text("note")))
			.toList();
		this.gestures.add(job.partnershipId(), made, job.text("owner"));
		boolean requested = "approach".equals(answer.text("next"));
		if (requested) {
			Mode mode = (answer.text("mode") != null) ? answer.choice("mode", Mode.class) : Mode.WARM;
			this.attempts.approach(job.partnershipId(), mode, answer.text("coldReason"));
		}
		else {
			this.attempts.open(job.partnershipId());
		}
		return Map.of("approachRequested", requested);
	}

}
