package org.binome.process.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine accepts all models in one command, and its user tasks behave as the forms
 * expect.
 */
class DeploymentTests {

	private static ModelEngine engine;

	private static DeploymentEvent deployment;

	@BeforeAll
	static void deploy() throws Exception {
		engine = new ModelEngine();
		deployment = engine.deployModels();
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	@Test
	void everythingDeploysInOneCommand() throws Exception {
		assertThat(deployment.getProcesses()).hasSameSizeAs(Models.processes());
		assertThat(deployment.getDecisionRequirements()).hasSameSizeAs(Models.decisions());
		assertThat(deployment.getForm()).hasSameSizeAs(Models.forms());
	}

	@Test
	void aUserTaskOpensWithItsFormAndItsOwnBrief() {
		try (JobWorker brief = worker("brief-task", Map.of("brief", Map.of("partner", "Demo"), "evidence", "prefill"));
				JobWorker record = worker("record-readiness", Map.of("readinessDecision", "abandon"))) {
			engine.client()
				.newPublishMessageCommand()
				.messageName("programme-opened")
				.correlationKey("p1")
				.timeToLive(Duration.ZERO)
				.variables(Map.of("programmeId", "p1", "language", "fr", "owner", "manager"))
				.send()
				.join();
			Record<UserTaskRecordValue> task = engine.await(UserTaskRecordValue.class,
					(candidate) -> candidate.getIntent() == UserTaskIntent.CREATED
							&& candidate.getValue().getElementId().equals("Task_ConfirmReadiness"));
			assertThat(task.getValue().getFormKey()).isPositive();
			assertThat(task.getValue().getCandidateGroupsList()).containsExactly("partnership-managers");
			assertThat(scopes("brief")).containsExactly(task.getValue().getElementInstanceKey());

			engine.tasks()
				.complete(task.getValue().getUserTaskKey(),
						"{\"conceptProven\":true,\"offerProven\":true,\"decision\":\"abandon\"}");
			engine.await(ProcessInstanceRecordValue.class,
					(candidate) -> candidate.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
							&& candidate.getValue().getElementId().equals("EndEvent_ProgrammeAbandoned"));
			long process = task.getValue().getProcessInstanceKey();
			assertThat(scopes("answer")).containsExactly(process);
			assertThat(values("answer")).singleElement().asString().contains("\"decision\":\"abandon\"", "evidence");
			assertThat(scopes("decision")).doesNotContain(process);
		}
	}

	private static JobWorker worker(String type, Map<String, ?> variables) {
		return engine.client()
			.newWorker()
			.jobType(type)
			.handler((client, job) -> client.newCompleteCommand(job).variables(variables).send().join())
			.open();
	}

	private static List<Long> scopes(String variable) {
		return engine.records(VariableRecordValue.class, (record) -> record.getValue().getName().equals(variable))
			.stream()
			.map((record) -> record.getValue().getScopeKey())
			.distinct()
			.toList();
	}

	private static List<String> values(String variable) {
		return engine.records(VariableRecordValue.class, (record) -> record.getValue().getName().equals(variable))
			.stream()
			.map((record) -> record.getValue().getValue())
			.distinct()
			.toList();
	}

}
