package org.binome.process;

import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
class ContractProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Partnerships partnerships;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void aContractComesIntoForceEvenWhenEveryTaskWaits() {
		this.journey.untilTermsAgreed();
		this.journey.slowly().completeDetails();
		this.journey.approve();
		this.journey.readBack();
		this.journey.sign();
		this.engine.awaitElement("EndEvent_ContractInForce");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.ACTIVE);
	}

	@Test
	void con02AReturnedContractIsCorrectedAndComesBackAsANewRevision() {
		this.journey.untilTermsAgreed();
		this.journey.completeDetails();
		this.engine.awaitTask("Task_ReviewContract");
		this.engine.complete("Task_ReviewContract", "legal", this.journey.legal("return"));
		this.journey.completeDetails();
		this.engine.awaitElement("Task_GenerateContract", 2);
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.journey.legal("approve")).containsEntry("revision", 2);
	}

	@Test
	void con08TheFirstRevisionAlreadyNamesThePartnerInFull() {
		this.journey.untilTermsAgreed();
		this.engine.awaitTask("Task_CompleteDetails");
		assertThat(this.engine.completed("Task_GenerateContract")).isZero();
		this.journey.completeDetails();
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.journey.legal("approve")).containsEntry("revision", 1);
		assertThat(html()).contains("12 rue des Artisans, 69003 Lyon", "RNA W000000000")
			.doesNotContain("adresse à compléter", "immatriculation à compléter");
	}

	@Test
	void termsThatNoLongerFitAreReopenedBeforeAnyContractIsDrawnUp() {
		this.journey.untilTermsAgreed();
		this.engine.complete("Task_CompleteDetails", "manager", Forms.details("renegotiate"));
		this.engine.awaitElement("EndEvent_TermsReopened");
		this.engine.awaitTask("Task_WriteTermSheet");
		assertThat(this.engine.completed("Task_GenerateContract")).isZero();
	}

	@Test
	void aRefusedContractEndsThePartnership() {
		this.journey.untilTermsAgreed();
		this.journey.completeDetails();
		this.engine.awaitTask("Task_ReviewContract");
		this.engine.complete("Task_ReviewContract", "legal", this.journey.legal("refuse"));
		this.engine.awaitElement("EndEvent_ContractRefused");
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
	}

	@Test
	void con08AnApprovalWithoutTheRoleIsRefused() {
		this.journey.untilTermsAgreed();
		this.journey.completeDetails();
		this.engine.awaitTask("Task_ReviewContract");
		this.engine.complete("Task_ReviewContract", "sponsor", this.journey.legal("approve"));
		this.engine.awaitElement("BoundaryEvent_ApprovalRefused");
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(rules(Gate.LEGAL_APPROVAL)).isNotEmpty();
	}

	@Test
	void con01OurRefusalEndsItForAll() {
		this.journey.untilTermsAgreed();
		this.journey.completeDetails();
		this.journey.approve();
		this.journey.readBack();
		this.engine.complete("Task_SignForUs", "sponsor", Forms.signature("decline"));
		this.engine.awaitElement("EndEvent_SignatureDeclined");
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
	}

	@Test
	void con01AContractWhoseBytesChangedIsNotReleased() {
		this.journey.untilTermsAgreed();
		this.journey.completeDetails();
		this.journey.approve();
		this.journey.readBack();
		this.engine.awaitTask("Task_SignForUs");
		this.journey.signForPartner();
		tamper();
		this.engine.complete("Task_SignForUs", "sponsor", Forms.signature("sign"));
		this.engine.awaitElement("Task_RecordSignature");
		this.engine.awaitTask("Task_ReviewContract");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.OPEN);
	}

	/** The first revision as it was drawn up. */
	private String html() {
		return this.jdbc.sql("""
				select html from contract_revision
				where revision = 1 and contract_id = (select id from contract where partnership_id = ?)""")
			.param(this.journey.partnership())
			.query(String.class)
			.single();
	}

	/** As somebody with full access to the database might. */
	private void tamper() {
		this.jdbc.sql("alter table contract_revision disable trigger all").update();
		this.jdbc.sql("""
				update contract_revision set pdf = pdf || '\\x00'::bytea
				where contract_id = (select id from contract where partnership_id = ?)""")
			.param(this.journey.partnership())
			.update();
		this.jdbc.sql("alter table contract_revision enable trigger all").update();
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
