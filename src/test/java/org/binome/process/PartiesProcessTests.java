package org.binome.process;

import java.util.UUID;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.relationship.Party;
import org.binome.relationship.TermSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A partnership of three from the terms to the contract (CON-12).
 */
@ProcessTest
class PartiesProcessTests {

	@Autowired
	private Engine engine;

	@Autowired
	private Journey journey;

	@Autowired
	private TermSheets termSheets;

	@Autowired
	private Contracts contracts;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void con12EveryPartyAcceptsTheTermsAndRestatesTheContract() {
		this.journey.with("Tiers").untilTermsAgreed();
		UUID partnership = this.journey.partnership();
		assertThat(this.termSheets.accepted(partnership).orElseThrow().parties()).extracting(Party::side)
			.containsExactly("party-3");

		this.journey.completeDetails();
		this.journey.approve();
		this.journey.readBack();
		this.engine.awaitTask("Task_SignForUs");

		Contract contract = this.contracts.ofPartnership(partnership).orElseThrow();
		assertThat(this.contracts.html(contract.id(), 1)).contains("Tiers SRL", "1 place du Jeu de Balle",
				"Un lieu par trimestre chez Tiers");
		assertThat(this.contracts.signers(partnership)).hasSize(2);
	}

}
