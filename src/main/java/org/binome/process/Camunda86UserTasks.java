package org.binome.process;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Reads human tasks through Tasklist's own API with a session login, as Camunda 8.6 and
 * 8.7 offer it. Tasklist lets a person complete only a task assigned to that person, so
 * the assignee of a completed task is who completed it. Its gateway's API knows no
 * persons: who can reach it can complete a task that a person had claimed, in that
 * person's name, so it must be reachable by the cluster and by Binôme only.
 */
class Camunda86UserTasks implements UserTasks {

	/** Tasklist writes an offset without a colon: 2026-11-23T08:15:00.000+0000. */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendPattern("[XXX][XX]")
		.toFormatter();

	private final RestClient http;

	private final CamundaSettings settings;

	private volatile String session;

	Camunda86UserTasks(RestClient.Builder http, CamundaSettings settings) {
		this.http = http.baseUrl(settings.tasklistUrl().toString()).build();
		this.settings = settings;
	}

	@Override
	public Completion completedBy(long processInstanceKey, String elementId) {
		for (JsonNode task : search(Map.of("state", "COMPLETED", "processInstanceKey",
				Long.toString(processInstanceKey), "taskDefinitionId", elementId, "sort",
				List.of(Map.of("field", "completionTime", "order", "DESC")), "pageSize", 1))) {
			return new Completion(task.path("id").asString(), task.path("assignee").asString(""),
					time(task.path("completionDate")));
		}
		throw new NotYetVisible("Tasklist does not show yet who completed " + elementId + " of process instance "
				+ processInstanceKey + "; it usually does within seconds. If this stays, check that Tasklist imports "
				+ "(Operate shows the incident; retry it then)");
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
		var open = new ArrayList<OpenTask>();
		for (JsonNode task : search(Map.of("state", "CREATED", "taskVariables",
				List.of(Map.of("name", variable, "value", "\"" + id + "\"", "operator", "eq")), "sort",
				List.of(Map.of("field", "creationTime", "order", "ASC")), "pageSize", 100))) {
			var groups = new ArrayList<String>();
			task.path("candidateGroups").forEach((group) -> groups.add(group.asString()));
			String assignee = task.path("assignee").asString("");
			open.add(new OpenTask(task.path("id").asString(), task.path("taskDefinitionId").asString(),
					task.path("name").asString(), assignee.isEmpty() ? null : assignee, groups,
					time(task.path("creationDate")), time(task.path("dueDate")),
					URI.create(this.settings.tasklistUrl() + "/tasklist/" + task.path("id").asString())));
		}
		return open;
	}

	private JsonNode search(Map<String, Object> query) {
		if (this.session == null) {
			login();
		}
		try {
			return post(query);
		}
		catch (HttpClientErrorException.Unauthorized ex) {
			login();
			return post(query);
		}
	}

	private JsonNode post(Map<String, Object> query) {
		return this.http.post()
			.uri("/v1/tasks/search")
			.header(HttpHeaders.COOKIE, this.session)
			.contentType(MediaType.APPLICATION_JSON)
			.body(query)
			.retrieve()
			.body(JsonNode.class);
	}

	private void login() {
		ResponseEntity<Void> response = this.http.post()
			.uri((uri) -> uri.path("/api/login")
				.queryParam("username", "{username}")
				.queryParam("password", "{password}")
				.build(this.settings.username(), this.settings.password()))
			.retrieve()
			.toBodilessEntity();
		List<String> cookies = response.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE);
		this.session = String.join("; ", cookies.stream().map((cookie) -> cookie.split(";", 2)[0]).toList());
	}

	private static OffsetDateTime time(JsonNode node) {
		String text = node.asString("");
		return text.isEmpty() ? null : OffsetDateTime.parse(text, TIME);
	}

}
