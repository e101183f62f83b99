package org.binome.process;

import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.SentMails;
import org.binome.gate.Evaluation;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.binome.partner.Partnership;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.partner.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
class RelationshipProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Overrides overrides;

	@Autowired
	Partnerships partnerships;

	@Autowired
	SentMails mails;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void termsAreAgreedEvenWhenEveryTaskWaits() {
		this.journey.untilInterested();
		this.journey.slowly();
		this.journey.namePair();
		this.journey.scorePillars(4, 4, 4, 3);
		this.journey.untilObjectivesSet();
		this.journey.agreeTerms();
		this.engine.awaitElement("EndEvent_TermsAgreed");
		this.engine.awaitTask("Task_CompleteDetails");
		assertThat(this.gates.latest(this.journey.partnership())).extracting(Evaluation::gate)
			.contains(Gate.PARTNERSHIP_DEFINITION, Gate.NAMED_PAIR, Gate.GOVERNANCE, Gate.FOUR_PILLARS,
					Gate.RECIPROCITY, Gate.QUANTIFIED_OBJECTIVES, Gate.SECOND_LOOK, Gate.SPONSOR_DECISION,
					Gate.TERM_SHEET);
		assertThat(this.gates.latest(this.journey.partnership())).noneMatch(Evaluation::held);
	}

	@Test
	void qua01APartnershipThatLacksAPointIsDefinedAgain() {
		this.journey.untilInterested();
		this.engine.complete("Task_DefinePartnership", "manager", Forms.customer("partner"));
		this.engine.awaitElement("Task_GatePartnershipDefinition");
		this.engine.awaitTask("Task_DefinePartnership");
		assertThat(rules(Gate.PARTNERSHIP_DEFINITION)).contains("QUA-01", "PRO-27");
		this.engine.complete("Task_DefinePartnership", "manager", Forms.definition());
		this.engine.awaitTask("Task_NamePair");
		assertThat(rules(Gate.PARTNERSHIP_DEFINITION)).isEmpty();
	}

	@Test
	void pro27ACustomerIsNoFailure() {
		this.journey.untilInterested();
		this.engine.complete("Task_DefinePartnership", "manager", Forms.customer("customer"));
		this.engine.awaitElement("EndEvent_Customer");
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
		Partnership customer = this.partnerships.get(this.journey.partnership());
		assertThat(customer.state()).isEqualTo(State.CLOSED);
		assertThat(customer.standing()).isEqualTo(Standing.CUSTOMER);
		assertThat(customer.closingReason()).contains("client");
		assertThat(this.mails.latestTextTo(this.journey.contact())).contains("client", "remerciements");
	}

	@Test
	void pro27ASupplierIsNoFailure() {
		this.journey.untilInterested();
		this.engine.complete("Task_DefinePartnership", "manager", Forms.customer("supplier"));
		this.engine.awaitElement("EndEvent_Supplier");
	}

	@Test
	void gov01WithoutANamedPersonOnBothSidesNothingGoesOn() {
		this.journey.untilInterested();
		this.engine.complete("Task_DefinePartnership", "manager", Forms.definition());
		this.engine.complete("Task_NamePair", "manager",
				Map.of("ourName", "nobody", "partnerName", "", "partnerEmail", "", "partnerRole", ""));
		this.engine.awaitElement("Task_GateNamedPair");
		this.engine.awaitTask("Task_NamePair");
		assertThat(rules(Gate.NAMED_PAIR)).contains("GOV-01");
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.engine.awaitTask("Task_ScorePillars");
		assertThat(rules(Gate.NAMED_PAIR)).isEmpty();
	}

	@Test
	void gov02APairWithNobodyAboveNamesAnotherLevel() {
		this.journey.untilInterested();
		this.engine.complete("Task_DefinePartnership", "manager", Forms.definition());
		this.engine.complete("Task_NamePair", "manager", Forms.pairAlone(this.journey.contact()));
		this.engine.awaitElement("Task_GateGovernance");
		this.engine.awaitTask("Task_NamePair");
		assertThat(rules(Gate.GOVERNANCE)).contains("GOV-02");
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.engine.awaitTask("Task_ScorePillars");
		assertThat(rules(Gate.GOVERNANCE)).isEmpty();
	}

	@Test
	void qua06AMissingPillarIsNotCompensatedAndTheGapIsClosedTogether() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(5, 5, 2, 5);
		this.engine.awaitElement("Task_GateFourPillars");
		this.journey.slowly().human("Task_ClosePillarGap", "manager", Forms.gap("rescore"));
		assertThat(rules(Gate.FOUR_PILLARS)).contains("QUA-06");
		this.engine.awaitElement("Task_InvitePillarScores", 2);
		this.journey.scorePillars(5, 5, 3, 5);
		this.engine.awaitTask("Task_SetObjectives");
		assertThat(rules(Gate.FOUR_PILLARS)).isEmpty();
	}

	@Test
	void qua06AGapThatStaysEndsTheRelationship() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(1, 5, 5, 5);
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("stop"));
		this.engine.awaitElement("EndEvent_WithoutFourPillars");
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
	}

	@Test
	void qua10APartnershipForMoneyOnlyIsHeld() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.complete("Task_SetObjectives", "manager",
				Forms.objectives(this.journey.today().plusDays(300), "", 5));
		this.engine.awaitElement("Task_GateReciprocity");
		this.engine.awaitTask("Task_SetObjectives");
		assertThat(rules(Gate.RECIPROCITY)).containsOnly("QUA-10");
		this.engine.complete("Task_SetObjectives", "manager", Forms.objectives(this.journey.today().plusDays(300)));
		this.engine.awaitElement("Task_GateQuantifiedObjectives");
		assertThat(rules(Gate.RECIPROCITY)).isEmpty();
	}

	@Test
	void qua14AVagueObjectiveIsHeld() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.complete("Task_SetObjectives", "manager", Forms.vagueObjectives());
		this.engine.awaitElement("Task_GateQuantifiedObjectives");
		this.engine.awaitTask("Task_SetObjectives");
		assertThat(rules(Gate.QUANTIFIED_OBJECTIVES)).contains("QUA-14");
	}

	@Test
	void qua11TheOwnerDoesNotLookTwiceAloneAndWhatWasSeenIsSettled() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.complete("Task_SetObjectives", "manager", Forms.objectives(this.journey.today().plusDays(300)));
		this.journey.sleepOnIt();
		this.engine.complete("Task_SecondLook", "manager", Forms.secondLook("conclude"));
		this.engine.awaitElement("Task_GateSecondLook");
		this.engine.awaitTask("Task_SecondLook");
		assertThat(rules(Gate.SECOND_LOOK)).containsExactly("QUA-11");

		this.engine.complete("Task_SecondLook", "sponsor", Forms.secondLook("settle"));
		this.engine.complete("Task_SetObjectives", "manager", Forms.objectives(this.journey.today().plusDays(300)));
		this.journey.sleepOnIt();
		this.engine.complete("Task_SecondLook", "sponsor", Forms.secondLook("conclude"));
		this.engine.awaitTask("Task_WriteTermSheet");
		assertThat(rules(Gate.SECOND_LOOK)).isEmpty();
	}

	@Test
	void thePartnerMayAskForChangesAndDecline() {
		untilTermSheet();
		this.engine.complete("Task_WriteTermSheet", "manager", Forms.termSheet(this.journey.today().plusDays(120)));
		this.journey.answerTerms("changes");
		this.engine.complete("Task_WriteTermSheet", "manager", Forms.termSheet(this.journey.today().plusDays(150)));
		this.journey.answerTerms("declined");
		this.engine.awaitElement("EndEvent_RelationshipDeclined");
	}

	@Test
	void qua19TheSponsorSaysYesOrNo() {
		untilTermSheet();
		this.engine.complete("Task_WriteTermSheet", "manager", Forms.termSheet(this.journey.today().plusDays(120)));
		this.journey.answerTerms("accepted");
		this.engine.complete("Task_SponsorDecision", "sponsor",
				Map.of("decision", "no", "reason", "Not before next year"));
		this.engine.awaitElement("EndEvent_RelationshipDeclined");
	}

	@Test
	void qua18OnlyASponsorDecidesForUsAndThePartnerIsNotAskedAgain() {
		untilTermSheet();
		this.engine.complete("Task_WriteTermSheet", "manager", Forms.termSheet(this.journey.today().plusDays(120)));
		this.journey.answerTerms("accepted");
		this.engine.complete("Task_SponsorDecision", "legal", Forms.sponsor("yes"));
		this.engine.awaitElement("Task_GateSponsorDecision");
		this.engine.awaitTask("Task_SponsorDecision");
		assertThat(rules(Gate.SPONSOR_DECISION)).contains("QUA-18");
		this.engine.complete("Task_SponsorDecision", "sponsor", Forms.sponsor("yes"));
		this.engine.awaitElement("EndEvent_TermsAgreed");
		assertThat(rules(Gate.SPONSOR_DECISION)).isEmpty();
		assertThat(this.engine.completed("Task_WriteTermSheet")).isEqualTo(1);
	}

	@Test
	void qua18AnOverriddenSponsorGateStillNeedsASponsorsYesToTheTerms() {
		untilTermSheet();
		this.engine.complete("Task_WriteTermSheet", "manager", Forms.termSheet(this.journey.today().plusDays(120)));
		this.journey.answerTerms("accepted");
		this.engine.complete("Task_SponsorDecision", "legal", Forms.sponsor("yes"));
		this.engine.awaitElement("Task_GateSponsorDecision");
		this.engine.awaitTask("Task_SponsorDecision");
		override(Gate.SPONSOR_DECISION);
		this.engine.complete("Task_SponsorDecision", "legal", Forms.sponsor("yes"));
		this.engine.awaitElement("Task_GateTermSheet");
		this.engine.awaitTask("Task_SponsorDecision");
		assertThat(rules(Gate.TERM_SHEET)).contains("QUA-18");
		this.engine.complete("Task_SponsorDecision", "sponsor", Forms.sponsor("yes"));
		this.engine.awaitElement("EndEvent_TermsAgreed");
	}

	@Test
	void qua14ObjectivesLetThroughAreSetBeforeTheTermsAreAgreed() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.complete("Task_SetObjectives", "manager", Forms.vagueObjectives());
		this.engine.awaitElement("Task_GateQuantifiedObjectives");
		this.engine.awaitTask("Task_SetObjectives");
		override(Gate.QUANTIFIED_OBJECTIVES);
		this.engine.complete("Task_SetObjectives", "manager", Forms.vagueObjectives());
		this.journey.sleepOnIt();
		this.engine.complete("Task_SecondLook", "sponsor", Forms.secondLook("conclude"));
		this.journey.agreeTerms();
		this.engine.awaitElement("Task_GateTermSheet");
		this.engine.awaitTask("Task_SetObjectives");
		assertThat(rules(Gate.TERM_SHEET)).containsExactly("QUA-18");
		this.journey.untilObjectivesSet();
		this.journey.agreeTerms();
		this.engine.awaitElement("EndEvent_TermsAgreed");
	}

	private void untilTermSheet() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 4);
		this.journey.untilObjectivesSet();
	}

	private void override(Gate gate) {
		this.overrides.override(this.journey.partnership(), gate, "admin",
				"Agreed by both boards before this programme began");
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
