package org.binome.process.brief;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.binome.approach.ApproachSettings;
import org.binome.approach.Gesture;
import org.binome.approach.Gestures;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.tracking.Retrospectives;
import org.binome.tracking.Retrospectives.Lesson;

import org.springframework.stereotype.Component;

/**
 * Earn the right to ask (REL-01 to REL-03).
 */
@Component
class BuildRelationshipBrief implements TaskBrief {

	private static final int LESSONS = 3;

	private final ApproachBriefs briefs;

	private final Gestures gestures;

	private final Retrospectives retrospectives;

	private final Gates gates;

	private final ApproachSettings settings;

	BuildRelationshipBrief(ApproachBriefs briefs, Gestures gestures, Retrospectives retrospectives, Gates gates,
			ApproachSettings settings) {
		this.briefs = briefs;
		this.gestures = gestures;
		this.retrospectives = retrospectives;
		this.gates = gates;
		this.settings = settings;
	}

	@Override
	public String task() {
		return "Task_BuildRelationship";
	}

	@Override
	public Brief brief(Job job) {
		List<Gesture> made = this.gestures.of(job.partnershipId());
		Brief brief = this.briefs.about(job)
			.summary(
					"Construisez la relation avant de demander : de petits gestes réguliers, sans rien attendre. Notez-les ici.",
					"Build the relation before you ask: small regular gestures, expecting nothing. Record them here.")
			.fact("Gestes notés", "Gestures recorded", made.size() + " / " + this.settings.gestures())
			.findings(this.gates.openFindings(job.partnershipId(), Gate.WARMTH))
			.prefill("next", "continue")
			.prefill("mode", "warm");
		if (!made.isEmpty()) {
			LocalDate first = made.getFirst().on();
			LocalDate last = made.getLast().on();
			brief
				.fact("Étalés sur", "Spread over",
						ChronoUnit.DAYS.between(first, last) + " / " + this.settings.gestureDays() + " "
								+ ("fr".equals(job.language()) ? "jours" : "days"))
				.fact("Dernier geste", "Latest gesture", made.getLast().kind().label(job.language()) + ", " + last);
		}
		for (Lesson lesson : this.retrospectives.lessons(job.partnershipId(), LESSONS)) {
			brief.fact("Leçon apprise avec « " + lesson.partner() + " »",
					"Lesson learnt with “" + lesson.partner() + "”", lesson.text());
		}
		this.briefs.history(job, brief);
		return brief;
	}

}
