package org.binome.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.camunda.client.CamundaClient;
import org.binome.Forms;
import org.binome.SentMails;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.ReadBackByBoth;
import org.binome.contract.ReadBacks;
import org.binome.contract.Revision;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.binome.partner.Partnership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gates of the contract stage before signature, each held, cleared and passed: scope
 * overlap, legal approval with a second approver, read-back.
 */
@ProcessTest
class ContractGatesProcessTests {

	private static final String FRONTIER = "Les librairies indépendantes relèvent du présent contrat, les chaînes non";

	@Autowired
	Engine engine;

	@Autowired
	CamundaClient client;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	ReadBacks readBacks;

	@Autowired
	Gates gates;

	@Autowired
	Overrides overrides;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void con09ACrossingScopeHoldsTheDraftUntilAFrontierIsDrawnThatNamesNobody() {
		Partnership other = inForce("Cahiers reliés");
		Partnership partnership = begin(this.terms.acceptedOn("Cahiers"));
		this.engine.awaitTask("Task_DrawFrontiers");
		assertThat(rules(partnership, Gate.SCOPE_OVERLAP)).containsExactly("CON-09");
		assertThat(this.engine.completed("Task_GenerateContract")).isZero();
		this.engine.pass(Duration.ofDays(8));

		draw(other, "Les librairies d’Atelier du Levant restent à lui seul");
		this.engine.awaitTask("Task_DrawFrontiers");
		assertThat(this.gates.openFindings(partnership.id(), Gate.SCOPE_OVERLAP)).extracting(Finding::english)
			.containsExactly("The frontier names “Atelier du Levant”.");

		draw(other, FRONTIER);
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(data(partnership, 1)).contains(FRONTIER);
	}

	@Test
	void con09TheTermsAreReopenedWhereNoFrontierWillDo() {
		Partnership other = inForce("Agendas");
		begin(this.terms.acceptedOn("Agendas"));
		this.engine.complete("Task_DrawFrontiers", "manager",
				Forms.frontiers("renegotiate", other.id().toString(), ""));
		this.engine.awaitElement("EndEvent_ScopeReopensTerms");
	}

	@Test
	void con09ASponsorMayLetACrossingScopePass() {
		Partnership other = inForce("Stylos");
		Partnership partnership = begin(this.terms.acceptedOn("Stylos"));
		this.engine.awaitTask("Task_DrawFrontiers");
		this.overrides.override(partnership.id(), Gate.SCOPE_OVERLAP, "sponsor",
				"L’autre contrat se termine avant le lancement de celui-ci.");
		draw(other, "");
		this.engine.awaitTask("Task_ReviewContract");
	}

	@Test
	void con09AScopeTakenMeanwhileHoldsTheSignature() {
		Partnership partnership = begin(this.terms.acceptedOn("Encres"));
		approve(partnership, "legal");
		Partnership other = inForce("Encres");
		understand(partnership);
		this.engine.awaitElement("Event_FrontiersMissing");
		this.engine.awaitTask("Task_DrawFrontiers");
		assertThat(this.engine.completed("Task_InviteSignatures")).isZero();

		draw(other, FRONTIER);
		this.engine.awaitElement("Task_GenerateContract", 2);
		approve(partnership, "legal");
		understand(partnership);
		this.engine.awaitTask("Task_SignForUs");
		assertThat(data(partnership, 2)).contains(FRONTIER);
	}

	@Test
	void pro04ACompetitorNeedsLegalsWordOnCompetitionAndConfidentiality() {
		Partnership partnership = this.terms.accepted("fr");
		compete(partnership);
		begin(partnership);
		this.engine.awaitTask("Task_DrawFrontiers");
		assertThat(rules(partnership, Gate.SCOPE_OVERLAP)).containsExactly("PRO-04", "PRO-04");

		noFrontiers();
		this.engine.awaitTask("Task_CheckCompetition");
		this.engine.pass(Duration.ofDays(8));
		this.engine.complete("Task_CheckCompetition", "legal",
				Map.of("decision", "unlawful", "reason", "Les prix ne se partagent pas"));
		this.engine.awaitTask("Task_DrawFrontiers");
		noFrontiers();
		this.engine.complete("Task_CheckCompetition", "manager",
				Map.of("decision", "lawful", "confidentiality", "NDA du 3 mars 2026"));
		this.engine.awaitTask("Task_DrawFrontiers");
		assertThat(rules(partnership, Gate.SCOPE_OVERLAP)).as("only legal's word counts").containsExactly("PRO-04");
		noFrontiers();
		this.engine.complete("Task_CheckCompetition", "legal",
				Map.of("decision", "lawful", "confidentiality", "NDA du 3 mars 2026"));
		this.engine.awaitTask("Task_ReviewContract");
	}

	@Test
	void con02StrictClausesNeedASecondApproverWhoIsAnotherPerson() {
		Partnership partnership = begin(strict());
		approve(partnership, "legal");
		this.engine.awaitTask("Task_ApproveContract");
		this.engine.pass(Duration.ofDays(8));
		approveAgain(partnership, "legal", "approve");
		this.engine.awaitElement("BoundaryEvent_SponsorApprovalRefused");
		this.engine.awaitTask("Task_ApproveContract");
		assertThat(this.gates.openFindings(partnership.id(), Gate.LEGAL_APPROVAL)).extracting(Finding::english)
			.anyMatch((text) -> text.contains("sponsor"))
			.anyMatch((text) -> text.contains("approved this revision already"));

		approveAgain(partnership, "sponsor", "approve");
		this.engine.awaitElement("Task_GateLegalApproval");
		this.engine.awaitTask("Task_RestateContract");
	}

	@Test
	void con02WhoComesToOwnThePartnershipHasNotApprovedIt() {
		Partnership partnership = strict();
		pair(partnership);
		begin(partnership);
		approve(partnership, "legal");
		this.engine.awaitTask("Task_ApproveContract");
		this.jdbc.sql("update partnership set owner = 'legal' where id = ?").param(partnership.id()).update();
		approveAgain(partnership, "sponsor", "approve");
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.engine.completed("Task_GateLegalApproval")).isZero();
	}

	@Test
	void con07ADeviationIsApprovedBySomebodyElseBeforeTheText() {
		Partnership partnership = this.terms.accepted("fr");
		start(partnership);
		Map<String, Object> details = new HashMap<>(Forms.details("complete"));
		details.put("deviations",
				List.of(Map.of("clause", "liability", "variant", "strict", "reason", "Le partenaire y tient")));
		this.engine.complete("Task_CompleteDetails", "manager", details);
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(data(partnership, 1)).contains("\"clauseVariants\"").contains("\"liability\"");
		approve(partnership, "legal");
		this.engine.awaitElement("BoundaryEvent_ApprovalRefused");
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(rules(partnership, Gate.LEGAL_APPROVAL)).containsExactly("CON-07");

		Revision revision = current(partnership);
		String deviation = this.jdbc.sql("select id from clause_deviation where contract_id = ?")
			.param(revision.contractId())
			.query(String.class)
			.single();
		this.engine.complete("Task_ReviewContract", "legal", Map.of("decision", "approve", "reason", "", "revision",
				revision.number(), "sha256", revision.sha256(), "approvedDeviations", List.of(deviation)));
		approveAgain(partnership, "sponsor", "approve");
		this.engine.awaitTask("Task_RestateContract");
	}

	@Test
	void con04WhatDiffersIsSettledAndConfirmedByBoth() {
		Partnership partnership = begin(this.terms.accepted("fr"));
		approve(partnership, "legal");
		this.engine.awaitTask("Task_RestateContract");
		this.engine.pass(Duration.ofDays(8));
		restate(partnership);
		this.engine.awaitTask("Task_CompareReadBacks");
		this.engine.pass(Duration.ofDays(8));
		compare(partnership, "compared", "different");
		this.engine.awaitElement("Task_GateReadBack");
		this.engine.awaitTask("Task_CompareReadBacks");
		assertThat(this.gates.openFindings(partnership.id(), Gate.READ_BACK)).extracting(Finding::english)
			.containsExactly("The objective: the two sides do not say the same.");

		compare(partnership, "settle", "different");
		this.engine.awaitElement("Task_InviteConfirmation");
		this.engine.pass(Duration.ofDays(8));
		confirm(partnership, false);
		this.engine.awaitElement("Task_AwaitConfirmation");
		this.engine.awaitTask("Task_CompareReadBacks");
		compare(partnership, "settle", "different");
		this.engine.awaitElement("Task_InviteConfirmation", 2);
		confirm(partnership, true);
		this.engine.awaitElement("EndEvent_UnderstoodAlike");
		this.engine.awaitTask("Task_SignForUs");
		assertThat(this.mails.latestTextTo(this.contracts.signer(partnership.id()).email())).contains("/p/");
	}

	@Test
	void con04AReturnedTextIsReadBackAnew() {
		Partnership partnership = begin(this.terms.accepted("fr"));
		approve(partnership, "legal");
		this.engine.awaitTask("Task_RestateContract");
		restate(partnership);
		compare(partnership, "return", "different");
		this.engine.awaitElement("Event_ReadBackReturned");
		this.engine.complete("Task_CompleteDetails", "manager", Forms.details("complete"));
		approve(partnership, "legal");
		this.engine.awaitTask("Task_RestateContract");
		assertThat(this.engine.completed("Task_RestateContract")).isEqualTo(1);
		assertThat(current(partnership).number()).isEqualTo(2);
	}

	@Test
	void con04WordsThatSayNothingAreNotARestatement() {
		Partnership partnership = begin(this.terms.accepted("fr"));
		approve(partnership, "legal");
		this.engine.awaitTask("Task_RestateContract");
		Revision revision = current(partnership);
		this.engine.complete("Task_RestateContract", "manager", Map.of("objective", "ok", "duties", "ok", "dates", "ok",
				"exit", "ok", "revision", revision.number(), "sha256", revision.sha256()));
		this.engine.awaitElement("BoundaryEvent_ReadBackRefused");
		this.engine.awaitTask("Task_RestateContract");
		assertThat(rules(partnership, Gate.READ_BACK)).containsExactly("CON-04", "CON-04", "CON-04", "CON-04");
	}

	@Test
	void con04ASponsorMayLetADifferencePass() {
		Partnership partnership = begin(this.terms.accepted("fr"));
		approve(partnership, "legal");
		this.engine.awaitTask("Task_RestateContract");
		restate(partnership);
		compare(partnership, "compared", "different");
		this.engine.awaitElement("Task_GateReadBack");
		this.engine.awaitTask("Task_CompareReadBacks");
		this.overrides.override(partnership.id(), Gate.READ_BACK, "sponsor",
				"La différence porte sur un mot, le texte est clair pour tous.");
		compare(partnership, "compared", "different");
		this.engine.awaitTask("Task_SignForUs");
	}

	private Partnership inForce(String products) {
		Partnership other = this.terms.acceptedOn(products);
		Contract contract = this.contracts.open(other.id());
		this.jdbc.sql("update contract set state = 'IN_FORCE', starts_on = ?, ends_on = ? where id = ?")
			.params(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 12, 31), contract.id())
			.update();
		return other;
	}

	private Partnership strict() {
		Partnership partnership = this.terms.accepted("fr");
		this.jdbc.sql("alter table term_sheet disable trigger user").update();
		this.jdbc.sql("update term_sheet set risk = 'high' where partnership_id = ?").param(partnership.id()).update();
		this.jdbc.sql("alter table term_sheet enable trigger user").update();
		return partnership;
	}

	/** The contract names the pair, so that another owner leaves its data as it was. */
	private void pair(Partnership partnership) {
		this.jdbc.sql("""
				insert into pair (partnership_id, entry_key, our_name, our_account, partner_person_id, partner_name,
					partner_email, partner_role)
				values (?, 1, 'manager', 'manager', ?, 'Direction', 'direction@levant.example', '')""")
			.params(partnership.id(), partnership.contactId())
			.update();
	}

	private void compete(Partnership partnership) {
		UUID longlist = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into longlist_import (id, programme_id, file_name, sha256, imported_by, rows_read, rows_added,
						rows_duplicate, rows_rejected, at) values (?, ?, 'x.csv', repeat('0', 64), 'manager', 1, 1, 0, 0, now())""")
			.params(longlist, partnership.programmeId())
			.update();
		this.jdbc
			.sql("""
					insert into candidate (id, programme_id, import_id, line, name, dedupe_key, country, language, time_zone,
						contact_name, contact_email, contact_role, origin, audience_affinity, product_fit, image_fit,
						culture_fit, openness, relation, evidence, partnership_id)
					values (?, ?, ?, 2, 'Concurrent', 'concurrent', 'FR', 'fr', 'Europe/Paris', 'X', 'x@concurrent.example', '',
						'RESEARCH', 5, 5, 5, 5, 'OPEN', 'COMPETITOR', '', ?)""")
			.params(UUID.randomUUID(), partnership.programmeId(), longlist, partnership.id())
			.update();
	}

	private Partnership begin(Partnership partnership) {
		start(partnership);
		this.engine.complete("Task_CompleteDetails", "manager", Forms.details("complete"));
		return partnership;
	}

	private void start(Partnership partnership) {
		this.client.newCreateInstanceCommand()
			.bpmnProcessId("contract")
			.latestVersion()
			.variables(Map.of("partnershipId", partnership.id().toString(), "programmeId",
					partnership.programmeId().toString(), "language", "fr", "owner", "manager"))
			.send()
			.join();
	}

	private void draw(Partnership other, String sentence) {
		this.engine.complete("Task_DrawFrontiers", "manager",
				Forms.frontiers("drawn", other.id().toString(), sentence));
	}

	private void noFrontiers() {
		this.engine.complete("Task_DrawFrontiers", "manager", Map.of("decision", "drawn"));
	}

	private void approve(Partnership partnership, String username) {
		this.engine.awaitTask("Task_ReviewContract");
		Revision revision = current(partnership);
		this.engine.complete("Task_ReviewContract", username,
				Forms.legal("approve", revision.number(), revision.sha256()));
	}

	private void approveAgain(Partnership partnership, String username, String decision) {
		this.engine.awaitTask("Task_ApproveContract");
		Revision revision = current(partnership);
		this.engine.complete("Task_ApproveContract", username,
				Forms.legal(decision, revision.number(), revision.sha256()));
	}

	private void understand(Partnership partnership) {
		this.engine.awaitTask("Task_RestateContract");
		restate(partnership);
		compare(partnership, "compared", "alike");
	}

	private void restate(Partnership partnership) {
		Revision revision = current(partnership);
		this.engine.complete("Task_RestateContract", "manager",
				Forms.restatement(revision.number(), revision.sha256()));
		new ReadBackByBoth(this.readBacks, this.contracts)
			.partner(this.contracts.ofPartnership(partnership.id()).orElseThrow());
	}

	private void compare(Partnership partnership, String decision, String objective) {
		this.engine.awaitTask("Task_CompareReadBacks");
		Revision revision = current(partnership);
		this.engine.complete("Task_CompareReadBacks", "manager",
				Forms.comparison(decision, objective, revision.number(), revision.sha256()));
	}

	private void confirm(Partnership partnership, boolean yes) {
		this.readBacks.inviteConfirmation(current(partnership).contractId())
			.forEach((link) -> this.readBacks.confirm(link, this.contracts.signer(partnership.id()), yes,
					yes ? "" : "Quatre cents en tout, pas par an"));
	}

	private Revision current(Partnership partnership) {
		return this.contracts.current(this.contracts.ofPartnership(partnership.id()).orElseThrow().id()).orElseThrow();
	}

	private String data(Partnership partnership, int revision) {
		return this.jdbc.sql("""
				select data from contract_revision
				where revision = ? and contract_id = (select id from contract where partnership_id = ?)""")
			.params(revision, partnership.id())
			.query(String.class)
			.single();
	}

	private List<String> rules(Partnership partnership, Gate gate) {
		return this.gates.openFindings(partnership.id(), gate).stream().map(Finding::rule).toList();
	}

}
