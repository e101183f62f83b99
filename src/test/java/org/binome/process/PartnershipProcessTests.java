package org.binome.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.relationship.Pairs;
import org.binome.relationship.Pairs.Side;
import org.binome.relationship.Pillars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes on beside the stages: the pair that is named again, and the four pillars that
 * are judged again.
 */
@ProcessTest
class PartnershipProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Pairs pairs;

	@Autowired
	Pillars pillars;

	@Autowired
	Partnerships partnerships;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void gov01WhenOneOfThePairLeavesThePairIsNamedAgainWhileTheStageGoesOn() {
		this.journey.untilTermsAgreed();
		this.engine.awaitTask("Task_CompleteDetails");
		this.pairs.leave(this.journey.partnership(), Side.PARTNER, "Retirement", "manager");
		this.engine.awaitTask("Task_NamePair");
		assertThat(this.pairs.current(this.journey.partnership())).isEmpty();
		this.engine.pass(Duration.ofDays(8));
		this.engine.awaitElement("EndEvent_NamePairReminded");
		this.engine.awaitElement("EndEvent_NamePairEscalated");

		this.engine.complete("Task_NamePair", "manager",
				Map.of("ourName", "manager", "partnerName", "", "partnerEmail", "", "partnerRole", ""));
		this.engine.awaitElement("Task_GateNamedPair", 2);
		this.engine.awaitTask("Task_NamePair");
		assertThat(rules(Gate.NAMED_PAIR)).contains("GOV-01");
		this.engine.complete("Task_NamePair", "manager", Forms.pairAlone(this.journey.contact()));
		this.engine.awaitElement("Task_GateGovernance", 2);
		this.engine.awaitTask("Task_NamePair");
		assertThat(rules(Gate.GOVERNANCE)).contains("GOV-02");
		this.engine.complete("Task_NamePair", "manager", Forms.pair(this.journey.contact()));
		this.engine.awaitElement("EndEvent_PairNamedAgain");
		assertThat(rules(Gate.NAMED_PAIR)).isEmpty();
		assertThat(this.pairs.current(this.journey.partnership())).isPresent();

		this.journey.completeDetails();
		this.engine.awaitTask("Task_ReviewContract");
	}

	@Test
	void qua06ThePillarsAreJudgedAgainAsTheContractBeginsAndScoredAgain() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 3);
		this.journey.untilObjectivesSet();
		this.engine.awaitTask("Task_WriteTermSheet");
		weaken();
		this.journey.agreeTerms();
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("rescore"));
		assertThat(rules(Gate.FOUR_PILLARS)).contains("QUA-06");
		this.engine.awaitElement("Task_InvitePillarScores", 2);
		this.journey.scorePillars(4, 4, 4, 4);
		this.engine.awaitTask("Task_CompleteDetails");
		assertThat(rules(Gate.FOUR_PILLARS)).isEmpty();
	}

	@Test
	void qua06WhoStopsAsTheContractBeginsConcludesNone() {
		this.journey.untilPairNamed();
		this.journey.scorePillars(4, 4, 4, 3);
		this.journey.untilObjectivesSet();
		this.engine.awaitTask("Task_WriteTermSheet");
		weaken();
		this.journey.agreeTerms();
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("stop"));
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
	}

	@Test
	void qua06WhoStopsAsPlanningBeginsEndsThePartnership() {
		this.journey.untilTermsAgreed();
		this.journey.completeDetails();
		this.journey.approve();
		this.journey.readBack();
		weaken();
		this.journey.sign();
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("stop"));
		this.engine.awaitElement("EndEvent_PartnershipEnded");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.CLOSED);
	}

	@Test
	void qua06WhoStopsAsTrackingBeginsEndsThePartnership() {
		this.journey.untilInForce();
		this.journey.planLaunch();
		this.engine.awaitTask("Task_AgreeTracking");
		weaken();
		this.journey.human("Task_AgreeTracking", "manager", Forms.metrics(this.journey.objective()));
		this.journey.carryOut();
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("stop"));
		this.engine.awaitElement("EndEvent_PartnershipEnded");
	}

	@Test
	void qua06AtAReviewThePillarsAreLookedAtAndNewScoresCanBeAsked() {
		this.journey.untilLaunched();
		this.engine.complete("Task_RecordReading", "manager",
				Forms.reading(this.journey.metric(), this.journey.today()));
		this.engine.awaitElement("Task_RecordReadings");
		this.engine.pass(Duration.ofDays(100));
		this.engine.complete("Task_HoldReview", "manager", Forms.periodicReview("continue"));
		this.engine.awaitElement("EndEvent_PillarsLookedAt");
		assertThat(this.engine.completed("Task_InvitePillarScores")).isEqualTo(1);

		this.pillars.askAgain(this.journey.partnership(), "manager");
		this.pillars.askAgain(this.journey.partnership(), "manager");
		this.engine.awaitElement("Task_InvitePillarScores", 2);
		this.journey.scorePillars(1, 4, 4, 4);
		this.engine.complete("Task_ClosePillarGap", "manager", Forms.gap("stop"));
		this.engine.awaitElement("EndEvent_PartnershipEnded");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.CLOSED);
	}

	/** A pillar gives way after both sides had scored it. */
	private void weaken() {
		this.jdbc.sql("""
				update pillar_scores set desire = 1 where side = 'PARTNER' and round_id in
					(select id from pillar_round where partnership_id = ?)""")
			.param(this.journey.partnership())
			.update();
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
