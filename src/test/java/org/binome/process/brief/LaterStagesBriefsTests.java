package org.binome.process.brief;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.StageTest;
import org.binome.account.Role;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.planning.Change.Wish;
import org.binome.planning.Changes;
import org.binome.planning.PlannedAction;
import org.binome.planning.Planning;
import org.binome.planning.Plans;
import org.binome.process.Jobs;
import org.binome.process.PartnerReminder;
import org.binome.process.TaskBrief;
import org.binome.relationship.Correspondence;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pairs;
import org.binome.relationship.PillarScores;
import org.binome.relationship.Pillars;
import org.binome.relationship.Relationship;
import org.binome.relationship.TermSheetRevision.Answer;
import org.binome.relationship.TermSheets;
import org.binome.relationship.TestTerms;
import org.binome.tracking.Metrics;
import org.binome.tracking.Reading.Source;
import org.binome.tracking.Readings;
import org.binome.tracking.TrackingPlans;
import org.binome.tracking.TrackingPlans.Draft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people see when they open the tasks of relationship, planning and tracking.
 */
@StageTest
class LaterStagesBriefsTests {

	private static final List<Class<? extends TaskBrief>> BRIEFS = List.of(RelationshipBriefs.DefinePartnership.class,
			RelationshipBriefs.SecondLook.class, RelationshipBriefs.NamePair.class,
			RelationshipBriefs.ScorePillars.class, RelationshipBriefs.ClosePillarGap.class,
			RelationshipBriefs.SetObjectives.class, RelationshipBriefs.WriteTermSheet.class,
			RelationshipBriefs.SponsorDecision.class, PlanningBriefs.PlanLaunch.class, PlanningBriefs.ReviewPlan.class,
			PlanningBriefs.AgreeTracking.class, TrackingBriefs.RecordReading.class, TrackingBriefs.HoldReview.class,
			TrackingBriefs.DecideRenewal.class, TrackingBriefs.HoldRetrospective.class);

	@Autowired
	ApplicationContext context;

	private AnnotationConfigApplicationContext briefs;

	private Relationship relationship;

	@BeforeEach
	void open() {
		this.briefs = new AnnotationConfigApplicationContext();
		this.briefs.setParent(this.context);
		this.briefs.register(BRIEFS.toArray(Class[]::new));
		this.briefs.register(PartnershipBriefs.class, PlanningBriefs.CarryOutAction.class,
				PlanningBriefs.RequestChange.class, PlanningBriefs.ApproveChange.class,
				RelationshipBriefs.PillarsReminder.class, RelationshipBriefs.TermSheetReminder.class);
		this.briefs.refresh();
		this.relationship = Relationship.open(this.context, "FR", "fr");
	}

	@AfterEach
	void close() {
		this.briefs.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyBriefCanBeShownFromTheFirstDayOnInBothLanguages(String language) {
		for (Class<? extends TaskBrief> type : BRIEFS) {
			Map<?, ?> brief = brief(type, language);
			assertThat(brief.get("partner").toString()).startsWith("Atelier");
			assertThat(brief.get("summary").toString()).isNotBlank();
			assertThat(brief.get("link").toString()).endsWith("/partnerships/" + id());
		}
	}

	@Test
	void gov01WhatWasEnteredIsShownAgainWithWhatToPutRight() {
		bean(Pairs.class).name(id(), Relationship.key(), "personne", "", "x", "");
		evaluate(Gate.NAMED_PAIR);
		Map<String, Object> variables = variables(RelationshipBriefs.NamePair.class, "fr");
		assertThat(variables).containsEntry("ourName", "personne").containsEntry("partnerEmail", "x");
		assertThat((List<?>) ((Map<?, ?>) variables.get("brief")).get("findings")).hasSize(3);
	}

	@Test
	void qua06TheGapIsShownPillarByPillar() {
		bean(Correspondence.class).invitePillarScores(id(), Relationship.key());
		bean(Pillars.class).scoreForUs(id(), new PillarScores(5, 4, 2, 3, ""), "manager");
		bean(Pillars.class).scoreForPartner(this.relationship.mailedLink(), new PillarScores(2, 4, 4, 3, "pressés"));
		evaluate(Gate.FOUR_PILLARS);
		Map<?, ?> brief = brief(RelationshipBriefs.ClosePillarGap.class, "en");
		assertThat((List<?>) brief.get("pillars")).first()
			.isEqualTo(Map.of("pillar", "The same desire", "ours", "5", "theirs", "2", "gap", "3"));
		assertThat((List<?>) brief.get("findings")).hasSize(2);
	}

	/** CON-10. */
	@Test
	void con10TheTaskKnowsThatFrenchLawMayMakeAMemorandumBind() {
		assertThat(brief(RelationshipBriefs.WriteTermSheet.class, "fr").get("frenchLaw")).isEqualTo(true);
	}

	@Test
	void con12WhatEachPartyAsksIsShownByItsName() {
		this.relationship.pair().objectives();
		String third = "tiers@" + id() + ".example";
		bean(TermSheets.class).write(id(), Relationship.key(),
				TestTerms.complete(LocalDate.now(bean(Clock.class)).plusDays(120))
					.with(List.of(TestTerms.party(3, "Tiers " + id(), third, "fr"))));
		bean(Correspondence.class).sendTermSheet(id());
		bean(TermSheets.class).answer(this.relationship.mailedLink(third), Answer.CHANGES, "Sans la Belgique");
		Map<String, Object> variables = variables(RelationshipBriefs.WriteTermSheet.class, "fr");
		assertThat(variables.get("brief").toString()).contains("Tiers " + id() + " demande", "Sans la Belgique",
				"contrat marketing");
		assertThat(variables.get("furtherParties").toString()).contains(third);
	}

	@Test
	void anIncompleteTermSheetSaysWhatIsMissing() {
		bean(TermSheets.class).write(id(), Relationship.key(), TestTerms.empty());
		bean(Correspondence.class).sendTermSheet(id());
		assertThat((List<?>) brief(RelationshipBriefs.WriteTermSheet.class, "fr").get("findings")).isNotEmpty();
	}

	@Test
	void whatThePartnerWantsChangedIsShownWithTheTermsAsTheyWere() {
		this.relationship.pair().objectives().terms(launch());
		bean(TermSheets.class).answer(this.relationship.mailedLink(), Answer.CHANGES, "Trois ateliers");
		Map<String, Object> variables = variables(RelationshipBriefs.WriteTermSheet.class, "fr");
		assertThat(variables).containsEntry("territory", "France; Belgique").containsEntry("durationMonths", 12);
		assertThat(variables.get("brief").toString()).contains("Trois ateliers");
	}

	@Test
	void qua19TheSponsorReadsOnePage() {
		this.relationship.pair().objectives().terms(launch());
		bean(TermSheets.class).answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		TaskBrief brief = this.briefs.getBean(RelationshipBriefs.SponsorDecision.class);
		assertThat(brief.role()).isEqualTo(Role.SPONSOR);
		assertThat(brief(RelationshipBriefs.SponsorDecision.class, "fr").toString()).contains("Vendre ensemble",
				"Chiffre d’affaires", "30000 avec un concurrent", "Deux ateliers", "moyen");
	}

	@Test
	void pla02ThePlanIsFilledIn() {
		this.relationship.agreed(launch());
		bean(Planning.class).build(id(), Relationship.key(), launch(), "FR", "fr");
		Map<String, Object> variables = variables(PlanningBriefs.ReviewPlan.class, "fr");
		assertThat((List<?>) variables.get("actions")).hasSize(12);
		UUID action = bean(Plans.class).actions(id()).getFirst().id();
		var job = new HashMap<String, Object>(job("fr"));
		job.put("action", Map.of("id", action.toString()));
		Map<String, Object> shown = this.briefs.getBean(PlanningBriefs.CarryOutAction.class)
			.brief(Jobs.job(1, job))
			.variables();
		assertThat(shown.get("brief").toString()).contains("Réunion de démarrage", "les deux côtés");
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void pla03AChangeIsShownWithItsEffectOnTheLaunchAndWithWhatBecameOfIt(String language) {
		this.relationship.agreed(launch());
		bean(Planning.class).build(id(), Relationship.key(), launch(), "FR", "fr");
		PlannedAction action = bean(Plans.class).actions(id()).getFirst();
		Changes changes = bean(Changes.class);
		changes.open(id(), action.id(), Relationship.key(), "La salle est prise", "fr");
		UUID change = changes.ofAction(action.id()).orElseThrow().id();
		var job = new HashMap<String, Object>(job(language));
		job.put("changeId", change.toString());
		job.put("action", Map.of("id", action.id().toString()));
		assertThat(changed(PlanningBriefs.RequestChange.class, job)).containsEntry("necessity", "La salle est prise")
			.containsEntry("newName", action.name())
			.containsEntry("newDueOn", action.dueOn().toString())
			.doesNotContainKey("decision");

		changes.state(change, new Wish(false, null, null, null, "ok", ""), "manager");
		assertThat(changed(PlanningBriefs.RequestChange.class, job)).containsEntry("decision", "ask");
		assertThat(changed(PlanningBriefs.RequestChange.class, job).get("brief").toString()).contains("PLA-03");

		changes.state(change, new Wish(false, null, action.dueOn().plusDays(1), null,
				"Sans cela les affiches arrivent trop tard", "Aucune autre action ne bouge"), "manager");
		assertThat(changed(PlanningBriefs.ApproveChange.class, job).get("brief").toString()).contains(" → ",
				"fr".equals(language) ? "reste le " : "stays on ", "les affiches arrivent trop tard");
		changes.answerForUs(change, "task:" + change, false, "Le plan tient encore", "sponsor");
		assertThat(changed(PlanningBriefs.CarryOutAction.class, job).get("brief").toString())
			.contains("fr".equals(language) ? "refusé, le plan reste" : "refused, the plan stays")
			.contains("Le plan tient encore");
	}

	private Map<String, Object> changed(Class<? extends TaskBrief> type, Map<String, Object> job) {
		return this.briefs.getBean(type).brief(Jobs.job(1, job)).variables();
	}

	@Test
	void trk07TheReviewSaysWhichFiguresAreMissingAndWhatWasPlannedBelowTarget() {
		this.relationship.agreed(launch());
		List<UUID> objectives = bean(Objectives.class).of(id()).stream().map(Objective::id).toList();
		bean(TrackingPlans.class).agree(id(), Relationship.key(), objectives.stream()
			.map((objective) -> new Draft(objective, "Ventes", BigDecimal.TEN, "EUR", "manager", "Une seconde lettre"))
			.toList());
		UUID metric = bean(Metrics.class).of(id()).getFirst().id();
		bean(Readings.class).record(id(), metric, BigDecimal.ONE, LocalDate.now(bean(Clock.class)), "manager",
				Source.TASK);
		Map<?, ?> brief = brief(TrackingBriefs.HoldReview.class, "fr");
		assertThat((List<?>) brief.get("findings")).hasSize(1).first().asString().contains("TRK-07");
		assertThat(brief.get("facts").toString()).contains("Une seconde lettre");
	}

	@Test
	void thePartnerCanBeRemindedOfBothQuestions() {
		assertThat(this.briefs.getBeansOfType(PartnerReminder.class).values()).extracting(PartnerReminder::task)
			.containsExactlyInAnyOrder("Task_AwaitPartnerPillars", "Task_AwaitTermSheetAnswer");
	}

	private Map<?, ?> brief(Class<? extends TaskBrief> type, String language) {
		return (Map<?, ?>) variables(type, language).get("brief");
	}

	private Map<String, Object> variables(Class<? extends TaskBrief> type, String language) {
		Map<String, Object> variables = this.briefs.getBean(type).brief(Jobs.job(1, job(language))).variables();
		assertThat(bean(JsonMapper.class).writeValueAsString(variables)).startsWith("{");
		return variables;
	}

	private Map<String, Object> job(String language) {
		return Map.of("partnershipId", id().toString(), "language", language, "owner", "manager");
	}

	private void evaluate(Gate gate) {
		bean(Gates.class).pass(gate, id(), new Gates.Origin(1, 1, Relationship.key()));
	}

	private LocalDate launch() {
		return LocalDate.now(bean(Clock.class)).plusDays(120);
	}

	private UUID id() {
		return this.relationship.id();
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

}
