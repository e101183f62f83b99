package org.binome.process;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.AuditLogActorTypeEnum;
import io.camunda.client.api.search.enums.AuditLogOperationTypeEnum;
import io.camunda.client.api.search.enums.AuditLogResultEnum;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;

/**
 * Reads human tasks through the Orchestration Cluster API, as Camunda 8.8 and newer offer
 * it. From 8.9 on the audit log names who completed a task and tells a person from a
 * client of the API; on 8.8 it is the assignee.
 */
class OrchestrationUserTasks implements UserTasks {

	private final CamundaClient client;

	private final CamundaSettings settings;

	private final boolean auditLog;

	OrchestrationUserTasks(CamundaClient client, CamundaSettings settings, boolean auditLog) {
		this.client = client;
		this.settings = settings;
		this.auditLog = auditLog;
	}

	@Override
	public Completion completedBy(long processInstanceKey, String elementId) {
		List<UserTask> tasks = this.client.newUserTaskSearchRequest()
			.filter((filter) -> filter.processInstanceKey(processInstanceKey)
				.elementId(elementId)
				.state(UserTaskState.COMPLETED))
			.sort((sort) -> sort.completionDate().desc())
			.page((page) -> page.limit(1))
			.send()
			.join()
			.items();
		if (tasks.isEmpty()) {
			throw notYetVisible(processInstanceKey, elementId);
		}
		UserTask task = tasks.getFirst();
		String username = this.auditLog ? person(task).orElseThrow(() -> notYetVisible(processInstanceKey, elementId))
				: Objects.requireNonNullElse(task.getAssignee(), "");
		return new Completion(task.getUserTaskKey().toString(), username, task.getCompletionDate());
	}

	/** The user who completed the task, the empty text for a client of the API. */
	private Optional<String> person(UserTask task) {
		return this.client.newUserTaskAuditLogSearchRequest(task.getUserTaskKey())
			.filter((filter) -> filter.operationType(AuditLogOperationTypeEnum.COMPLETE)
				.result(AuditLogResultEnum.SUCCESS))
			.sort((sort) -> sort.timestamp().desc())
			.page((page) -> page.limit(1))
			.send()
			.join()
			.items()
			.stream()
			.findFirst()
			.map((entry) -> (entry.getActorType() == AuditLogActorTypeEnum.USER) ? entry.getActorId() : "");
	}

	private static NotYetVisible notYetVisible(long processInstanceKey, String elementId) {
		return new NotYetVisible("The cluster does not show yet who completed " + elementId + " of process instance "
				+ processInstanceKey + "; it usually does within seconds. If this stays, check that the cluster's "
				+ "secondary storage catches up (Operate shows the incident; retry it then)");
	}

	@Override
	public List<OpenTask> open(UUID partnershipId) {
		return open("partnershipId", partnershipId);
	}

	@Override
	public List<OpenTask> openInProgramme(UUID programmeId) {
		return open("programmeId", programmeId);
	}

	private List<OpenTask> open(String variable, UUID id) {
		return this.client.newUserTaskSearchRequest()
			.filter((filter) -> filter.state(UserTaskState.CREATED)
				.processInstanceVariables(Map.of(variable, id.toString())))
			.sort((sort) -> sort.creationDate().asc())
			.page((page) -> page.limit(100))
			.send()
			.join()
			.items()
			.stream()
			.map((task) -> new OpenTask(task.getUserTaskKey().toString(), task.getElementId(), task.getName(),
					task.getAssignee(), task.getCandidateGroups(), task.getCreationDate(), task.getDueDate(),
					URI.create(this.settings.tasklistUrl() + "/tasklist/" + task.getUserTaskKey())))
			.toList();
	}

}
