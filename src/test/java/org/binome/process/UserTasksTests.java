package org.binome.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import org.binome.process.UserTasks.Completion;
import org.binome.process.UserTasks.NotYetVisible;
import org.binome.process.UserTasks.OpenTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Both ways to ask a cluster about human tasks. The answers of Tasklist 8.6 were recorded
 * from a running one; those of 8.8 and 8.9 follow the published description of its API.
 */
class UserTasksTests {

	private static final long INSTANCE = 2251799813685457L;

	private static final UUID PROGRAMME = UUID.fromString("95340b71-8651-44e7-b74a-ded5d414f6fb");

	private final Map<String, Deque<Reply>> replies = new HashMap<>();

	private final List<String> requests = new ArrayList<>();

	private HttpServer server;

	private CamundaClient client;

	private CamundaSettings settings;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		URI address = URI.create("http://localhost:" + this.server.getAddress().getPort());
		this.settings = new CamundaSettings(address, address, address, address, "binome", "secret",
				CamundaSettings.Auth.NONE, null, null, null, null, 1, Duration.ofMinutes(1));
		this.client = CamundaClient.newClientBuilder()
			.applyEnvironmentVariableOverrides(false)
			.grpcAddress(address)
			.restAddress(address)
			.preferRestOverGrpc(false)
			.build();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.stop(0);
	}

	@Test
	void tasklist86NamesThePersonWhoCompletedATask() {
		on("/api/login", new Reply(204, ""));
		on("/v1/tasks/search", recorded("tasklist-8.6/completed-by-a-person.json"));
		Completion completion = of("8.6.0").completedBy(INSTANCE, "Task_ConfirmReadiness");
		assertThat(completion).isEqualTo(
				new Completion("2251799813685476", "manager", OffsetDateTime.parse("2026-11-25T04:10:42.483+00:00")));
		assertThat(this.requests.get(0)).contains("username=binome", "password=secret");
		assertThat(this.requests.get(1)).contains("\"processInstanceKey\":\"" + INSTANCE + "\"",
				"\"taskDefinitionId\":\"Task_ConfirmReadiness\"", "\"state\":\"COMPLETED\"");
	}

	@Test
	void tasklist86NamesNobodyForATaskCompletedThroughTheApi() {
		on("/api/login", new Reply(204, ""));
		on("/v1/tasks/search", recorded("tasklist-8.6/completed-without-a-person.json"));
		assertThat(of("8.6.0").completedBy(INSTANCE, "Task_CompleteLonglist").username()).isEmpty();
	}

	@Test
	void tasklist86WhichLagsBehindIsNeverTakenForAnAnswer() {
		on("/api/login", new Reply(204, ""));
		on("/v1/tasks/search", new Reply(200, "[]"));
		assertThatExceptionOfType(NotYetVisible.class)
			.isThrownBy(() -> of("8.6.0").completedBy(INSTANCE, "Task_ReviewContract"))
			.withMessageContaining("Task_ReviewContract")
			.withMessageContaining("Operate");
	}

	@Test
	void tasklist86IsLoggedInToAgainWhenTheSessionHasEnded() {
		on("/api/login", new Reply(204, ""), new Reply(204, ""));
		on("/v1/tasks/search", recorded("tasklist-8.6/completed-by-a-person.json"),
				new Reply(401, "{\"message\":\"\"}"), recorded("tasklist-8.6/completed-by-a-person.json"));
		UserTasks tasks = of("8.6.0");
		tasks.completedBy(INSTANCE, "Task_ConfirmReadiness");
		assertThat(tasks.completedBy(INSTANCE, "Task_ConfirmReadiness").username()).isEqualTo("manager");
		assertThat(this.requests).filteredOn((request) -> request.contains("/api/login")).hasSize(2);
	}

	@Test
	void tasklist86ListsTheOpenTasksOfAProgramme() {
		on("/api/login", new Reply(204, ""));
		on("/v1/tasks/search", recorded("tasklist-8.6/open-tasks.json"));
		List<OpenTask> open = of("8.7.3").openInProgramme(PROGRAMME);
		assertThat(open).singleElement().satisfies((task) -> {
			assertThat(task.elementId()).isEqualTo("Task_CompleteLonglist");
			assertThat(task.groups()).containsExactly("partnership-managers");
			assertThat(task.assignee()).isNull();
			assertThat(task.link()).hasPath("/tasklist/2251799813685736");
		});
		assertThat(this.requests.getLast()).contains(PROGRAMME.toString());
	}

	@Test
	void cluster88NamesTheAssigneeOfACompletedTask() {
		on("/v2/user-tasks/search", recorded("cluster-8.9/completed.json"));
		assertThat(of("8.8.4").completedBy(INSTANCE, "Task_ReviewContract"))
			.isEqualTo(new Completion("2251799813685476", "legal", OffsetDateTime.parse("2026-11-25T04:10:42.483Z")));
		assertThat(this.requests).hasSize(1);
		assertThat(this.requests.getFirst()).contains("Task_ReviewContract", Long.toString(INSTANCE), "COMPLETED");
	}

	@Test
	void cluster88NamesNobodyForATaskWithoutAssignee() {
		on("/v2/user-tasks/search", recorded("cluster-8.9/completed-without-assignee.json"));
		assertThat(of("8.8.4").completedBy(INSTANCE, "Task_ReviewContract").username()).isEmpty();
	}

	@Test
	void cluster89IsAskedForItsAuditLog() {
		on("/v2/user-tasks/search", recorded("cluster-8.9/completed.json"));
		on("/v2/user-tasks/2251799813685476/audit-logs/search", recorded("cluster-8.9/audit-person.json"));
		assertThat(of("8.10.0-alpha2").completedBy(INSTANCE, "Task_ReviewContract").username()).isEqualTo("legal");
		assertThat(this.requests.getLast()).contains("COMPLETE", "SUCCESS");
	}

	@Test
	void cluster89NamesNobodyWhenAClientOfTheApiCompletedAnAssignedTask() {
		on("/v2/user-tasks/search", recorded("cluster-8.9/completed.json"));
		on("/v2/user-tasks/2251799813685476/audit-logs/search", recorded("cluster-8.9/audit-client.json"));
		assertThat(of("8.9.17").completedBy(INSTANCE, "Task_ReviewContract").username()).isEmpty();
	}

	@Test
	void cluster89WhoseAuditLogLagsBehindIsNeverTakenForAnAnswer() {
		on("/v2/user-tasks/search", recorded("cluster-8.9/completed.json"));
		on("/v2/user-tasks/2251799813685476/audit-logs/search", recorded("cluster-8.9/nothing.json"));
		assertThatExceptionOfType(NotYetVisible.class)
			.isThrownBy(() -> of("8.9.17").completedBy(INSTANCE, "Task_ReviewContract"))
			.withMessageContaining("Task_ReviewContract")
			.withMessageContaining("Operate");
	}

	@Test
	void cluster89ListsTheOpenTasksOfAPartnership() {
		on("/v2/user-tasks/search", recorded("cluster-8.9/open-tasks.json"));
		UUID partnership = UUID.randomUUID();
		assertThat(of("8.9.17").open(partnership)).singleElement().satisfies((task) -> {
			assertThat(task.name()).isEqualTo("Review contract");
			assertThat(task.assignee()).isNull();
			assertThat(task.groups()).containsExactly("legal");
		});
		assertThat(this.requests.getFirst()).contains(partnership.toString(), "CREATED");
	}

	private UserTasks of(String version) {
		return UserTasksConfiguration.of(version, this.client, this.settings);
	}

	private void on(String path, Reply... answers) {
		this.replies.put(path, new ArrayDeque<>(List.of(answers)));
	}

	private static Reply recorded(String name) {
		try (InputStream file = UserTasksTests.class.getResourceAsStream(name)) {
			return new Reply(200, new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.requests.add(exchange.getRequestURI() + " " + body);
		Reply reply = this.replies.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>()).poll();
		byte[] bytes = (reply != null) ? reply.body().getBytes(StandardCharsets.UTF_8) : new byte[0];
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.getResponseHeaders().add("Set-Cookie", "OPERATE-SESSION=1; Path=/; HttpOnly");
		exchange.sendResponseHeaders((reply != null) ? reply.status() : 404, (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private record Reply(int status, String body) {
	}

}
