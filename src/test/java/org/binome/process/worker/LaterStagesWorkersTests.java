package org.binome.process.worker;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.Forms;
import org.binome.StageTest;
import org.binome.gate.Gate;
import org.binome.partner.Standing;
import org.binome.planning.Changes;
import org.binome.planning.PlannedAction;
import org.binome.planning.Plans;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.Jobs;
import org.binome.process.TaskBrief;
import org.binome.process.UserTasks;
import org.binome.process.Worker;
import org.binome.relationship.Commission;
import org.binome.relationship.Correspondence;
import org.binome.relationship.Definitions;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pairs;
import org.binome.relationship.Party;
import org.binome.relationship.PillarScores;
import org.binome.relationship.Pillars;
import org.binome.relationship.Relationship;
import org.binome.relationship.SecondLooks;
import org.binome.relationship.SponsorDecisions;
import org.binome.relationship.TermSheetRevision.Answer;
import org.binome.relationship.TermSheets;
import org.binome.relationship.Terms;
import org.binome.tracking.Metrics;
import org.binome.tracking.Readings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Each worker of relationship, planning and tracking runs twice and changes nothing the
 * second time; what people enter wrongly never fails a job.
 */
@StageTest
class LaterStagesWorkersTests {

	@Autowired
	ApplicationContext context;

	private AnnotationConfigApplicationContext workers;

	private Relationship relationship;

	private LocalDate launch;

	@BeforeEach
	void open() {
		this.workers = new AnnotationConfigApplicationContext();
		this.workers.setParent(this.context);
		this.workers.registerBean(UserTasks.class, () -> new CompletedBySponsor());
		this.workers.registerBean(org.binome.process.Completions.class,
				() -> Jobs.completions(this.workers.getBean(UserTasks.class), bean(JdbcClient.class)));
		this.workers.registerBean(TaskBrief.class, SponsorsBrief::new);
		this.workers.register(RecordDefinitionWorker.class, RecordSecondLookWorker.class, RecordPairWorker.class,
				InvitePillarScoresWorker.class, RecordPillarsWorker.class, RecordPillarGapWorker.class,
				RecordObjectivesWorker.class, RecordTermSheetWorker.class, SendTermSheetWorker.class,
				RecordSponsorDecisionWorker.class, BuildPlanWorker.class, RecordPlanWorker.class,
				RecordTrackingPlanWorker.class, RecordActionWorker.class, RecordChangeWorker.class,
				RecordChangeApprovalWorker.class, InviteChangeAnswerWorker.class, ApplyChangeWorker.class,
				ScheduleTrackingWorker.class, RecordReadingsWorker.class, RecordReviewWorker.class,
				RecordRenewalWorker.class);
		this.workers.refresh();
		this.relationship = Relationship.open(this.context, "DE", "fr");
		this.launch = LocalDate.now(bean(Clock.class)).plusDays(120);
	}

	@AfterEach
	void close() {
		this.workers.close();
	}

	@Test
	void recordPair() {
		twice(RecordPairWorker.class, answer(Map.of("ourName", "manager", "partnerName", "Direction", "partnerEmail",
				"direction@partner.example", "partnerRole", "")));
		assertThat(bean(Pairs.class).history(id())).hasSize(1);
		assertThat(this.relationship.rules(Gate.NAMED_PAIR)).isEmpty();
	}

	@Test
	void recordDefinition() {
		assertThat(twice(RecordDefinitionWorker.class, answer(Forms.customer("customer")))).containsEntry("standing",
				"customer");
		assertThat(bean(Definitions.class).latest(id()).orElseThrow().standing()).isEqualTo(Standing.CUSTOMER);
	}

	@Test
	void recordSecondLookOfWhoeverTheEngineNames() {
		assertThat(twice(RecordSecondLookWorker.class, answer(Forms.secondLook("settle"))))
			.containsEntry("secondLookAdvice", "settle");
		assertThat(bean(SecondLooks.class).latest(id()).orElseThrow().by()).isEqualTo("sponsor");
	}

	@Test
	void invitePillarScoresAndTheNextRound() {
		twice(InvitePillarScoresWorker.class, Map.of());
		assertThat(bean(Pillars.class).latest(id()).orElseThrow().number()).isEqualTo(1);
		twice(InvitePillarScoresWorker.class, Map.of());
		assertThat(bean(Pillars.class).latest(id()).orElseThrow().number()).isEqualTo(2);
	}

	@Test
	void recordPillarsAndTheGap() {
		bean(Correspondence.class).invitePillarScores(id(), Relationship.key());
		twice(RecordPillarsWorker.class,
				answer(Map.of("desire", 5, "project", 4, "balance", 2, "contract", 3, "comment", "équilibre")));
		assertThat(bean(Pillars.class).latest(id()).orElseThrow().ours())
			.isEqualTo(new PillarScores(5, 4, 2, 3, "équilibre"));
		assertThat(twice(RecordPillarGapWorker.class, answer(Map.of("decision", "rescore", "plan", "En parler"))))
			.containsEntry("pillarDecision", "rescore");
	}

	@Test
	void recordObjectives() {
		twice(RecordObjectivesWorker.class, answer(Map.of("commonProject", "Ensemble", "objectives", List
			.of(Map.of("name", "Ventes", "target", 5, "unit", "EUR", "dueOn", "2099-01-01", "benchmark", "-")))));
		assertThat(bean(Objectives.class).of(id())).hasSize(1);
		assertThat(this.relationship.rules(Gate.QUANTIFIED_OBJECTIVES)).isEmpty();
	}

	@Test
	void recordAndSendTermSheet() {
		this.relationship.pair().objectives();
		twice(RecordTermSheetWorker.class, answer(terms()));
		assertThat(bean(TermSheets.class).history(id())).hasSize(1);
		twice(SendTermSheetWorker.class, Map.of());
		assertThat(this.relationship.mailedLink().purpose()).isEqualTo("term-sheet");
		assertThat(this.relationship.signals("term-sheet-answered")).isZero();
	}

	@Test
	void con12EveryRowOfTheTermSheetBecomesAParty() {
		var terms = new HashMap<>(terms());
		terms.putAll(Map.of("kind", "referral", "commissionPercent", 7.5, "commissionBasis", "ventes encaissées",
				"commissionPaymentDays", 30, "ourNeverShared", "nos recettes", "furtherParties",
				List.of(Map.of("name", "Tiers", "country", "be", "language", "en", "contactName", "Direction",
						"contactEmail", "Tiers@c.example", "contribution", "un lieu", "benefit", "du passage",
						"brandConditions", "pas de vente en ligne"), Map.of("name", "Quart"))));
		twice(RecordTermSheetWorker.class, answer(terms));
		Terms kept = bean(TermSheets.class).latest(id()).orElseThrow().terms();
		assertThat(kept.commission()).isEqualTo(new Commission(new BigDecimal("7.5"), "ventes encaissées", 30));
		assertThat(kept.ours().neverShared()).isEqualTo("nos recettes");
		assertThat(kept.parties()).extracting(Party::side).containsExactly("party-3", "party-4");
		assertThat(kept.parties().getFirst().reserve().brandConditions()).isEqualTo("pas de vente en ligne");
		assertThat(kept.parties().getFirst().personId()).isNotNull();
		assertThat(kept.parties().getLast().personId()).isNull();
	}

	@Test
	void anIncompleteTermSheetComesBackOnce() {
		twice(RecordTermSheetWorker.class, answer(Map.of("kind", "marketing")));
		twice(SendTermSheetWorker.class, Map.of());
		assertThat(this.relationship.signals("term-sheet-answered")).isEqualTo(1);
	}

	@Test
	void recordSponsorDecision() {
		this.relationship.pair().objectives().terms(this.launch);
		bean(TermSheets.class).answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		assertThat(twice(RecordSponsorDecisionWorker.class, answer(Map.of("decision", "yes"))))
			.containsEntry("sponsorDecision", "yes");
		assertThat(bean(TermSheets.class).accepted(id())).isPresent();
	}

	@Test
	void buildAndRecordPlan() {
		this.relationship.agreed(this.launch);
		twice(BuildPlanWorker.class, answer(Map.of("launchOn", this.launch.toString(), "partnerCountry", "DE")));
		assertThat(bean(Plans.class).current(id()).orElseThrow().revision()).isEqualTo(1);
		List<Object> rows = rows();
		rows.add(Map.of("name", "Ajoutée", "dueOn", this.launch.toString(), "owner", "manager"));
		Map<String, Object> result = twice(RecordPlanWorker.class, answer(Map.of("actions", rows)));
		assertThat((List<?>) result.get("actions")).hasSize(rows.size())
			.allSatisfy((action) -> OffsetDateTime.parse(((Map<?, ?>) action).get("dueAt").toString()));
		assertThat(this.relationship.rules(Gate.PLAN_COMPLETE)).isEmpty();
	}

	@Test
	void recordAction() {
		plan();
		String action = bean(Plans.class).actions(id()).getFirst().id().toString();
		twice(RecordActionWorker.class,
				Map.of("action", Map.of("id", action), "answer", Map.of("outcome", "done", "note", "sans histoire")));
		assertThat(bean(Plans.class).action(id(), UUID.fromString(action)).orElseThrow().state()).isEqualTo("DONE");
	}

	@Test
	void pla03AChangeIsAskedForAnsweredAndCarriedOutOnceEachByWhomTheEngineNames() {
		plan();
		PlannedAction action = bean(Plans.class).actions(id()).getFirst();
		twice(RecordActionWorker.class, Map.of("action", Map.of("id", action.id().toString()), "answer",
				Map.of("outcome", "change", "note", "La salle est prise")));
		Changes changes = bean(Changes.class);
		UUID change = changes.ofAction(action.id()).orElseThrow().id();
		assertThat(changes.get(change).wish().necessity()).isEqualTo("La salle est prise");
		Map<String, Object> wish = new HashMap<>(answer(Map.of("decision", "ask", "newDueOn", "demain")));
		wish.put("changeId", change.toString());
		assertThat(twice(RecordChangeWorker.class, wish)).containsEntry("changeRequest", "unclear");
		wish.putAll(answer(Forms.change(action.dueOn().plusDays(1))));
		assertThat(twice(RecordChangeWorker.class, wish)).containsEntry("changeRequest", "asked");
		assertThat(changes.get(change).requestedBy()).isEqualTo("sponsor");

		Map<String, Object> approval = new HashMap<>(answer(Map.of("decision", "approve", "reason", "")));
		approval.put("changeId", change.toString());
		assertThat(twice(RecordChangeApprovalWorker.class, approval)).containsEntry("changeDecision", "approve");
		twice(InviteChangeAnswerWorker.class, approval);
		changes.answer(this.relationship.mailedLink(), true, "");
		assertThat(this.relationship.rules(Gate.CHANGE_CONTROL)).containsExactly("PLA-03");
		assertThat(twice(RecordChangeApprovalWorker.class, approval)).containsEntry("changeDecision", "agreed");
		twice(ApplyChangeWorker.class, approval);
		assertThat(bean(Plans.class).action(id(), action.id()).orElseThrow().dueOn())
			.isEqualTo(action.dueOn().plusDays(1));
		assertThat(twice(RecordChangeApprovalWorker.class, approval)).containsEntry("changeDecision", "refuse");
	}

	@Test
	void recordTrackingPlan() {
		this.relationship.agreed(this.launch);
		twice(RecordTrackingPlanWorker.class, answer(Map.of("metrics", metrics())));
		assertThat(bean(Metrics.class).of(id())).hasSize(2);
		assertThat(this.relationship.rules(Gate.TRACKING_PLAN)).isEmpty();
	}

	@Test
	void scheduleReadAndReview() {
		this.relationship.agreed(this.launch);
		twice(RecordTrackingPlanWorker.class, answer(Map.of("metrics", metrics())));
		Map<String, Object> result = twice(ScheduleTrackingWorker.class, Map.of());
		OffsetDateTime reviewAt = OffsetDateTime.parse(result.get("reviewAt").toString());
		assertThat(reviewAt.getHour()).isEqualTo(9);
		String metric = bean(Metrics.class).of(id()).getFirst().id().toString();
		String today = LocalDate.now(bean(Clock.class)).toString();
		twice(RecordReadingsWorker.class,
				answer(Map.of("readings", List.of(Map.of("metricId", metric, "value", 12.5, "on", today)))));
		assertThat(bean(Readings.class).of(id())).hasSize(1);
		assertThat(twice(RecordReviewWorker.class, answer(Map.of("decision", "continue", "summary", "bien"))))
			.containsEntry("reviewDecision", "continue");
	}

	@Test
	void recordRenewal() {
		this.relationship.agreed(this.launch);
		twice(RecordRenewalWorker.class, answer(Map.of("decision", "renew", "reason", "cela marche")));
	}

	@Test
	void whatPeopleEnterWronglyNeverFailsAJob() {
		Map<String, Object> nonsense = new HashMap<>();
		for (String field : List.of("desire", "project", "target", "valueMinor", "durationMonths", "noticeDays",
				"launchOn", "dueOn", "id", "objectiveId", "metricId", "value", "on", "name", "owner", "kind",
				"currency", "decision", "outcome", "partnerCountry", "ourName", "partnerEmail", "commissionPercent",
				"commissionPaymentDays", "country", "contactEmail", "exclusive")) {
			nonsense.put(field, "1e999999999\u0000 n’importe quoi");
		}
		for (String rows : List.of("objectives", "actions", "metrics", "readings", "furtherParties")) {
			nonsense.put(rows, List.of(nonsense, Map.of("target", 1e300, "value", 0.5, "dueOn", "2099-99-99")));
		}
		Map<String, Object> flat = new HashMap<>(nonsense);
		flat.values().removeIf(List.class::isInstance);
		for (String rows : List.of("objectives", "actions", "metrics", "readings", "furtherParties")) {
			nonsense.put(rows, List.of(flat, Map.of("target", 1e300, "value", 0.5, "dueOn", "2099-99-99")));
		}
		bean(Correspondence.class).invitePillarScores(id(), Relationship.key());
		for (Class<? extends Worker> worker : List.of(RecordDefinitionWorker.class, RecordSecondLookWorker.class,
				RecordPairWorker.class, RecordPillarsWorker.class, RecordPillarGapWorker.class,
				RecordObjectivesWorker.class, RecordTermSheetWorker.class, SendTermSheetWorker.class,
				RecordSponsorDecisionWorker.class, BuildPlanWorker.class, RecordPlanWorker.class,
				RecordTrackingPlanWorker.class, ScheduleTrackingWorker.class, RecordReadingsWorker.class,
				RecordReviewWorker.class, RecordRenewalWorker.class)) {
			for (Map<String, Object> entered : List.of(nonsense, Map.<String, Object>of())) {
				assertThatCode(() -> twice(worker, answer(entered))).as(worker.getSimpleName())
					.doesNotThrowAnyException();
			}
		}
		for (Gate gate : List.of(Gate.PARTNERSHIP_DEFINITION, Gate.NAMED_PAIR, Gate.GOVERNANCE, Gate.FOUR_PILLARS,
				Gate.RECIPROCITY, Gate.QUANTIFIED_OBJECTIVES, Gate.SECOND_LOOK, Gate.SPONSOR_DECISION, Gate.TERM_SHEET,
				Gate.PLAN_COMPLETE, Gate.TRACKING_PLAN)) {
			assertThat(this.relationship.rules(gate)).as(gate.id()).isNotEmpty();
		}
	}

	private Map<String, Object> twice(Class<? extends Worker> type, Map<String, Object> variables) {
		Worker worker = this.workers.getBean(type);
		var all = new HashMap<>(variables);
		all.put("partnershipId", id().toString());
		all.put("language", "fr");
		all.put("owner", "manager");
		Job job = Jobs.job(Relationship.key(), all);
		Map<String, Object> first = worker.complete(job);
		List<Object> state = this.relationship.state();
		assertThat(worker.complete(job)).isEqualTo(first);
		assertThat(this.relationship.state()).isEqualTo(state);
		return first;
	}

	private void plan() {
		this.relationship.agreed(this.launch);
		twice(BuildPlanWorker.class, answer(Map.of("launchOn", this.launch.toString(), "partnerCountry", "DE")));
		twice(RecordPlanWorker.class, answer(Map.of("actions", rows())));
	}

	private List<Object> rows() {
		return new ArrayList<>(bean(Plans.class).actions(id())
			.stream()
			.map((action) -> Map.of("id", action.id().toString(), "name", action.name(), "dueOn",
					action.dueOn().toString(), "owner", action.owner()))
			.toList());
	}

	private List<Object> metrics() {
		return new ArrayList<>(bean(Objectives.class).of(id())
			.stream()
			.map((objective) -> Map.of("objectiveId", objective.id().toString(), "name", "Achats", "target", 10, "unit",
					"EUR", "owner", "manager", "offTarget", "Une seconde lettre"))
			.toList());
	}

	private Map<String, Object> terms() {
		return Map.ofEntries(Map.entry("kind", "marketing"), Map.entry("ourContribution", "a"),
				Map.entry("partnerContribution", "b"), Map.entry("ourBenefit", "c"), Map.entry("partnerBenefit", "d"),
				Map.entry("territory", "e"), Map.entry("products", "f"), Map.entry("sectors", "g"),
				Map.entry("valueMinor", 100), Map.entry("currency", "eur"), Map.entry("durationMonths", 12),
				Map.entry("noticeDays", 30), Map.entry("launchOn", this.launch.toString()), Map.entry("risk", "low"));
	}

	private static Map<String, Object> answer(Map<String, Object> fields) {
		return Map.of("answer", fields);
	}

	private UUID id() {
		return this.relationship.id();
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Whoever completed a task was the sponsor. */
	private static final class CompletedBySponsor implements UserTasks {

		@Override
		public Completion completedBy(long processInstanceKey, String elementId) {
			return new Completion(UUID.randomUUID().toString(), "sponsor", OffsetDateTime.now());
		}

		@Override
		public List<OpenTask> open(UUID partnershipId) {
			return List.of();
		}

		@Override
		public List<OpenTask> openInProgramme(UUID programmeId) {
			return List.of();
		}

	}

	/** What the sponsor is shown. */
	private static final class SponsorsBrief implements TaskBrief {

		@Override
		public String task() {
			return "Task_SponsorDecision";
		}

		@Override
		public Brief brief(Job job) {
			return Brief.about("fr", "Atelier").summary("Oui ou non ?", "Yes or no?");
		}

	}

}
