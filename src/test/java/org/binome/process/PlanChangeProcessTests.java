package org.binome.process;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.camunda.client.CamundaClient;
import org.binome.Forms;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.binome.partner.Partnerships;
import org.binome.planning.Change;
import org.binome.planning.Change.State;
import org.binome.planning.Changes;
import org.binome.planning.Changes.Improvisation;
import org.binome.planning.PlannedAction;
import org.binome.planning.Plans;
import org.binome.portal.Outcome;
import org.binome.portal.PartnerPage;
import org.binome.portal.RequestInfo;
import org.binome.relationship.Objectives;
import org.binome.relationship.Relationship;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plan changes only when both sides agree, and not by the word of whoever asks
 * (PLA-03); what changed is counted (PLA-04).
 */
@ProcessTest
class PlanChangeProcessTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Engine engine;

	@Autowired
	CamundaClient client;

	@Autowired
	Partnerships partnerships;

	@Autowired
	Objectives objectives;

	@Autowired
	Plans plans;

	@Autowired
	Changes changes;

	@Autowired
	Gates gates;

	@Autowired
	Overrides overrides;

	@Autowired
	List<PartnerPage> pages;

	@Autowired
	Clock clock;

	@Autowired
	JdbcClient jdbc;

	private Relationship relationship;

	private UUID action;

	@BeforeEach
	void planAndWishForAChange() {
		LocalDate launch = LocalDate.now(this.clock).plusDays(120);
		this.relationship = Relationship.open(this.context, "FR", "fr").agreed(launch);
		this.client.newCreateInstanceCommand()
			.bpmnProcessId("planning")
			.latestVersion()
			.variables(Map.of("partnershipId", id().toString(), "programmeId",
					this.partnerships.get(id()).programmeId().toString(), "language", "fr", "owner", "manager"))
			.send()
			.join();
		this.engine.complete("Task_PlanLaunch", "manager", Forms.launch(launch));
		this.engine.awaitTask("Task_ReviewPlan");
		this.engine.complete("Task_ReviewPlan", "manager",
				Map.of("actions",
						this.plans.actions(id())
							.stream()
							.map((planned) -> Map.of("id", planned.id().toString(), "name", planned.name(), "dueOn",
									planned.dueOn().toString(), "owner", planned.owner()))
							.toList()));
		this.engine.complete("Task_AgreeTracking", "manager",
				Map.of("metrics",
						this.objectives.of(id())
							.stream()
							.map((objective) -> Forms.metrics(objective.id().toString()).get("metrics"))
							.flatMap((rows) -> ((List<?>) rows).stream())
							.toList()));
		this.engine.complete("Task_CarryOutAction", "manager", Forms.action("change"));
		this.engine.awaitTask("Task_RequestChange");
		this.action = this.jdbc.sql("select action_id from plan_change where partnership_id = ?")
			.param(id())
			.query(UUID.class)
			.single();
	}

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void pla03WhoAsksDoesNotApproveAndThePlanChangesOnlyOnceAnotherDoes() {
		LocalDate before = action().dueOn();
		LocalDate day = before.plusDays(1);
		request("manager", day);
		approve("manager", "approve");
		partner("agree", "");
		this.engine.awaitElement("Task_GateChangeControl");
		this.engine.awaitTask("Task_ApproveChange");
		assertThat(rules()).containsExactly("PLA-03");
		assertThat(this.engine.variable("Task_ApproveChange", "brief")).contains("l’a approuvé elle-même",
				"d’accord : Direction des partenariats");
		assertThat(action().dueOn()).isEqualTo(before);

		approve("sponsor", "approve");
		this.engine.awaitElement("EndEvent_PlanChanged");
		assertThat(rules()).isEmpty();
		assertThat(action().dueOn()).isEqualTo(day);
		assertThat(this.engine.completed("Task_InviteChangeAnswer")).as("the partner is asked once").isEqualTo(1);
		this.engine.awaitElement("BoundaryEvent_ChangeDecided");
		assertThat(this.changes.improvisation(id())).hasValueSatisfying(
				(share) -> assertThat(share).isEqualTo(new Improvisation(1, this.plans.actions(id()).size())));
	}

	@Test
	void pla03ASponsorMayTakeResponsibilityForAChangeThatNobodyElseApproved() {
		LocalDate day = action().dueOn().plusDays(1);
		request("manager", day);
		approve("manager", "approve");
		partner("agree", "");
		this.engine.awaitElement("Task_GateChangeControl");
		this.engine.awaitTask("Task_ApproveChange");
		this.overrides.override(id(), Gate.CHANGE_CONTROL, "sponsor",
				"Nobody else of the team is there this week, and the room is taken.");
		approve("manager", "approve");
		this.engine.awaitElement("EndEvent_PlanChanged");
		assertThat(action().dueOn()).isEqualTo(day);
	}

	@Test
	void pla03ThePartnerRefusesAndTheTaskTellsWhy() {
		LocalDate before = action().dueOn();
		request("manager", before.plusDays(1));
		approve("sponsor", "approve");
		partner("refuse", "Notre salle est prise ce jour-là");
		this.engine.awaitElement("EndEvent_PartnerRefused");
		this.engine.awaitElement("BoundaryEvent_ChangeDecided");
		this.engine.awaitElement("Gateway_GivenUp");
		assertThat(action().dueOn()).isEqualTo(before);
		assertThat(change().state()).isEqualTo(State.REFUSED);
		assertThat(change().refusal()).isEqualTo("Notre salle est prise ce jour-là");
		assertThat(this.changes.improvisation(id()))
			.hasValueSatisfying((share) -> assertThat(share.changed()).isZero());
	}

	@Test
	void pla03WeRefuseAndThePartnerIsNeverAsked() {
		request("manager", action().dueOn().plusDays(1));
		approve("sponsor", "refuse");
		this.engine.awaitElement("EndEvent_WeRefused");
		assertThat(change().state()).isEqualTo(State.REFUSED);
		assertThat(this.engine.completed("Task_InviteChangeAnswer")).isZero();
	}

	@Test
	void pla03WhatIsUnclearGoesBackAndThePlanMayBeKept() {
		this.engine.complete("Task_RequestChange", "manager", Map.of("decision", "ask", "newDueOn",
				action().dueOn().plusYears(2).toString(), "necessity", "plus tard", "impact", "rien"));
		this.engine.awaitElement("Task_RecordChange");
		this.engine.awaitTask("Task_RequestChange");
		assertThat(this.engine.variable("Task_RequestChange", "brief")).contains("PLA-05", "PLA-03");
		assertThat(this.engine.variable("Task_RequestChange", "necessity")).contains("plus tard");
		this.engine.complete("Task_RequestChange", "manager", Map.of("decision", "keep"));
		this.engine.awaitElement("EndEvent_PlanKept");
		assertThat(change().state()).isEqualTo(State.WITHDRAWN);
	}

	@Test
	void pla04AnActionThatBothSidesGiveUpIsOverAndCountsAsImprovised() {
		this.engine.complete("Task_RequestChange", "manager",
				Map.of("decision", "give_up", "necessity", Forms.NECESSITY, "impact", Forms.IMPACT));
		approve("sponsor", "approve");
		partner("agree", "");
		this.engine.awaitElement("EndEvent_ActionGivenUp");
		assertThat(action().state()).isEqualTo("DROPPED");
		assertThat(this.changes.improvisation(id())).hasValueSatisfying((share) -> assertThat(share.changed()).isOne());
	}

	@Test
	void silenceRemindsEscalatesAndComesBackToUs() {
		this.engine.pass(Duration.ofDays(8));
		request("manager", action().dueOn().plusDays(1));
		this.engine.awaitTask("Task_ApproveChange");
		this.engine.pass(Duration.ofDays(8));
		approve("sponsor", "approve");
		this.engine.awaitElement("Task_InviteChangeAnswer");
		this.engine.pass(Duration.ofDays(4));
		this.engine.awaitElement("EndEvent_AwaitChangeAnswerReminded");
		this.engine.pass(Duration.ofDays(4));
		this.engine.awaitElement("EndEvent_AwaitChangeAnswerEscalated");
		this.engine.pass(Duration.ofDays(14));
		this.engine.awaitElement("BoundaryEvent_ChangeUnanswered");
		this.engine.awaitTask("Task_ApproveChange");
		approve("sponsor", "approve");
		this.engine.awaitElement("Task_InviteChangeAnswer", 2);
		partner("agree", "");
		this.engine.awaitElement("EndEvent_PlanChanged");
	}

	private void request(String username, LocalDate day) {
		this.engine.complete("Task_RequestChange", username, Forms.change(day));
	}

	private void approve(String username, String decision) {
		this.engine.complete("Task_ApproveChange", username,
				Map.of("decision", decision, "reason", decision.equals("refuse") ? "Le plan tient encore" : ""));
	}

	private void partner(String decision, String reason) {
		this.engine.awaitElement("Task_InviteChangeAnswer");
		PartnerPage page = this.pages.stream()
			.filter((one) -> one.purpose().equals("plan-change"))
			.findFirst()
			.orElseThrow();
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("decision", decision);
		form.add("reason", reason);
		assertThat(
				page.submit(this.relationship.mailedLink(), form, new RequestInfo("127.0.0.1", "test", Locale.FRENCH)))
			.isInstanceOf(Outcome.Accepted.class);
	}

	private PlannedAction action() {
		return this.plans.action(id(), this.action).orElseThrow();
	}

	private Change change() {
		return this.changes.ofAction(this.action).orElseThrow();
	}

	private List<String> rules() {
		return this.gates.openFindings(id(), Gate.CHANGE_CONTROL).stream().map(Finding::rule).toList();
	}

	private UUID id() {
		return this.relationship.id();
	}

}
