package org.binome.process.brief;

import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.stereotype.Component;

/**
 * By what right do we write to this person? (APP-03)
 */
@Component
class ClearContactBrief implements TaskBrief {

	private final ApproachBriefs briefs;

	private final Gates gates;

	ClearContactBrief(ApproachBriefs briefs, Gates gates) {
		this.briefs = briefs;
		this.gates = gates;
	}

	@Override
	public String task() {
		return "Task_ClearContact";
	}

	@Override
	public Brief brief(Job job) {
		Brief brief = this.briefs.about(job)
			.summary(
					"Le message est prêt, mais il ne part pas encore : précisez d’où vient l’adresse, notez l’accord reçu, ou choisissez une autre personne.",
					"The message is ready but does not leave yet: say where the address comes from, record the consent received, or choose another person.")
			.findings(this.gates.openFindings(job.partnershipId(), Gate.CONTACT_WINDOW))
			.prefill("decision", "keep");
		this.briefs.contactDetail(job, brief);
		return brief;
	}

}
