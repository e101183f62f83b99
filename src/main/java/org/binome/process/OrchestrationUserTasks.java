package org.binome.process;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;

/**
 * Reads human tasks through the Orchestration Cluster API, as Camunda 8.8 and newer offer
 * it.
 */
class OrchestrationUserTasks implements UserTasks {

	private final CamundaClient client;

	private final CamundaSettings settings;

	OrchestrationUserTasks(CamundaClient client, CamundaSettings settings) {
		this.client = client;
		this.settings = settings;
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
		if (tasks.isEmpty() || tasks.getFirst().getAssignee() == null) {
			throw new NotYetVisible("The cluster does not show yet who completed " + elementId + " of process instance "
					+ processInstanceKey + "; retry when its secondary storage has caught up");
		}
		UserTask task = tasks.getFirst();
		return new Completion(task.getUserTaskKey().toString(), task.getAssignee(), task.getCompletionDate());
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
