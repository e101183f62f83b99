package org.binome.process;

import java.util.UUID;

import org.binome.contract.Contract;
import org.binome.contract.Contract.State;
import org.binome.contract.Contracts;
import org.binome.contract.Signature;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signatures;
import org.binome.relationship.Party;
import org.binome.relationship.TermSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A partnership of three from the terms to the contract in force (CON-12).
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

	@Autowired
	private Signatures signatures;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void con12EveryPartyAcceptsTheTermsRestatesTheContractAndSignsIt() {
		this.journey.with("Tiers").untilTermsAgreed();
		UUID partnership = this.journey.partnership();
		assertThat(this.termSheets.accepted(partnership).orElseThrow().parties()).extracting(Party::side)
			.containsExactly("party-3");

		this.journey.completeDetails();
		this.journey.approve();
		this.journey.readBack();
		this.journey.sign();
		this.engine.awaitElement("EndEvent_ContractInForce");

		Contract contract = this.contracts.ofPartnership(partnership).orElseThrow();
		assertThat(this.contracts.html(contract.id(), 1)).contains("Tiers SRL", "1 place du Jeu de Balle",
				"Un lieu par trimestre chez Tiers");
		assertThat(this.contracts.signers(partnership)).hasSize(2);
		assertThat(contract.state()).isEqualTo(State.IN_FORCE);
		assertThat(this.signatures.of(contract.id())).extracting(Signature::answer)
			.containsExactly(Answer.SIGNED, Answer.SIGNED, Answer.SIGNED);
	}

}
