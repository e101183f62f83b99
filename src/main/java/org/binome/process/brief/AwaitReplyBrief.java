package org.binome.process.brief;

import org.binome.approach.Attempt;
import org.binome.approach.Attempts;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.stereotype.Component;

/**
 * The message is out; the partner takes the time they need (APP-11).
 */
@Component
class AwaitReplyBrief implements TaskBrief {

	private final ApproachBriefs briefs;

	private final Attempts attempts;

	AwaitReplyBrief(ApproachBriefs briefs, Attempts attempts) {
		this.briefs = briefs;
		this.attempts = attempts;
	}

	@Override
	public String task() {
		return "Task_AwaitReply";
	}

	@Override
	public Brief brief(Job job) {
		Attempt attempt = this.attempts.latest(job.partnershipId());
		Brief brief = this.briefs.about(job)
			.summary(
					"Le message est parti, aucune relance ne suivra. Si le partenaire vous répond autrement que par le lien, notez-le ici.",
					"The message is out, no chaser will follow. If the partner answers otherwise than by the link, record it here.");
		if (attempt.sentAt() != null) {
			brief.fact("Envoyé le", "Sent on",
					ApproachBriefs.day(attempt.sentAt(), this.briefs.zone(job), job.language()));
		}
		this.briefs.history(job, brief);
		return brief;
	}

}
