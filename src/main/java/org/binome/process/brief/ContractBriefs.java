package org.binome.process.brief;

import java.util.List;
import java.util.Map;

import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.contract.Approval;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.ContractDetails;
import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the three human tasks of the contract stage show.
 */
@Component
class ContractBriefs {

	private final Contracts contracts;

	private final Approvals approvals;

	private final Gates gates;

	private final Accounts accounts;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final String portalUrl;

	ContractBriefs(Contracts contracts, Approvals approvals, Gates gates, Accounts accounts, Partnerships partnerships,
			Organisations organisations, @Value("${binome.portal-url}") String portalUrl) {
		this.contracts = contracts;
		this.approvals = approvals;
		this.gates = gates;
		this.accounts = accounts;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.portalUrl = portalUrl;
	}

	private String partner(Contract contract) {
		return this.organisations.get(this.partnerships.get(contract.partnershipId()).organisationId()).name();
	}

	private Brief about(Job job, Contract contract, Revision revision) {
		String profile = switch (revision.clauseProfile()) {
			case "light" -> "fr".equals(job.language()) ? "léger" : "light";
			case "strict" -> "fr".equals(job.language()) ? "strict" : "strict";
			default -> "standard";
		};
		return Brief.about(job.language(), partner(contract))
			.link(this.portalUrl + "/contracts/" + contract.id() + "/review", "Lire cette révision du contrat",
					"Read this revision of the contract")
			.fact("Contrat", "Contract", contract.reference())
			.fact("Révision", "Revision", revision.number())
			.fact("Rigueur des clauses", "Strictness of clauses", profile)
			.fact("Établie par", "Drawn up by", this.accounts.nameOf(revision.author()))
			.fact("Raison", "Reason", revision.reason());
	}

	/** Only what was found since this revision was drawn up still matters. */
	private List<Finding> findings(Contract contract, Revision revision) {
		return this.gates.latest(contract.partnershipId())
			.stream()
			.filter((evaluation) -> evaluation.gate() == Gate.LEGAL_APPROVAL || evaluation.gate() == Gate.SIGNATURE)
			.filter((evaluation) -> !evaluation.at().isBefore(revision.recordedAt()))
			.flatMap((evaluation) -> evaluation.findings().stream())
			.toList();
	}

	private String missing(ContractDetails details, boolean french) {
		Map<String, String> required = french
				? Map.of("adresse", details.partnerAddress(), "immatriculation", details.partnerRegistration(),
						"signataire", details.partnerSignatory(), "qualité du signataire",
						details.partnerSignatoryTitle())
				: Map.of("address", details.partnerAddress(), "registration", details.partnerRegistration(),
						"signatory", details.partnerSignatory(), "signatory’s title", details.partnerSignatoryTitle());
		return String.join(", ",
				required.entrySet()
					.stream()
					.filter((entry) -> entry.getValue().isBlank())
					.map(Map.Entry::getKey)
					.sorted()
					.toList());
	}

	@Component
	static class ReviewContract implements TaskBrief {

		private final ContractBriefs common;

		ReviewContract(ContractBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_ReviewContract";
		}

		@Override
		public Role role() {
			return Role.LEGAL;
		}

		@Override
		public Brief brief(Job job) {
			Contract contract = this.common.contracts.get(job.uuid("contractId"));
			Revision revision = this.common.contracts.current(contract.id()).orElseThrow();
			Brief brief = this.common.about(job, contract, revision)
				.summary(
						"Lisez exactement cette révision, puis approuvez-la, renvoyez-la ou refusez-la. Votre décision porte sur son empreinte.",
						"Read exactly this revision, then approve, return or refuse it. Your decision is about its fingerprint.")
				.findings(this.common.findings(contract, revision))
				.prefill("revision", revision.number())
				.prefill("sha256", revision.sha256());
			String missing = this.common.missing(this.common.contracts.details(contract.id()),
					"fr".equals(job.language()));
			if (!missing.isEmpty()) {
				brief.fact("À compléter chez le partenaire", "Missing on the partner’s side", missing);
			}
			return brief;
		}

	}

	/** Before the first revision, and again after legal returned one. */
	@Component
	static class CompleteDetails implements TaskBrief {

		private final ContractBriefs common;

		CompleteDetails(ContractBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_CompleteDetails";
		}

		@Override
		public Brief brief(Job job) {
			Contract contract = this.common.contracts.get(job.uuid("contractId"));
			ContractDetails details = this.common.contracts.details(contract.id());
			Brief brief = returned(job) ? afterReturn(job, contract) : firstTime(job, contract);
			String missing = this.common.missing(details, "fr".equals(job.language()));
			if (!missing.isEmpty()) {
				brief.fact("À compléter chez le partenaire", "Missing on the partner’s side", missing);
			}
			return brief.prefill("decision", "complete")
				.prefill("partnerLegalName", details.partnerLegalName())
				.prefill("partnerAddress", details.partnerAddress())
				.prefill("partnerRegistration", details.partnerRegistration())
				.prefill("partnerSignatory", details.partnerSignatory())
				.prefill("partnerSignatoryTitle", details.partnerSignatoryTitle())
				.prefill("jurisdiction", details.jurisdiction());
		}

		/** A return before the terms were reopened belongs to an earlier process. */
		private static boolean returned(Job job) {
			return job.has("legalDecision") && job.text("legalDecision").equals("return");
		}

		private Brief firstTime(Job job, Contract contract) {
			return Brief.about(job.language(), this.common.partner(contract))
				.summary(
						"Complétez ce que le contrat doit dire du partenaire : il sera établi ensuite. Si les conditions ne conviennent plus, rouvrez-les : elles ne se saisissent jamais dans un contrat.",
						"Complete what the contract must say of the partner; it is drawn up next. If the terms no longer fit, reopen them: terms are never typed into a contract.")
				.link(this.common.portalUrl + "/partnerships/" + contract.partnershipId(), "Voir le partenariat",
						"See the partnership")
				.fact("Contrat", "Contract", contract.reference());
		}

		private Brief afterReturn(Job job, Contract contract) {
			Revision revision = this.common.contracts.current(contract.id()).orElseThrow();
			Brief brief = this.common.about(job, contract, revision)
				.summary(
						"Le service juridique a renvoyé le contrat. Corrigez ou complétez les informations sur le partenaire, ou rouvrez les conditions : elles ne se saisissent jamais dans un contrat.",
						"Legal returned the contract. Correct or complete the partner’s details, or reopen the terms: terms are never typed into a contract.")
				.findings(this.common.findings(contract, revision));
			this.common.approvals.of(contract.id())
				.stream()
				.filter((approval) -> approval.decision() == Approval.Decision.RETURNED)
				.findFirst()
				.ifPresent((approval) -> brief.fact("Motif du renvoi", "Why it was returned", approval.reason()));
			return brief;
		}

	}

	@Component
	static class SignForUs implements TaskBrief {

		private final ContractBriefs common;

		SignForUs(ContractBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_SignForUs";
		}

		@Override
		public Role role() {
			return Role.SPONSOR;
		}

		@Override
		public Brief brief(Job job) {
			Contract contract = this.common.contracts.get(job.uuid("contractId"));
			Revision revision = this.common.contracts.current(contract.id()).orElseThrow();
			Brief brief = this.common.about(job, contract, revision)
				.summary(
						"Le service juridique a approuvé cette révision. Signez-la pour notre société, ou dites pourquoi vous ne la signez pas.",
						"Legal approved this revision. Sign it for our company, or say why you don’t sign it.")
				.findings(this.common.findings(contract, revision))
				.fact("Empreinte SHA-256", "SHA-256", revision.sha256());
			this.common.approvals.latest(contract.id(), revision.number(), revision.sha256())
				.ifPresent((approval) -> brief.fact("Approuvée par", "Approved by",
						this.common.accounts.nameOf(approval.approver())));
			return brief;
		}

	}

}
