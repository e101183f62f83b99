package org.binome.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
class PlanningProcessTests {

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
	void aPlanIsCarriedOutEvenWhenEveryTaskWaits() {
		this.journey.untilInForce();
		this.journey.slowly().planLaunch();
		this.journey.human("Task_AgreeTracking", "manager", Forms.metrics(this.journey.objective()));
		this.journey.carryOut();
		this.engine.awaitElement("EndEvent_Launched");
		this.engine.awaitTask("Task_RecordReading");
	}

	@Test
	void pla05ActionsAreRemindedOfBeforeTheyAreDueAndEscalatedAfter() {
		this.journey.untilInForce();
		this.journey.planLaunch();
		this.engine.complete("Task_AgreeTracking", "manager", Forms.metrics(this.journey.objective()));
		this.engine.awaitTask("Task_CarryOutAction");
		this.engine.pass(Duration.ofDays(130));
		this.engine.awaitElement("EndEvent_CarryOutActionReminded");
		this.engine.awaitElement("EndEvent_CarryOutActionEscalated");
	}

	@Test
	void pla02AnActionWithoutDateOrOwnerHoldsThePlan() {
		this.journey.untilInForce();
		this.engine.complete("Task_PlanLaunch", "manager", Forms.launch(this.journey.today().plusDays(120)));
		this.engine.awaitTask("Task_ReviewPlan");
		List<Map<String, Object>> whole = this.journey.actions();
		var actions = new ArrayList<>(whole);
		var undated = new HashMap<>(actions.removeFirst());
		undated.put("dueOn", "");
		undated.put("owner", "");
		actions.add(undated);
		this.engine.complete("Task_ReviewPlan", "manager", Map.of("actions", actions));
		this.engine.awaitElement("Task_GatePlanComplete");
		this.engine.awaitTask("Task_ReviewPlan");
		assertThat(rules(Gate.PLAN_COMPLETE)).contains("PLA-02");
		this.engine.complete("Task_ReviewPlan", "manager", Map.of("actions", whole));
		this.engine.awaitTask("Task_AgreeTracking");
		assertThat(rules(Gate.PLAN_COMPLETE)).isEmpty();
	}

	@Test
	void trk03AVanityMetricIsNoDecisiveOne() {
		this.journey.untilInForce();
		this.journey.planLaunch();
		this.engine.complete("Task_AgreeTracking", "manager", Forms.vanityMetrics(this.journey.objective()));
		this.engine.awaitElement("Task_GateTrackingPlan");
		this.engine.awaitTask("Task_AgreeTracking");
		assertThat(rules(Gate.TRACKING_PLAN)).contains("TRK-03");
		this.engine.complete("Task_AgreeTracking", "manager", Forms.metrics(this.journey.objective()));
		this.engine.awaitTask("Task_CarryOutAction");
		assertThat(rules(Gate.TRACKING_PLAN)).isEmpty();
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
