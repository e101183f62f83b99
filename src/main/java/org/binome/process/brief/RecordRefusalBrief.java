package org.binome.process.brief;

import org.binome.approach.ApproachSettings;
import org.binome.approach.Attempt;
import org.binome.approach.Attempts;
import org.binome.approach.Reply;
import org.binome.approach.ReplyOutcome;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.stereotype.Component;

/**
 * A refusal today is not a refusal for ever (APP-15, APP-16).
 */
@Component
class RecordRefusalBrief implements TaskBrief {

	private final ApproachBriefs briefs;

	private final Attempts attempts;

	private final ApproachSettings settings;

	RecordRefusalBrief(ApproachBriefs briefs, Attempts attempts, ApproachSettings settings) {
		this.briefs = briefs;
		this.attempts = attempts;
		this.settings = settings;
	}

	@Override
	public String task() {
		return "Task_RecordRefusal";
	}

	@Override
	public Brief brief(Job job) {
		Attempt attempt = this.attempts.latest(job.partnershipId());
		Brief brief = this.briefs.about(job)
			.summary(
					"Un refus aujourd’hui n’est pas un refus pour toujours : notez ce qui a été refusé, le ton, et quand revenir.",
					"A refusal today is not a refusal for ever: record what was refused, the tone, and when to come back.")
			.fact("Tentatives", "Attempts", attempt.number() + " / " + this.settings.attempts());
		Reply reply = attempt.reply();
		if (reply != null) {
			boolean later = reply.outcome() == ReplyOutcome.NOT_NOW;
			boolean never = reply.outcome() == ReplyOutcome.DO_NOT_CONTACT;
			boolean silent = reply.outcome() == ReplyOutcome.SILENCE;
			String reason = reply.note().isEmpty() ? reply.outcome().label(job.language()) : reply.note();
			brief.prefill("reason", reason)
				.prefill("tone", later ? "friendly" : "neutral")
				.prefill("refused", (later || silent) ? "timing" : "idea")
				.prefill("opening", !never && (later || silent));
			if (reply.returnOn() != null) {
				brief.prefill("reapproachOn", reply.returnOn().toString());
			}
		}
		this.briefs.history(job, brief);
		return brief;
	}

}
