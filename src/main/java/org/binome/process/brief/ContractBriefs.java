package org.binome.process.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.contract.Approval;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.ContractDetails;
import org.binome.contract.ContractDetails.PartyDetails;
import org.binome.contract.Contracts;
import org.binome.contract.Deviation;
import org.binome.contract.Deviations;
import org.binome.contract.ReadBacks;
import org.binome.contract.Revision;
import org.binome.contract.Signatures;
import org.binome.document.ClauseLibrary;
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
 * What the human tasks about the text of a contract show.
 */
@Component
class ContractBriefs {

	private static final Set<Gate> FOUND_IN_REVIEW = Set.of(Gate.LEGAL_APPROVAL, Gate.SIGNATURE, Gate.READ_BACK,
			Gate.SCOPE_OVERLAP);

	private final Contracts contracts;

	private final Approvals approvals;

	private final Deviations deviations;

	private final ClauseLibrary clauses;

	private final ReadBacks readBacks;

	private final Gates gates;

	private final Accounts accounts;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final String portalUrl;

	ContractBriefs(Contracts contracts, Approvals approvals, Deviations deviations, ClauseLibrary clauses,
			ReadBacks readBacks, Gates gates, Accounts accounts, Partnerships partnerships, Organisations organisations,
			@Value("${binome.portal-url}") String portalUrl) {
		this.contracts = contracts;
		this.approvals = approvals;
		this.deviations = deviations;
		this.clauses = clauses;
		this.readBacks = readBacks;
		this.gates = gates;
		this.accounts = accounts;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.portalUrl = portalUrl;
	}

	private String partner(Contract contract) {
		return this.organisations.get(this.partnerships.get(contract.partnershipId()).organisationId()).name();
	}

	Brief about(Job job, Contract contract, Revision revision) {
		return Brief.about(job.language(), partner(contract))
			.link(this.portalUrl + "/contracts/" + contract.id() + "/review", "Lire cette révision du contrat",
					"Read this revision of the contract")
			.fact("Contrat", "Contract", contract.reference())
			.fact("Révision", "Revision", revision.number())
			.fact("Rigueur des clauses", "Strictness of clauses", strictness(revision.clauseProfile(), job.language()))
			.fact("Établie par", "Drawn up by", this.accounts.nameOf(revision.author()))
			.fact("Raison", "Reason", revision.reason());
	}

	/** For an approval: also what is open, and which text exactly it is about. */
	private Brief approval(Job job, Contract contract, Revision revision) {
		return about(job, contract, revision).findings(findings(contract, revision))
			.prefill("revision", revision.number())
			.prefill("sha256", revision.sha256());
	}

	private static String strictness(String variant, String language) {
		return switch (variant) {
			case "light" -> "fr".equals(language) ? "léger" : "light";
			case "strict" -> "strict";
			default -> "standard";
		};
	}

	/**
	 * What deviates from the profile, and what can be asked for and approved (CON-07).
	 */
	private Brief deviations(Brief brief, Job job, Contract contract) {
		List<Deviation> all = this.deviations.of(contract.id());
		for (Deviation deviation : all) {
			brief.fact("Écart : " + this.clauses.title(deviation.clause(), "fr"),
					"Deviation: " + this.clauses.title(deviation.clause(), "en"), described(deviation, job.language()));
		}
		return brief.with("clauses", options(this.clauses.titles(job.language())))
			.with("deviations",
					all.stream()
						.filter((deviation) -> !deviation.approved())
						.map((deviation) -> Map.of("value", Long.toString(deviation.id()), "label",
								"%s – %s (%s)".formatted(this.clauses.title(deviation.clause(), job.language()),
										strictness(deviation.variant(), job.language()),
										this.accounts.nameOf(deviation.askedBy()))))
						.toList());
	}

	private String described(Deviation deviation, String language) {
		boolean french = "fr".equals(language);
		String approved = deviation.approved()
				? (french ? "approuvé par " : "approved by ") + this.accounts.nameOf(deviation.approvedBy())
				: (french ? "à approuver par quelqu’un d’autre" : "to be approved by somebody else");
		return "%s – %s (%s, %s)".formatted(strictness(deviation.variant(), language), deviation.reason(),
				this.accounts.nameOf(deviation.askedBy()), approved);
	}

	private static List<Map<String, String>> options(Map<String, String> titles) {
		return titles.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.map((title) -> Map.of("label", title.getValue(), "value", title.getKey()))
			.toList();
	}

	/** Under French law a memorandum may bind as much as a contract (CON-10). */
	private void mou(Contract contract, Revision revision, Brief brief) {
		if (revision.kind().equals("mou") && "FR".equals(this.contracts.details(contract.id()).jurisdiction())) {
			brief.fact("CON-10", "CON-10", brief.text(
					"Protocole d’accord en droit français : il peut engager autant qu’un contrat. Vérifiez que les parties le veulent.",
					"A memorandum under French law: it can bind as much as a contract. Check that the parties want that."));
		}
	}

	/** Only what was found since this revision was drawn up still matters. */
	private List<Finding> findings(Contract contract, Revision revision) {
		return this.gates.latest(contract.partnershipId())
			.stream()
			.filter((evaluation) -> FOUND_IN_REVIEW.contains(evaluation.gate()))
			.filter((evaluation) -> !evaluation.at().isBefore(revision.recordedAt()))
			.flatMap((evaluation) -> evaluation.findings().stream())
			.toList();
	}

	/** What the details do not say yet, party by party. */
	private List<String> missing(ContractDetails details, boolean french) {
		List<String> missing = new ArrayList<>();
		missing.add(missing(details.partnerLegalName(), details.partnerAddress(), details.partnerRegistration(),
				details.partnerSignatory(), details.partnerSignatoryTitle(), french));
		details.parties()
			.forEach((party) -> missing.add(missing(party.legalName(), party.address(), party.registration(),
					party.signatory(), party.signatoryTitle(), french)));
		return missing.stream().filter((line) -> !line.isEmpty()).toList();
	}

	private static String missing(String name, String address, String registration, String signatory, String title,
			boolean french) {
		Map<String, String> required = french
				? Map.of("adresse", address, "immatriculation", registration, "signataire", signatory,
						"qualité du signataire", title)
				: Map.of("address", address, "registration", registration, "signatory", signatory, "signatory’s title",
						title);
		String fields = String.join(", ",
				required.entrySet()
					.stream()
					.filter((entry) -> entry.getValue().isBlank())
					.map(Map.Entry::getKey)
					.sorted()
					.toList());
		return fields.isEmpty() ? "" : name + (french ? " : " : ": ") + fields;
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
			Brief brief = this.common.approval(job, contract, revision)
				.summary(
						"Lisez exactement cette révision, puis approuvez-la, renvoyez-la ou refusez-la. Votre décision porte sur son empreinte.",
						"Read exactly this revision, then approve, return or refuse it. Your decision is about its fingerprint.");
			this.common.deviations(brief, job, contract);
			this.common.missing(this.common.contracts.details(contract.id()), "fr".equals(job.language()))
				.forEach((line) -> brief.fact("À compléter chez le partenaire", "Missing on the partner’s side", line));
			this.common.mou(contract, revision, brief);
			return brief;
		}

	}

	/** The second approval, by a sponsor. */
	@Component
	static class ApproveContract implements TaskBrief {

		private final ContractBriefs common;

		ApproveContract(ContractBriefs common) {
			this.common = common;
		}

		@Override
		public String task() {
			return "Task_ApproveContract";
		}

		@Override
		public Role role() {
			return Role.SPONSOR;
		}

		@Override
		public Brief brief(Job job) {
			Contract contract = this.common.contracts.get(job.uuid("contractId"));
			Revision revision = this.common.contracts.current(contract.id()).orElseThrow();
			Brief brief = this.common.approval(job, contract, revision)
				.summary(
						"Le service juridique a approuvé cette révision. Clauses strictes, valeur élevée ou écart : il faut une seconde approbation, par une autre personne.",
						"Legal approved this revision. Strict clauses, a high value or a deviation: a second approval is needed, by another person.");
			this.common.approvals.latest(contract.id(), revision.number(), revision.sha256())
				.ifPresent((approval) -> brief.fact("Approuvée par", "Approved by",
						this.common.accounts.nameOf(approval.approver())));
			return this.common.deviations(brief, job, contract);
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
			this.common.missing(details, "fr".equals(job.language()))
				.forEach((line) -> brief.fact("À compléter chez le partenaire", "Missing on the partner’s side", line));
			List<Map<String, Object>> parties = details.parties().stream().map(CompleteDetails::row).toList();
			return this.common.deviations(brief, job, contract)
				.with("furtherParties", parties)
				.prefill("furtherParties", parties)
				.prefill("decision", "complete")
				.prefill("partnerLegalName", details.partnerLegalName())
				.prefill("partnerAddress", details.partnerAddress())
				.prefill("partnerRegistration", details.partnerRegistration())
				.prefill("partnerSignatory", details.partnerSignatory())
				.prefill("partnerSignatoryTitle", details.partnerSignatoryTitle())
				.prefill("jurisdiction", details.jurisdiction());
		}

		private static Map<String, Object> row(PartyDetails party) {
			return Map.of("side", party.side(), "legalName", party.legalName(), "address", party.address(),
					"registration", party.registration(), "signatory", party.signatory(), "signatoryTitle",
					party.signatoryTitle());
		}

		/** A return before the terms were reopened belongs to an earlier process. */
		private static boolean returned(Job job) {
			return (job.has("legalDecision") && job.text("legalDecision").equals("return"))
					|| (job.has("readBackOutcome") && job.text("readBackOutcome").equals("return"));
		}

		private Brief firstTime(Job job, Contract contract) {
			return Brief.about(job.language(), this.common.partner(contract))
				.summary(
						"Complétez ce que le contrat doit dire du partenaire : il sera établi ensuite. Si les conditions ne conviennent plus, rouvrez-les : elles ne se saisissent jamais dans un contrat.",
						"Complete what the contract must say of the partner; it is drawn up next. If the terms no longer fit, reopen them: terms are never typed into a contract.")
				.link(this.common.portalUrl + "/partnerships/" + contract.partnershipId(), "Voir le partenariat",
						"See the partnership")
				.fact("Contrat", "Contract", contract.reference())
				.fact("Rigueur des clauses", "Strictness of clauses",
						strictness(job.has("clauseProfile") ? job.text("clauseProfile") : "standard", job.language()));
		}

		private Brief afterReturn(Job job, Contract contract) {
			Revision revision = this.common.contracts.current(contract.id()).orElseThrow();
			Brief brief = this.common.about(job, contract, revision)
				.summary(
						"Le contrat a été renvoyé. Corrigez ou complétez les informations sur le partenaire, ou rouvrez les conditions : elles ne se saisissent jamais dans un contrat.",
						"The contract was returned. Correct or complete the partner’s details, or reopen the terms: terms are never typed into a contract.")
				.findings(this.common.findings(contract, revision));
			this.common.approvals.of(contract.id())
				.stream()
				.filter((approval) -> approval.decision() == Approval.Decision.RETURNED)
				.findFirst()
				.ifPresent((approval) -> brief.fact("Motif du renvoi", "Why it was returned", approval.reason()));
			this.common.readBacks.comparison(revision)
				.filter((comparison) -> comparison.decision() == ReadBacks.Decision.RETURN)
				.ifPresent((comparison) -> brief.fact("La relecture croisée a montré", "The read-back showed",
						comparison.reason()));
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

	/** When partners have let the time to sign pass. */
	@Component
	static class DecideOnSignature implements TaskBrief {

		private final ContractBriefs common;

		private final Signatures signatures;

		DecideOnSignature(ContractBriefs common, Signatures signatures) {
			this.common = common;
			this.signatures = signatures;
		}

		@Override
		public String task() {
			return "Task_DecideOnSignature";
		}

		@Override
		public Brief brief(Job job) {
			Contract contract = this.common.contracts.get(job.uuid("contractId"));
			Revision revision = this.common.contracts.current(contract.id()).orElseThrow();
			String missing = String.join(", ",
					this.signatures.required(contract, revision)
						.stream()
						.filter((party) -> !party.ours() && party.signature().isEmpty())
						.map((party) -> party.party() + " (" + party.person().name() + ")")
						.toList());
			return this.common.about(job, contract, revision)
				.summary(
						"Le partenaire n’a ni signé ni refusé dans le délai. Parlez-lui, puis donnez-lui un nouveau délai ou arrêtez : le silence ne signe rien.",
						"The partner has neither signed nor declined in time. Talk with them, then give them more time or stop: silence signs nothing.")
				.link(this.common.portalUrl + "/contracts/" + contract.id() + "/signing", "Voir les signatures",
						"See the signatures")
				.fact("Signatures attendues", "Signatures awaited", missing)
				.prefill("decision", "renew");
		}

	}

}
