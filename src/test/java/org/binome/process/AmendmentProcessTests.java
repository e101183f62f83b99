package org.binome.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.binome.Forms;
import org.binome.contract.Amendments;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Amendments from the review that asks for them to their release (PIL-01).
 */
@ProcessTest
class AmendmentProcessTests {

	@Autowired
	private Engine engine;

	@Autowired
	private Journey journey;

	@Autowired
	private Contracts contracts;

	@Autowired
	private Amendments amendments;

	@Autowired
	private Partnerships partnerships;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void pil01TheContractStaysInForceUntilAnAmendmentTakesOver() {
		this.journey.untilLaunched();
		UUID partnership = this.journey.partnership();
		Contract contract = this.contracts.inForce(partnership).orElseThrow();

		// the review wants other terms, the partner doesn't
		this.engine.complete("Task_RecordReading", "manager",
				Forms.reading(this.journey.metric(), this.journey.today()));
		this.engine.awaitElement("Task_RecordReadings");
		this.engine.pass(Duration.ofDays(100));
		this.engine.complete("Task_HoldReview", "manager", Forms.periodicReview("amend"));
		writeTerms(30);
		this.journey.answerTerms("declined");
		this.engine.awaitElement("EndEvent_AmendmentDropped");
		assertThat(this.contracts.inForce(partnership)).contains(contract);

		// asked for again: the terms are reopened once, then legal refuses
		this.amendments.ask(partnership, "Deux ans de plus", "manager");
		agree(36);
		this.journey.human("Task_CompleteDetails", "manager", Forms.details("renegotiate"));
		agree(48);
		this.journey.completeDetails();
		this.engine.awaitTask("Task_ReviewContract");
		this.journey.human("Task_ReviewContract", "legal", this.journey.legal("refuse"));
		this.engine.awaitElement("EndEvent_AmendmentDropped", 2);
		assertThat(this.contracts.inForce(partnership)).contains(contract);

		// a third time, and everybody agrees
		this.amendments.ask(partnership, "Deux ans de plus, autrement", "manager");
		agree(60);
		this.journey.completeDetails();
		this.journey.approve();
		this.journey.readBack();
		this.journey.sign();
		this.engine.awaitElement("EndEvent_ContractAmended");

		Contract amendment = this.contracts.inForce(partnership).orElseThrow();
		assertThat(amendment.amends()).isEqualTo(contract.id());
		assertThat(amendment.endsOn()).isEqualTo(contract.startsOn().plusMonths(60).minusDays(1));
		assertThat(this.contracts.current(amendment.id()).orElseThrow().kind()).isEqualTo("amendment");
		assertThat(this.contracts.get(contract.id())).isEqualTo(contract);
		assertThat(this.partnerships.get(partnership).stage()).isEqualTo(Stage.TRACKING);
		this.engine.awaitElement("BoundaryEvent_ContractAmended");
		this.engine.awaitTask("Task_RecordReading");
	}

	private void agree(int months) {
		writeTerms(months);
		this.journey.answerTerms("accepted");
		this.journey.human("Task_SponsorDecision", "sponsor", Forms.sponsor("yes"));
	}

	private void writeTerms(int months) {
		Map<String, Object> terms = new HashMap<>(
				Forms.termSheet(this.journey.today().plusDays(120), this.journey.products()));
		terms.put("durationMonths", months);
		this.journey.human("Task_WriteTermSheet", "manager", terms);
	}

}
