package org.binome.process.brief;

import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.prospecting.Programme;
import org.binome.prospecting.Programmes;
import org.binome.prospecting.Readiness;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Is the programme ready for partners? (PRO-01)
 */
@Component
class ConfirmReadinessBrief implements TaskBrief {

	private final Programmes programmes;

	private final Gates gates;

	private final String portalUrl;

	ConfirmReadinessBrief(Programmes programmes, Gates gates, @Value("${binome.portal-url}") String portalUrl) {
		this.programmes = programmes;
		this.gates = gates;
		this.portalUrl = portalUrl;
	}

	@Override
	public String task() {
		return "Task_ConfirmReadiness";
	}

	@Override
	public Brief brief(Job job) {
		Programme programme = this.programmes.get(job.programmeId());
		Brief brief = Brief.about(job.language(), programme.name())
			.summary(
					"Un partenariat fait grandir ce qui marche déjà. Votre concept et votre marketing sont-ils éprouvés ?",
					"A partnership makes grow what works already. Are your concept and your marketing tested?")
			.fact("Type de partenariat", "Type of partnership", programme.partnershipType())
			.fact("Qui nous voulons toucher", "Whom we want to reach", programme.persona())
			.fact("Notre audience", "Our audience", programme.audience())
			.findings(this.gates.openFindings(programme.id(), Gate.READINESS))
			.link(this.portalUrl + "/programmes/" + programme.id(), "Voir le programme", "See the programme");
		Readiness readiness = programme.readiness();
		if (readiness != null) {
			brief.prefill("conceptProven", readiness.conceptProven())
				.prefill("offerProven", readiness.offerProven())
				.prefill("evidence", readiness.evidence());
		}
		return brief;
	}

}
