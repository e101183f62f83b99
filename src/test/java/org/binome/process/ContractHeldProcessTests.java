package org.binome.process;

import java.time.Duration;
import java.util.Map;

import io.camunda.client.CamundaClient;
import org.binome.Forms;
import org.binome.SentMails;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.PartnerSignature;
import org.binome.contract.ReadBackByBoth;
import org.binome.contract.ReadBacks;
import org.binome.contract.Revision;
import org.binome.contract.Signatures;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract stage alone: everything that leads back to legal review, and what waits.
 */
@ProcessTest
class ContractHeldProcessTests {

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
	Signatures signatures;

	@Autowired
	PartnerSignature partner;

	@Autowired
	Partnerships partnerships;

	@Autowired
	Gates gates;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void con01OurSignatureOfAnotherRoleLeadsBackAndCanBeMadeGood() {
		Partnership partnership = begin();
		review(partnership, "legal", "approve");
		readBack(partnership);
		this.engine.complete("Task_SignForUs", "manager", Map.of("decision", "sign", "reason", "", "statement", true));
		partnerSigns(partnership);
		this.engine.awaitElement("Task_GateSignature");
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.gates.openFindings(partnership.id(), Gate.SIGNATURE)).extracting(Finding::rule)
			.containsExactly("CON-01");

		// the partner has signed this text already and isn't asked again
		review(partnership, "legal", "approve");
		this.engine.complete("Task_SignForUs", "sponsor", Map.of("decision", "sign", "reason", "", "statement", true));
		this.engine.awaitElement("EndEvent_ContractInForce");

		assertThat(this.partnerships.get(partnership.id()).state()).isEqualTo(Partnership.State.ACTIVE);
	}

	@Test
	void con06TermsAcceptedMeanwhileHoldTheRelease() {
		Partnership partnership = begin();
		review(partnership, "legal", "approve");
		readBack(partnership);
		partnerSigns(partnership);
		this.terms.accept(partnership, 2, "marketing", 90);
		this.engine.complete("Task_SignForUs", "sponsor", Map.of("decision", "sign", "reason", "", "statement", true));

		this.engine.awaitElement("BoundaryEvent_NotReleasable");
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.gates.openFindings(partnership.id(), Gate.SIGNATURE)).extracting(Finding::rule)
			.containsExactly("CON-06");
		assertThat(this.partnerships.get(partnership.id()).state()).isEqualTo(Partnership.State.OPEN);
	}

	@Test
	void con02AnApprovalThatIsNotInTheDatabaseOpensNothing() {
		Partnership partnership = begin();
		this.engine.awaitTask("Task_ReviewContract");
		this.jdbc.sql("""
				create function lose_approval() returns trigger language plpgsql as 'begin return null; end'""")
			.update();
		this.jdbc
			.sql("create trigger lose_approval before insert on approval for each row execute function lose_approval()")
			.update();
		try {
			review(partnership, "legal", "approve");
			this.engine.awaitElement("Task_GateLegalApproval");
		}
		finally {
			this.jdbc.sql("drop function lose_approval cascade").update();
		}

		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.engine.completed("Task_InviteSignatures")).isZero();
		review(partnership, "legal", "approve");
		this.engine.awaitTask("Task_RestateContract");
	}

	@Test
	void whoIsAskedToSignIsRemindedAndTheLevelAboveIsTold() {
		Partnership partnership = begin();
		review(partnership, "legal", "approve");
		readBack(partnership);
		this.engine.awaitTask("Task_SignForUs");
		String partner = this.contracts.signer(partnership.id()).email();

		this.engine.pass(Duration.ofDays(4));
		this.engine.awaitElement("EndEvent_SignForUsReminded");
		this.engine.awaitElement("EndEvent_AwaitPartnerSignatureReminded");
		this.engine.pass(Duration.ofDays(4));
		this.engine.awaitElement("EndEvent_SignForUsEscalated");
		this.engine.awaitElement("EndEvent_AwaitPartnerSignatureEscalated");

		// to restate, to sign, and a reminder of that
		assertThat(this.mails.to(partner)).hasSize(3);
	}

	@Test
	void ourRefusalEndsTheStageWithoutWaitingForThePartner() {
		Partnership partnership = begin();
		review(partnership, "legal", "approve");
		readBack(partnership);
		this.engine.complete("Task_SignForUs", "sponsor",
				Map.of("decision", "decline", "reason", "Priorités changées", "statement", false));

		this.engine.awaitElement("EndEvent_SignatureDeclined");
		assertThat(this.contracts.ofPartnership(partnership.id()).orElseThrow().state())
			.isEqualTo(Contract.State.DECLINED);
		assertThat(this.mails.latestTextTo("manager@binome.example")).contains("Priorités changées");
	}

	private Partnership begin() {
		Partnership partnership = this.terms.accepted("fr");
		this.client.newCreateInstanceCommand()
			.bpmnProcessId("contract")
			.latestVersion()
			.variables(Map.of("partnershipId", partnership.id().toString(), "programmeId",
					partnership.programmeId().toString(), "language", "fr", "owner", "manager"))
			.send()
			.join();
		this.engine.complete("Task_CompleteDetails", "manager", Forms.details("complete"));
		return partnership;
	}

	private void review(Partnership partnership, String username, String decision) {
		this.engine.awaitTask("Task_ReviewContract");
		Revision revision = current(partnership);
		this.engine.complete("Task_ReviewContract", username,
				Map.of("decision", decision, "reason", "", "revision", revision.number(), "sha256", revision.sha256()));
	}

	private void readBack(Partnership partnership) {
		this.engine.awaitTask("Task_RestateContract");
		Revision revision = current(partnership);
		this.engine.complete("Task_RestateContract", "manager",
				Forms.restatement(revision.number(), revision.sha256()));
		new ReadBackByBoth(this.readBacks, this.contracts)
			.partner(this.contracts.ofPartnership(partnership.id()).orElseThrow());
		this.engine.complete("Task_CompareReadBacks", "manager",
				Forms.comparison("compared", "alike", revision.number(), revision.sha256()));
	}

	private void partnerSigns(Partnership partnership) {
		Contract contract = this.contracts.ofPartnership(partnership.id()).orElseThrow();
		this.engine.awaitElement("Task_InviteSignatures");
		this.signatures.invite(contract.id()).forEach(this.partner::sign);
	}

	private Revision current(Partnership partnership) {
		return this.contracts.current(this.contracts.ofPartnership(partnership.id()).orElseThrow().id()).orElseThrow();
	}

}
