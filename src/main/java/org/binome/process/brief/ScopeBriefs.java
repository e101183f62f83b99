package org.binome.process.brief;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.contract.Contracts;
import org.binome.contract.Frontiers;
import org.binome.contract.Frontiers.Crossing;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.relationship.TermSheet;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the human tasks about the scope of a contract show (CON-09, PRO-04).
 */
@Component
class ScopeBriefs {

	private final PartnershipBriefs partnerships;

	private final Contracts contracts;

	private final Frontiers frontiers;

	private final Gates gates;

	private final Accounts accounts;

	private final String portalUrl;

	ScopeBriefs(PartnershipBriefs partnerships, Contracts contracts, Frontiers frontiers, Gates gates,
			Accounts accounts, @Value("${binome.portal-url}") String portalUrl) {
		this.partnerships = partnerships;
		this.contracts = contracts;
		this.frontiers = frontiers;
		this.gates = gates;
		this.accounts = accounts;
		this.portalUrl = portalUrl;
	}

	private Brief about(Job job) {
		UUID partnershipId = job.partnershipId();
		TermSheet terms = this.contracts.acceptedTerms(partnershipId);
		Brief brief = this.partnerships.about(job)
			.link(this.portalUrl + "/partnerships/" + partnershipId, "Voir le partenariat", "See the partnership")
			.findings(this.gates.openFindings(partnershipId, Gate.SCOPE_OVERLAP))
			.fact("Territoire", "Territory", terms.territory())
			.fact("Produits", "Products", terms.products())
			.fact("Secteurs", "Sectors", terms.sectors());
		if (this.frontiers.competitor(partnershipId)) {
			brief.fact("Concurrent", "Competitor",
					PartnershipBriefs.choose(job,
							"oui : le service juridique vérifie le droit de la concurrence et la confidentialité",
							"yes: legal checks competition law and confidentiality"));
			this.frontiers.competitionCheck(partnershipId)
				.ifPresent((check) -> brief.fact("Avis juridique", "What legal says",
						PartnershipBriefs.choose(job, check.lawful() ? "licite" : "non : " + check.reason(),
								check.lawful() ? "lawful" : "no: " + check.reason()) + " – "
								+ this.accounts.nameOf(check.by())));
		}
		return brief;
	}

	/** How does the frontier run with each of the others? */
	@Component
	static class DrawFrontiers implements TaskBrief {

		private final ScopeBriefs common;

		DrawFrontiers(ScopeBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_DrawFrontiers";
		}

		@Override
		public Brief brief(Job job) {
			List<Crossing> crossings = this.common.frontiers.crossings(job.partnershipId());
			return this.common.about(job)
				.summary(
						"Pour chaque partenariat dont le périmètre croise celui-ci, écrivez en une phrase comment passe la frontière : elle figurera au contrat et ne nomme jamais l’autre partenaire. Si le périmètre doit changer, rouvrez les conditions.",
						"For each partnership whose scope crosses this one, write in a sentence how the frontier runs: it goes into the contract and never names the other partner. If the scope has to change, reopen the terms.")
				.with("crossings", crossings.size())
				.prefill("decision", "drawn")
				.prefill("frontiers",
						crossings.stream()
							.map((crossing) -> Map.of("id", crossing.partnershipId().toString(), "partner",
									crossing.partner(), "common", crossing.common(), "sentence", crossing.sentence()))
							.toList());
		}

	}

	/** Is the scope agreed with a competitor lawful? */
	@Component
	static class CheckCompetition implements TaskBrief {

		private final ScopeBriefs common;

		CheckCompetition(ScopeBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_CheckCompetition";
		}

		@Override
		public Role role() {
			return Role.LEGAL;
		}

		@Override
		public Brief brief(Job job) {
			return this.common.about(job)
				.summary(
						"Le partenaire est un concurrent. Dites si ce qui est convenu respecte le droit de la concurrence, et quel accord de confidentialité protège ce qui est partagé.",
						"The partner is a competitor. Say whether what is agreed respects competition law, and which confidentiality agreement protects what is shared.");
		}

	}

}
