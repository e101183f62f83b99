package org.binome.process.brief;

import java.util.UUID;

import org.binome.approach.Attempts;
import org.binome.approach.Draft;
import org.binome.approach.Message;
import org.binome.approach.Messages;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.stereotype.Component;

/**
 * Write to them with respect (APP-09 to APP-14).
 */
@Component
class DraftMessageBrief implements TaskBrief {

	private final ApproachBriefs briefs;

	private final Attempts attempts;

	private final Messages messages;

	private final Gates gates;

	DraftMessageBrief(ApproachBriefs briefs, Attempts attempts, Messages messages, Gates gates) {
		this.briefs = briefs;
		this.attempts = attempts;
		this.messages = messages;
		this.gates = gates;
	}

	@Override
	public String task() {
		return "Task_DraftMessage";
	}

	@Override
	public Brief brief(Job job) {
		UUID partnership = job.partnershipId();
		String theirs = this.briefs.partnerLanguage(job);
		Brief brief = this.briefs.about(job)
			.summary(
					"Écrivez dans la langue du partenaire (%s) ; le modèle ajoute l’ouverture, votre nom et le lien de réponse."
						.formatted("fr".equals(theirs) ? "français" : "anglais"),
					"Write in the partner’s language (%s); the template adds the opening, your name and the link to answer."
						.formatted("fr".equals(theirs) ? "French" : "English"))
			.findings(this.gates.openFindings(partnership, Gate.RESPECTFUL_MESSAGE))
			.prefill("hours",
					"fr".equals(theirs) ? "du lundi au vendredi, de 9 h à 16 h" : "Monday to Friday, 9:00 to 16:00");
		this.messages.latestOf(partnership).ifPresent((message) -> prefill(brief, message, partnership));
		this.briefs.contactDetail(job, brief);
		this.briefs.history(job, brief);
		return brief;
	}

	private void prefill(Brief brief, Message message, UUID partnership) {
		Draft draft = message.draft();
		brief.prefill("source", draft.source()).prefill("phone", draft.phone()).prefill("hours", draft.hours());
		// a new attempt is a new message: only the details of contact stay
		if (message.attemptId().equals(this.attempts.latest(partnership).id())) {
			brief.prefill("whyThem", draft.whyThem())
				.prefill("theirBenefit", draft.theirBenefit())
				.prefill("idea", draft.idea());
		}
		if (!message.comment().isEmpty()) {
			brief.fact("Votre collègue dit", "Your colleague says", message.comment());
		}
	}

}
