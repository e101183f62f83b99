package org.binome.process.brief;

import org.binome.approach.Message;
import org.binome.approach.Messages;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.stereotype.Component;

/**
 * Read the message as the partner would (APP-14).
 */
@Component
class ReviewMessageBrief implements TaskBrief {

	private final ApproachBriefs briefs;

	private final Messages messages;

	private final Gates gates;

	ReviewMessageBrief(ApproachBriefs briefs, Messages messages, Gates gates) {
		this.briefs = briefs;
		this.messages = messages;
		this.gates = gates;
	}

	@Override
	public String task() {
		return "Task_ReviewMessage";
	}

	@Override
	public Brief brief(Job job) {
		Message message = this.messages.latestOf(job.partnershipId())
			.orElseThrow(() -> new IllegalStateException("There is no message to review"));
		return this.briefs.about(job)
			.summary("Lisez ce message comme si vous étiez le partenaire. Auriez-vous envie de répondre ?",
					"Read this message as if you were the partner. Would you want to answer?")
			.fact("Version", "Revision", message.revision())
			.findings(this.gates.openFindings(job.partnershipId(), Gate.RESPECTFUL_MESSAGE))
			.with("subject", message.subject())
			.with("message", message.preview());
	}

}
