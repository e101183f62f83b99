package org.binome.process;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.camunda.client.CamundaClient;
import org.binome.SentMails;
import org.binome.TestClock;
import org.binome.account.Role;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.PartnerSignature;
import org.binome.contract.Revision;
import org.binome.contract.Signatures;
import org.binome.contract.SignedScans;
import org.binome.contract.SignedScans.SignedBy;
import org.binome.contract.SigningOrder;
import org.binome.document.PdfPages;
import org.binome.partner.Partnership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The signatures of all parties alone: order, paper, refusal, time that passes.
 */
@ProcessTest
class SigningProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	CamundaClient client;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	Approvals approvals;

	@Autowired
	Signatures signatures;

	@Autowired
	SignedScans scans;

	@Autowired
	PartnerSignature partner;

	@Autowired
	SentMails mails;

	@Autowired
	TestClock clock;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void con01PartnersFirstThenWe() {
		Contract contract = approved();
		this.signatures.choose(contract.id(), SigningOrder.PARTNERS_FIRST);
		begin(contract);
		assertThat(this.engine.completed("Event_OurTurnToSign")).isZero();

		this.signatures.invite(contract.id()).forEach(this.partner::sign);

		sign("sign");
		this.engine.awaitElement("EndEvent_AllSigned");
	}

	@Test
	void con01WeFirstThenThePartners() {
		Contract contract = approved();
		this.signatures.choose(contract.id(), SigningOrder.OURS_FIRST);
		begin(contract);
		String partner = this.contracts.signer(contract.partnershipId()).email();
		assertThat(this.mails.to(partner)).isEmpty();

		sign("sign");

		this.engine.awaitElement("Task_RecordSignature");
		assertThat(this.mails.to(partner)).hasSize(1);
		this.signatures.invite(contract.id()).forEach(this.partner::sign);
		this.engine.awaitElement("EndEvent_AllSigned");
	}

	@Test
	void con01APartnersRefusalWithdrawsOurTask() {
		Contract contract = approved();
		begin(contract);
		this.engine.awaitTask("Task_SignForUs");

		this.signatures.invite(contract.id()).forEach((link) -> this.partner.decline(link, "Budget gelé"));

		this.engine.awaitElement("EndEvent_PartnerDeclined");
		assertThat(this.engine.completed("Task_SignForUs")).isZero();
		assertThat(this.contracts.get(contract.id()).state()).isEqualTo(Contract.State.DECLINED);
	}

	@Test
	void con01OurRefusalDoesNotWaitForThePartner() {
		Contract contract = approved();
		begin(contract);

		sign("decline");

		this.engine.awaitElement("EndEvent_WeDeclined");
		assertThat(this.mails.latestTextTo("manager@binome.example")).contains("Priorités changées");
	}

	@Test
	void con01PaperTakesThePlaceOfBothSignatures() {
		Contract contract = approved();
		begin(contract);
		this.engine.awaitTask("Task_SignForUs");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		LocalDate today = LocalDate.now(this.clock);
		SignedScans.Scan scan = this.scans.upload(contract.id(), revision.sha256(),
				new PdfPages().png(this.contracts.pdf(contract.id(), 1), 1, 40),
				List.of(new SignedBy(null, "La présidence", "Présidente", today),
						new SignedBy(this.contracts.signer(contract.partnershipId()).organisationId(), "Direction",
								"Gérance", today)),
				"manager");
		this.scans.compare(scan.id(), true, "", "legal");

		this.engine.awaitElement("BoundaryEvent_SignedOnPaper");
		this.engine.awaitElement("EndEvent_AllSigned");
	}

	@Test
	void con01WhenTimeIsUpTheOwnerGivesMoreOrStops() {
		Contract contract = approved();
		begin(contract);
		String partner = this.contracts.signer(contract.partnershipId()).email();
		this.engine.pass(Duration.ofDays(31));
		this.engine.awaitElement("BoundaryEvent_SignatureExpired");
		this.engine.awaitTask("Task_DecideOnSignature");
		this.engine.pass(Duration.ofDays(8));
		this.engine.awaitElement("EndEvent_DecideOnSignatureReminded");
		this.engine.awaitElement("EndEvent_DecideOnSignatureEscalated");
		int before = this.mails.to(partner).size();

		this.engine.complete("Task_DecideOnSignature", "manager", Map.of("decision", "renew", "reason", ""));
		this.engine.awaitElement("Task_RecordSigningDecision");
		assertThat(this.mails.to(partner)).hasSize(before + 1);

		this.engine.pass(Duration.ofDays(31));
		this.engine.awaitElement("BoundaryEvent_SignatureExpired", 2);
		this.engine.complete("Task_DecideOnSignature", "manager",
				Map.of("decision", "stop", "reason", "Aucune réponse depuis deux mois"));
		this.engine.awaitElement("EndEvent_SigningStopped");
		assertThat(this.contracts.get(contract.id()).state()).isEqualTo(Contract.State.DECLINED);
	}

	private void sign(String decision) {
		this.engine.complete("Task_SignForUs", "sponsor", Map.of("decision", decision, "reason",
				"sign".equals(decision) ? "" : "Priorités changées", "statement", true));
	}

	private Contract approved() {
		Partnership partnership = this.terms.accepted("fr");
		Contract contract = this.contracts.open(partnership.id());
		Revision revision = this.contracts.generate(contract.id(), System.nanoTime(), "standard");
		assertThat(this.approvals.record(new Approvals.Review(contract.id(), Role.LEGAL, "legal", Decision.APPROVED, "",
				revision.number(), revision.sha256(), System.nanoTime(), "1", 1L, 1,
				this.clock.instant().atOffset(java.time.ZoneOffset.UTC))))
			.isEmpty();
		return contract;
	}

	private void begin(Contract contract) {
		this.client.newCreateInstanceCommand()
			.bpmnProcessId("signing")
			.latestVersion()
			.variables(
					Map.of("partnershipId", contract.partnershipId().toString(), "contractId", contract.id().toString(),
							"programmeId", contract.partnershipId().toString(), "language", "fr", "owner", "manager"))
			.send()
			.join();
		this.engine.awaitElement("Task_InviteSignatures");
	}

}
