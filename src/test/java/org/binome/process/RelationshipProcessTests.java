package org.binome.process;

import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
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

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void termsAreAgreedEvenWhenEveryTaskWaits() {
		this.journey.untilInterested();
		this.journey.slowly();
		this.journey.human("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.journey.scorePillars(4, 4, 4, 3);
		this.journey.human("Task_SetObjectives", "manager", Forms.objectives(this.journey.today().plusDays(300)));
		this.journey.agreeTerms();
		this.engine.awaitElement("EndEvent_TermsAgreed");
		this.engine.awaitTask("Task_CompleteDetails");
	}

	@Test
	void gov01WithoutANamedPersonOnBothSidesNothingGoesOn() {
		this.journey.untilInterested();
		this.engine.complete("Task_NamePair", "manager",
				Map.of("ourName", "nobody", "partnerName", "", "partnerEmail", "", "partnerRole", ""));
		this.engine.awaitElement("Task_GateNamedPair");
		this.engine.awaitTask("Task_NamePair");
		assertThat(rules(Gate.NAMED_PAIR)).contains("GOV-01");
	}

	@Test
	void qua06AMissingPillarIsNotCompensatedAndTheGapIsClosedTogether() {
		this.journey.untilInterested();
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
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
		this.journey.untilInterested();
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.journey.scorePillars(1, 5, 5, 5);
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("stop"));
		this.engine.awaitElement("EndEvent_RelationshipDeclined");
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
	}

	@Test
	void qua14AVagueObjectiveIsHeld() {
		this.journey.untilInterested();
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.complete("Task_SetObjectives", "manager", Forms.vagueObjectives());
		this.engine.awaitElement("Task_GateQuantifiedObjectives");
		this.engine.awaitTask("Task_SetObjectives");
		assertThat(rules(Gate.QUANTIFIED_OBJECTIVES)).contains("QUA-14");
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
	void qua18OnlyASponsorDecidesForUs() {
		untilTermSheet();
		this.engine.complete("Task_WriteTermSheet", "manager", Forms.termSheet(this.journey.today().plusDays(120)));
		this.journey.answerTerms("accepted");
		this.engine.complete("Task_SponsorDecision", "legal", Forms.sponsor("yes"));
		this.engine.awaitElement("Task_GateTermSheet");
		this.engine.awaitTask("Task_WriteTermSheet");
		assertThat(rules(Gate.TERM_SHEET)).contains("QUA-18");
	}

	private void untilTermSheet() {
		this.journey.untilInterested();
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.complete("Task_SetObjectives", "manager", Forms.objectives(this.journey.today().plusDays(300)));
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
