package org.binome.e2e;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.binome.Forms;
import org.binome.portal.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One partnership on the real stack, led from stage to stage: our people in Tasklist, the
 * partner through mailed links.
 */
class Walk {

	static final String PARTNER = "La Lettre des Ateliers";

	static final String CONTACT = "partenariats@lettre-des-ateliers.example";

	static final LocalDate TODAY = LocalDate.now();

	private final JsonMapper json = JsonMapper.builder().build();

	private final LocalStack stack;

	private final Path directory;

	private String programme;

	private String partnership;

	Walk(LocalStack stack, Path directory) {
		this.stack = stack;
		this.directory = directory;
	}

	void prospect() throws IOException {
		openProgramme();
		confirmReadiness();
		importCandidates();
		choose();
	}

	void confirmReadiness() {
		human("manager", "Task_ConfirmReadiness", "programmeId", this.programme, Forms.readiness("proceed"));
	}

	void openProgramme() {
		JsonNode opened = api("POST", "/api/programmes", "application/json", """
				{"name": "Réparer ensemble", "partnershipType": "marketing", "persona": "Familles qui réparent",
				"audience": 20000, "language": "fr"}""");
		this.programme = opened.path("id").asString();
	}

	void importCandidates() throws IOException {
		String id = this.programme;
		this.stack.tasklist("manager").await("Task_CompleteLonglist", "programmeId", id);
		JsonNode report = api("POST", "/api/programmes/" + id + "/candidates?fileName=candidates.csv", "text/csv",
				Files.readString(Path.of("samples", "candidates.csv")));
		assertThat(report.path("rowsAdded").asInt()).as(report.toString()).isGreaterThan(20);
		human("manager", "Task_CompleteLonglist", "programmeId", id, Map.of("complete", true));
	}

	void choose() {
		String id = this.programme;
		this.stack.tasklist("manager").await("Task_ChooseShortlist", "programmeId", id);
		human("manager", "Task_ChooseShortlist", "programmeId", id,
				Forms.shortlist(List.of(candidate(id).path("id").asString())));
		this.partnership = awaitPartnership(id);
	}

	void approach() {
		human("manager", "Task_BuildRelationship", Forms.warmGestures(TODAY));
		sendMessage();
	}

	/** Draft, review and the partner's answer. */
	void sendMessage() {
		human("manager", "Task_DraftMessage", Forms.message());
		human("sponsor", "Task_ReviewMessage", Forms.review("send"));
		partner("atelier", Map.of("outcome", "interested"));
	}

	void relate() {
		human("manager", "Task_DefinePartnership", Forms.definition());
		human("manager", "Task_NamePair", Forms.pair(CONTACT));
		scorePillars(4, 4, 4, 4);
		human("manager", "Task_SetObjectives", Forms.objectives(TODAY.plusDays(300)));
		human("sponsor", "Task_SecondLook", Forms.secondLook("conclude"));
		human("manager", "Task_WriteTermSheet", Forms.termSheet(TODAY.plusDays(120)));
		partner("answer", Map.of("answer", "accepted", "note", ""));
		human("sponsor", "Task_SponsorDecision", Forms.sponsor("yes"));
	}

	/** Both sides score; the partner gives four to each pillar. */
	void scorePillars(int desire, int project, int balance, int contract) {
		human("manager", "Task_ScorePillars", Forms.pillars(desire, project, balance, contract));
		partner("desire", Map.of("desire", "4", "project", "4", "balance", "4", "contract", "4", "comment", ""));
	}

	/**
	 * Kills the application while it prints the first revision; it must come once and
	 * whole.
	 */
	String drawUpThoughKilled() throws Exception {
		human("manager", "Task_CompleteDetails", Forms.details("complete"));
		Path log = this.directory.resolve("application-1.log");
		for (int tries = 0; !Files.readString(log)
			.contains("generate-contract at Task_GenerateContract begins"); tries++) {
			assertThat(tries).as("polls for the start of the printing").isLessThan(3000);
			Thread.sleep(10);
		}
		this.stack.kill();
		report("started after SIGKILL in the middle of the printing", this.stack.start());
		TasklistDriver.Task review = this.stack.tasklist("legal")
			.await("Task_ReviewContract", "partnershipId", this.partnership);
		String contract = this.stack.tasklist("legal").variable(review, "contractId").asString();
		JsonNode revisions = api("GET", "/api/contracts/" + contract, "application/json", "").path("revisions");
		assertThat(revisions).hasSize(1);
		assertThat(sha256(this.stack.visitor(), contract, 1)).isEqualTo(revisions.path(0).path("sha256").asString());
		return contract;
	}

	void review() {
		TasklistDriver.Task task = this.stack.tasklist("legal")
			.await("Task_ReviewContract", "partnershipId", this.partnership);
		if (!TasklistInBrowser.approve(this.stack, task, this.directory)) {
			TasklistDriver legal = this.stack.tasklist("legal");
			human("legal", "Task_ReviewContract", Forms.legal("approve", legal.variable(task, "revision").asInt(),
					legal.variable(task, "sha256").asString()));
		}
	}

	/** Both sides restate the contract in their own words; our manager compares. */
	void readBack() {
		TasklistDriver manager = this.stack.tasklist("manager");
		TasklistDriver.Task task = manager.await("Task_RestateContract", "partnershipId", this.partnership);
		int revision = manager.variable(task, "revision").asInt();
		String sha256 = manager.variable(task, "sha256").asString();
		human("manager", "Task_RestateContract", Forms.restatement(revision, sha256));
		partner("OBJECTIVE", Forms.partnersRestatement(sha256));
		human("manager", "Task_CompareReadBacks", Forms.comparison("compared", "alike", revision, sha256));
	}

	void sign(String contract) {
		human("sponsor", "Task_SignForUs", Forms.signature("sign"));
		String sha256 = api("GET", "/api/contracts/" + contract, "application/json", "").path("revisions")
			.path(0)
			.path("sha256")
			.asString();
		partnerSigns(Map.of("decision", "sign", "name", "Responsable des partenariats", "title", "Partenariats",
				"statement", "true", "sha256", sha256));
		this.stack.tasklist("manager").await("Task_PlanLaunch", "partnershipId", this.partnership);
		assertThat(partnership().path("state").asString()).isEqualTo("ACTIVE");
		assertThat(api("GET", "/api/contracts/" + contract, "application/json", "").path("revisionInForce").asInt())
			.isEqualTo(1);
	}

	void plan() {
		human("manager", "Task_PlanLaunch", Forms.launch(TODAY.plusDays(120)));
		TasklistDriver.Task review = this.stack.tasklist("manager")
			.await("Task_ReviewPlan", "partnershipId", this.partnership);
		JsonNode actions = this.stack.tasklist("manager").variable(review, "actions");
		assertThat(actions).isNotEmpty();
		human("manager", "Task_ReviewPlan", Map.of("actions", actions));
		TasklistDriver.Task tracking = this.stack.tasklist("manager")
			.await("Task_AgreeTracking", "partnershipId", this.partnership);
		String objective = this.stack.tasklist("manager")
			.variable(tracking, "brief")
			.path("objectives")
			.path(0)
			.path("value")
			.asString();
		human("manager", "Task_AgreeTracking", Forms.metrics(objective));
		for (int action = 0; action < actions.size(); action++) {
			human("manager", "Task_CarryOutAction", Forms.action("done"));
		}
	}

	void track(String contract) {
		TasklistDriver.Task task = this.stack.tasklist("manager")
			.await("Task_RecordReading", "partnershipId", this.partnership);
		String metric = this.stack.tasklist("manager")
			.variable(task, "brief")
			.path("metrics")
			.path(0)
			.path("value")
			.asString();
		human("manager", "Task_RecordReading", Forms.reading(metric, TODAY));
		await("a first reading",
				() -> api("GET", "/api/partnerships/" + this.partnership + "/metrics", "application/json", "")
					.toString()
					.contains("37"));
		assertThat(partnership().path("stage").asString()).isEqualTo("TRACKING");
		assertThat(this.stack.mailbox()
			.to(CONTACT)
			.stream()
			.filter((mail) -> mail.attachments().stream().anyMatch((name) -> name.endsWith(".pdf"))))
			.as("the signed contract, mailed once")
			.hasSize(1);
	}

	JsonNode candidate(String programme) {
		JsonNode page = api("GET", "/api/programmes/" + programme + "/candidates?limit=1000", "application/json", "");
		return StreamSupport.stream(page.path("items").spliterator(), false)
			.filter((candidate) -> candidate.path("name").asString().equals(PARTNER))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No " + PARTNER + " in " + page));
	}

	String awaitPartnership(String programme) {
		Map<String, String> found = new HashMap<>();
		await("the partnership", () -> {
			String id = candidate(programme).path("partnershipId").asString("");
			found.put("id", id);
			return !id.isEmpty();
		});
		return found.get("id");
	}

	JsonNode partnership() {
		return api("GET", "/api/partnerships/" + this.partnership, "application/json", "");
	}

	void human(String username, String task, Map<String, ?> form) {
		human(username, task, "partnershipId", this.partnership, form);
	}

	/**
	 * Takes and completes a task; a task just completed may still be shown for a moment.
	 */
	void human(String username, String task, String variable, String value, Map<String, ?> form) {
		TasklistDriver tasklist = this.stack.tasklist(username);
		TasklistDriver.Task done = tasklist.complete(task, variable, value, form);
		await("the end of " + task,
				() -> tasklist.open(variable, value).stream().noneMatch((open) -> open.id().equals(done.id())));
	}

	/** The partner asks for the code, reads it in the mailbox, enters it and signs. */
	private void partnerSigns(Map<String, String> form) {
		Browser visitor = this.stack.visitor();
		Mailbox.Mail asking = this.stack.mailbox()
			.await((mail) -> mail.to().stream().anyMatch((to) -> to.contains(CONTACT))
					&& mail.links().stream().anyMatch((link) -> link.contains("/p/"))
					&& visitor.get(mail.partnerLink()).body().contains("name=\"step\""));
		String page = asking.partnerLink();
		visitor.get(page);
		assertThat(visitor.post(page, Map.of("step", "send")).statusCode()).isEqualTo(200);
		Pattern code = Pattern.compile("^(\\d{3} \\d{3})$", Pattern.MULTILINE);
		Mailbox.Mail told = this.stack.mailbox()
			.await((mail) -> mail.to().stream().anyMatch((to) -> to.contains(CONTACT))
					&& code.matcher(mail.text().replace("\r", "")).find());
		Matcher found = code.matcher(told.text().replace("\r", ""));
		assertThat(found.find()).isTrue();
		assertThat(visitor.post(page, Map.of("step", "verify", "code", found.group(1))).body())
			.contains("name=\"statement\"");
		HttpResponse<String> answer = visitor.post(page, form);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
	}

	/**
	 * The partner answers on the page behind the newest link that asks for these fields.
	 */
	void partner(String field, Map<String, String> form) {
		Browser visitor = this.stack.visitor();
		await("the partner's page with " + field,
				() -> this.stack.mailbox()
					.to(CONTACT)
					.stream()
					.filter((mail) -> !mail.links().isEmpty())
					.anyMatch((mail) -> answered(visitor, mail, form)));
	}

	private static boolean answered(Browser visitor, Mailbox.Mail mail, Map<String, String> form) {
		if (mail.links().stream().noneMatch((link) -> link.contains("/p/"))) {
			return false;
		}
		HttpResponse<String> page = visitor.get(mail.partnerLink());
		boolean asks = page.statusCode() == 200
				&& form.keySet().stream().allMatch((name) -> page.body().contains("name=\"" + name + "\""));
		if (asks) {
			HttpResponse<String> answer = visitor.post(mail.partnerLink(), form);
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		}
		return asks;
	}

	String programme() {
		return this.programme;
	}

	String partnershipId() {
		return this.partnership;
	}

	JsonNode api(String method, String path, String contentType, String body) {
		HttpResponse<String> response = this.stack.visitor().api(method, path, "manager", contentType, body);
		assertThat(response.statusCode()).as(method + " " + path + ": " + response.body()).isBetween(200, 299);
		return this.json.readTree(response.body());
	}

	private static String sha256(Browser browser, String contract, int revision)
			throws NoSuchAlgorithmException, IOException, InterruptedException {
		byte[] pdf = browser.download("/api/contracts/" + contract + "/revisions/" + revision + "/pdf", "manager");
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
	}

	static void await(String what, Condition condition) {
		long giveUp = System.nanoTime() + Duration.ofSeconds(180).toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() > giveUp) {
				throw new AssertionError("Waited in vain for " + what);
			}
			try {
				Thread.sleep(300);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

	static void report(String what, Duration time) {
		System.out.printf("The whole product %s in %.1f s%n", what, time.toMillis() / 1000.0);
	}

	/** Something that becomes true. */
	interface Condition {

		boolean holds();

	}

}
