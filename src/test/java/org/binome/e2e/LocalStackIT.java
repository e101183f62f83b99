package org.binome.e2e;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The stack that {@code mvn spring-boot:run} starts: it starts from nothing, lets every
 * account in, keeps its state when it is stopped and when it is killed, and leaves no
 * process behind.
 */
@Timeout(900)
class LocalStackIT {

	private static final List<String> ACCOUNTS = List.of("manager", "legal", "sponsor", "admin");

	private static final Path DIRECTORY = Path.of("target", "local-stack");

	private static final String PROGRAMME = """
			{"name": "Independent cafés", "partnershipType": "marketing", "persona": "Owners of cafés",
			"audience": 20000, "language": "en"}""";

	@Test
	void startsStopsAndSurvivesBeingKilled() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		try (LocalStack stack = new LocalStack(DIRECTORY)) {
			report("First start, nothing unpacked", stack.start());
			ACCOUNTS.forEach((account) -> assertThat(stack.tasklist(account).open(null, null)).isEmpty());
			ACCOUNTS.forEach((account) -> assertThat(stack.portal(account).get("/").statusCode()).isEqualTo(200));
			assertThatIllegalStateException().isThrownBy(() -> new TasklistDriver(stack.tasklistUrl(), "demo", "demo"));

			String programme = openProgramme(stack);
			TasklistDriver.Task task = stack.tasklist("manager")
				.await("Task_ConfirmReadiness", "programmeId", programme);
			assertThat(task.candidateGroups()).containsExactly("partnership-managers");
			stack.tasklist("manager").assign(task);
			String secret = Files.readString(stack.state().resolve("links-secret"));

			stack.stop();
			assertThat(stack.processes()).isEmpty();
			report("Second start", stack.start());
			assertThat(stack.tasklist("manager").open("programmeId", programme)).extracting(TasklistDriver.Task::id)
				.containsExactly(task.id());

			stack.kill();
			report("Start after SIGKILL", stack.start());
			assertThat(stack.tasklist("legal").get(task.id()).assignee()).isEqualTo("manager");
			assertThat(Files.readString(stack.state().resolve("links-secret"))).isEqualTo(secret);
			stack.tasklist("manager")
				.complete(task, Map.of("conceptProven", true, "offerProven", true, "evidence", "Two pilots sold out",
						"decision", "proceed"));
			stack.tasklist("manager").await("Task_CompleteLonglist", "programmeId", programme);
			stack.stop();
			assertThat(stack.processes()).isEmpty();
		}
	}

	private static String openProgramme(LocalStack stack) {
		HttpResponse<String> response = stack.visitor()
			.api("POST", "/api/programmes", "manager", "application/json", PROGRAMME);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
		return JsonMapper.builder().build().readTree(response.body()).path("id").asString();
	}

	private static void report(String what, Duration time) {
		System.out.printf("%s: ready in %.1f s%n", what, time.toMillis() / 1000.0);
	}

}
