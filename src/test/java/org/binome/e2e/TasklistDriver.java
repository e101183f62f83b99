package org.binome.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person in Camunda Tasklist, through the HTTP API that its own pages use.
 */
public final class TasklistDriver {

	private static final Duration PATIENCE = Duration.ofSeconds(180);

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final JsonMapper json = JsonMapper.builder().build();

	private final String url;

	TasklistDriver(String url, String username, String password) {
		this.url = url;
		HttpResponse<String> response = send("POST",
				"/api/login?username=" + encode(username) + "&password=" + encode(password), null);
		if (response.statusCode() != 204) {
			throw new IllegalStateException(
					"Tasklist refuses %s: %d %s".formatted(username, response.statusCode(), response.body()));
		}
	}

	/**
	 * A human task.
	 *
	 * @param element BPMN id, such as {@code Task_ReviewContract}
	 * @param assignee null while nobody has taken it
	 */
	public record Task(String id, String element, String name, String state, String assignee, String processInstance,
			List<String> candidateGroups) {
	}

	/** Open tasks whose process has this variable. */
	public List<Task> open(String variable, Object value) {
		return search("CREATED", null, variable, value);
	}

	public List<Task> completed(String variable, Object value) {
		return search("COMPLETED", null, variable, value);
	}

	/**
	 * Waits until such a task is open; new ones appear after a second or two.
	 * @throws AssertionError with the tasks that are open instead
	 */
	public Task await(String element, String variable, Object value) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Optional<Task> found = search("CREATED", element, variable, value).stream().findFirst();
			if (found.isPresent()) {
				return found.get();
			}
			if (System.nanoTime() > end) {
				throw new AssertionError("No task %s with %s = %s after %s; open are %s".formatted(element, variable,
						value, PATIENCE, open(variable, value)));
			}
			pause();
		}
	}

	/** Takes a task. */
	public void assign(Task task) {
		expect(200, send("PATCH", "/v1/tasks/" + task.id() + "/assign", Map.of()));
		// Completing is refused until Tasklist itself has seen who took it.
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (get(task.id()).assignee() == null && System.nanoTime() < end) {
			pause();
		}
	}

	/**
	 * Takes the task and completes it.
	 * @param variables fields of its form by key
	 */
	public void complete(Task task, Map<String, ?> variables) {
		if (get(task.id()).assignee() == null) {
			assign(task);
		}
		List<Map<String, String>> values = new ArrayList<>();
		variables
			.forEach((name, value) -> values.add(Map.of("name", name, "value", this.json.writeValueAsString(value))));
		expect(200, send("PATCH", "/v1/tasks/" + task.id() + "/complete", Map.of("variables", values)));
	}

	/** Waits for the task, takes it and completes it. */
	public Task complete(String element, String variable, Object value, Map<String, ?> variables) {
		Task task = await(element, variable, value);
		complete(task, variables);
		return task;
	}

	public Task get(String id) {
		return task(read(expect(200, send("GET", "/v1/tasks/" + id, null))));
	}

	private Map<String, JsonNode> variables(Task task) {
		Map<String, JsonNode> variables = new HashMap<>();
		for (JsonNode found : read(
				expect(200, send("POST", "/v1/tasks/" + task.id() + "/variables/search", Map.of())))) {
			JsonNode whole = found.path("isValueTruncated").asBoolean()
					? read(expect(200, send("GET", "/v1/variables/" + found.path("id").asString(), null))) : found;
			variables.put(found.path("name").asString(), read(whole.path("value").asString()));
		}
		return variables;
	}

	/**
	 * One variable that the task's form sees. Tasklist may show a task a moment before
	 * its variables.
	 */
	public JsonNode variable(Task task, String name) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Map<String, JsonNode> seen = variables(task);
			if (seen.containsKey(name)) {
				return seen.get(name);
			}
			if (System.nanoTime() > end) {
				throw new AssertionError("Task %s doesn't show %s after %s, only %s".formatted(task.element(), name,
						PATIENCE, seen.keySet()));
			}
			pause();
		}
	}

	private List<Task> search(String state, String element, String variable, Object value) {
		Map<String, Object> query = new HashMap<>(Map.of("state", state, "pageSize", 100));
		if (element != null) {
			query.put("taskDefinitionId", element);
		}
		if (variable != null) {
			query.put("taskVariables", List.of(Map.of("name", variable, "operator", "eq", "value",
					this.json.writeValueAsString(value.toString()))));
		}
		List<Task> tasks = new ArrayList<>();
		read(expect(200, send("POST", "/v1/tasks/search", query))).forEach((node) -> tasks.add(task(node)));
		return tasks;
	}

	private static Task task(JsonNode node) {
		List<String> groups = new ArrayList<>();
		node.path("candidateGroups").forEach((group) -> groups.add(group.asString()));
		String assignee = node.path("assignee").asString("");
		return new Task(node.path("id").asString(), node.path("taskDefinitionId").asString(),
				node.path("name").asString(), node.path("taskState").asString(), assignee.isEmpty() ? null : assignee,
				node.path("processInstanceKey").asString(), groups);
	}

	private JsonNode read(HttpResponse<String> response) {
		return read(response.body());
	}

	private JsonNode read(String text) {
		return this.json.readTree(text);
	}

	private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
		if (response.statusCode() != status) {
			throw new AssertionError("%s %s: %d %s".formatted(response.request().method(), response.uri(),
					response.statusCode(), response.body()));
		}
		return response;
	}

	private HttpResponse<String> send(String method, String path, Object body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", "application/json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body))
							: HttpRequest.BodyPublishers.noBody())
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(300);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
