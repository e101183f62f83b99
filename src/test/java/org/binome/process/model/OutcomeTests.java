package org.binome.process.model;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binome.process.model.Model.ZEEBE;

/**
 * What the models decide by themselves: how a stage's outcome reaches the parent, what
 * stays local, when timers are due. Workers answer as a test tells them to.
 */
class OutcomeTests {

	private final ModelEngine engine = new ModelEngine();

	private final String partnership = UUID.randomUUID().toString();

	private final Map<String, Queue<Object>> answers = new ConcurrentHashMap<>();

	private final Map<String, Map<String, ?>> tasks = new HashMap<>();

	private final Set<Long> completedTasks = new HashSet<>();

	private final List<JobWorker> workers = new ArrayList<>();

	@BeforeEach
	void deploy() throws Exception {
		this.engine.deployModels();
		Set<String> types = new HashSet<>();
		for (Model model : Model.processes()) {
			model.elements(ZEEBE, "taskDefinition")
				.map((Element task) -> task.getAttribute("type"))
				.forEach(types::add);
		}
		types.add("brief-task");
		for (String type : types) {
			this.workers.add(this.engine.client().newWorker().jobType(type).handler(this::handle).open());
		}
		job("record-gestures", Map.of("approachRequested", true));
		job("check-gate", Map.of("gatePassed", true));
		job("record-message-review", Map.of("messageDecision", "send"));
		job("plan-contact-window", Map.of("sendAt", in(Duration.ZERO)));
		job("record-reply", Map.of("replyOutcome", "interested"));
		job("record-refusal", Map.of("reapproach", false));
		job("record-definition", Map.of("standing", "partner"));
		job("record-objectives", Map.of("secondLookAt", in(Duration.ZERO)));
		job("record-second-look", Map.of("secondLookAdvice", "conclude"));
		job("record-sponsor-decision", Map.of("sponsorDecision", "yes"));
		job("open-contract", Map.of("contractId", "c1", "risk", "low", "contractValue", 12000));
		job("record-details", Map.of("detailsDecision", "complete"));
		job("generate-contract", Map.of("revision", 1, "sha256", "ab"));
		job("record-approval", Map.of("legalDecision", "approve", "nextApprover", "nobody"));
		job("invite-read-back", Map.of("readBackDone", true));
		job("record-signature", Map.of("ourAnswer", "signed"));
		job("release-contract", Map.of("noticeReminderAt", in(Duration.ofDays(20))));
		job("record-plan",
				Map.of("actions",
						List.of(Map.of("id", "a1", "dueAt", in(Duration.ofDays(30))),
								Map.of("id", "a2", "dueAt", in(Duration.ofDays(30)))),
						"actionIds", List.of("a1", "a2")));
		job("schedule-tracking", Map.of("reviewAt", in(Duration.ofDays(10))));
		job("record-review", Map.of("reviewDecision", "end"));
		this.tasks.put("Task_SignForUs", Map.of("decision", "sign", "statement", true));
	}

	@AfterEach
	void stop() {
		this.workers.forEach(JobWorker::close);
		this.engine.close();
	}

	@Test
	void aPartnershipRunsFromApproachToTracking() {
		open();
		message("pillars-scored", Map.of());
		message("term-sheet-answered", Map.of("termSheetAnswer", "accepted"));
		message("our-turn-to-sign", Map.of());
		message("contract-signed", Map.of("partnerSignature", "signed"));
		workUntil("Event_NextReview", ProcessInstanceIntent.ELEMENT_ACTIVATED);
		assertThat(values("clauseProfile")).containsExactly("\"light\"");
		assertThat(values("contractOutcome")).containsExactly("\"inForce\"");
		assertThat(values("termsReopened")).containsExactly("false");
		assertThat(completions("Task_CarryOutAction")).isEqualTo(2);
		assertThat(scopesOfTheAnswersToActions()).isNotEmpty().doesNotContainAnyElementsOf(processInstances());

		this.engine.pass(Duration.ofDays(11));
		workUntil("EndEvent_PartnershipEnded", ProcessInstanceIntent.ELEMENT_COMPLETED);
	}

	@Test
	void aRefusedApproachEndsThePartnership() {
		job("record-reply", Map.of("replyOutcome", "no"));
		open();
		workUntil("EndEvent_PartnershipNotPursued", ProcessInstanceIntent.ELEMENT_COMPLETED);
		assertThat(values("approachOutcome")).containsExactly("\"refused\"");
		assertThat(completions("Task_RecordRefusal")).isEqualTo(1);
	}

	@Test
	void aRefusalComesBackOnItsDate() {
		job("record-reply", Map.of("replyOutcome", "not_now"), Map.of("replyOutcome", "interested"));
		job("record-refusal", Map.of("reapproach", true, "reapproachAt", in(Duration.ofDays(90))));
		open();
		workUntil("Event_Reapproach", ProcessInstanceIntent.ELEMENT_ACTIVATED);
		this.engine.pass(Duration.ofDays(91));
		workUntil("EndEvent_PartnerInterested", ProcessInstanceIntent.ELEMENT_COMPLETED);
		assertThat(completions("Task_BuildRelationship")).isEqualTo(2);
	}

	@Test
	void reopenedTermsLeadStraightToTheTermSheet() {
		job("record-details", Map.of("detailsDecision", "renegotiate"));
		job("record-sponsor-decision", Map.of("sponsorDecision", "yes"), Map.of("sponsorDecision", "no"));
		open();
		message("pillars-scored", Map.of());
		message("term-sheet-answered", Map.of("termSheetAnswer", "accepted"));
		workUntil("EndEvent_TermsReopened", ProcessInstanceIntent.ELEMENT_COMPLETED);
		message("term-sheet-answered", Map.of("termSheetAnswer", "accepted"));
		workUntil("EndEvent_PartnershipNotPursued", ProcessInstanceIntent.ELEMENT_COMPLETED);
		assertThat(completions("Task_NamePair")).isEqualTo(1);
		assertThat(completions("Task_WriteTermSheet")).isEqualTo(2);
		assertThat(values("relationshipOutcome")).containsExactly("\"agreed\"", "\"declined\"");
	}

	@Test
	void whatCanNotBeApprovedOrReleasedGoesBackToLegal() {
		job("record-approval", "Err_ApprovalRefused", Map.of("legalDecision", "approve", "nextApprover", "nobody"));
		job("release-contract", "Err_NotReleasable", Map.of("noticeReminderAt", in(Duration.ofDays(20))));
		open();
		message("pillars-scored", Map.of());
		message("term-sheet-answered", Map.of("termSheetAnswer", "accepted"));
		message("our-turn-to-sign", Map.of());
		message("contract-signed", Map.of("partnerSignature", "signed"));
		workUntil("BoundaryEvent_NotReleasable", ProcessInstanceIntent.ELEMENT_COMPLETED);
		message("our-turn-to-sign", Map.of());
		message("contract-signed", Map.of("partnerSignature", "signed"));
		workUntil("EndEvent_ContractInForce", ProcessInstanceIntent.ELEMENT_COMPLETED);
		assertThat(completions("Task_ReviewContract")).isEqualTo(3);
	}

	@Test
	void anActionRemindsBeforeItsDateAndRenewalIsAskedInTime() {
		this.tasks.put("Task_CarryOutAction", null);
		open();
		message("pillars-scored", Map.of());
		message("term-sheet-answered", Map.of("termSheetAnswer", "accepted"));
		message("our-turn-to-sign", Map.of());
		message("contract-signed", Map.of("partnerSignature", "signed"));
		workUntil("Task_CarryOutAction", ProcessInstanceIntent.ELEMENT_ACTIVATED);
		this.engine.pass(Duration.ofDays(27));
		assertThat(completions("EndEvent_CarryOutActionReminded")).isZero();
		this.engine.pass(Duration.ofDays(2));
		workUntil("EndEvent_CarryOutActionReminded", ProcessInstanceIntent.ELEMENT_COMPLETED);
		this.engine.pass(Duration.ofDays(4));
		workUntil("EndEvent_CarryOutActionEscalated", ProcessInstanceIntent.ELEMENT_COMPLETED);
		this.tasks.remove("Task_CarryOutAction");
		workUntil("EndEvent_RenewalDecided", ProcessInstanceIntent.ELEMENT_COMPLETED);
	}

	private void open() {
		this.engine.client()
			.newPublishMessageCommand()
			.messageName("partnership-opened")
			.correlationKey(this.partnership)
			.variables(Map.of("partnershipId", this.partnership, "programmeId", "p1", "language", "en", "owner",
					"manager"))
			.send()
			.join();
	}

	private void message(String name, Map<String, ?> variables) {
		this.engine.client()
			.newPublishMessageCommand()
			.messageName(name)
			.correlationKey(this.partnership)
			.timeToLive(Duration.ofHours(1))
			.variables(variables)
			.send()
			.join();
	}

	/** What the worker returns, one after the other; the last is returned for ever. */
	private void job(String type, Object... results) {
		this.answers.put(type, new ConcurrentLinkedQueue<>(List.of(results)));
	}

	private void handle(JobClient client, ActivatedJob job) {
		Queue<Object> queue = this.answers.getOrDefault(job.getType(), new ConcurrentLinkedQueue<>());
		Object result = (queue.size() > 1) ? queue.poll() : queue.peek();
		if (result instanceof String error) {
			client.newThrowErrorCommand(job).errorCode(error).send().join();
		}
		else {
			client.newCompleteCommand(job).variables((result != null) ? (Map<?, ?>) result : Map.of()).send().join();
		}
	}

	/** Completes whatever task opens until the element has come this far. */
	private void workUntil(String element, ProcessInstanceIntent state) {
		for (int round = 0; round < 400; round++) {
			if (!this.engine
				.records(ProcessInstanceRecordValue.class,
						(record) -> record.getIntent() == state && record.getValue().getElementId().equals(element))
				.isEmpty()) {
				return;
			}
			this.engine.records(IncidentRecordValue.class, (record) -> record.getIntent() == IncidentIntent.CREATED)
				.forEach((incident) -> {
					throw new AssertionError(
							incident.getValue().getElementId() + ": " + incident.getValue().getErrorMessage());
				});
			this.engine.records(UserTaskRecordValue.class, (record) -> record.getIntent() == UserTaskIntent.CREATED)
				.forEach((task) -> complete(task.getValue()));
			pause();
		}
		throw new AssertionError(element + " was not " + state);
	}

	private void complete(UserTaskRecordValue task) {
		String id = task.getElementId();
		boolean left = this.tasks.containsKey(id) && this.tasks.get(id) == null;
		if (!left && this.completedTasks.add(task.getUserTaskKey())) {
			Map<String, ?> form = this.tasks.getOrDefault(id, Map.of("decision", "yes", "outcome", "done"));
			this.engine.tasks().complete(task.getUserTaskKey(), new JsonMapper().writeValueAsString(form));
		}
	}

	private List<Long> scopesOfTheAnswersToActions() {
		return this.engine
			.records(VariableRecordValue.class,
					(record) -> record.getValue().getName().equals("answer")
							&& record.getValue().getBpmnProcessId().equals("planning")
							&& record.getValue().getValue().contains("\"outcome\""))
			.stream()
			.map((record) -> record.getValue().getScopeKey())
			.toList();
	}

	private Set<Long> processInstances() {
		return this.engine.records(ProcessInstanceRecordValue.class, (record) -> true)
			.stream()
			.map((record) -> record.getValue().getProcessInstanceKey())
			.collect(Collectors.toSet());
	}

	private long completions(String element) {
		return this.engine
			.records(ProcessInstanceRecordValue.class,
					(record) -> record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
							&& record.getValue().getElementId().equals(element))
			.size();
	}

	/** The values a variable has had, in order, one after another once. */
	private List<String> values(String variable) {
		return this.engine.records(VariableRecordValue.class, (record) -> record.getValue().getName().equals(variable))
			.stream()
			.map((record) -> record.getValue().getValue())
			.filter((value) -> !value.equals("null"))
			.distinct()
			.toList();
	}

	private static String in(Duration duration) {
		return OffsetDateTime.now(ZoneOffset.UTC).plus(duration).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
