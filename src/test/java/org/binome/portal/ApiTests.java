package org.binome.portal;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class ApiTests {

	private static final String JSON = "application/json";

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	Partnerships partnerships;

	@Autowired
	OpenTasks tasks;

	@Autowired
	JsonMapper json;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void asksForCredentialsAndOpensNoSession() {
		HttpResponse<String> without = new Browser(this.port).get("/api/programmes");
		assertThat(without.statusCode()).isEqualTo(401);
		assertThat(without.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
		problem(without, 401);
		HttpResponse<String> with = get("/api/programmes");
		assertThat(with.statusCode()).isEqualTo(200);
		assertThat(with.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("BINOME-SESSION"));
	}

	@Test
	void takesASessionOnlyWithTheTokenOfItsPages() {
		Browser browser = Browser.of(this.port, "manager");
		assertThat(browser.get("/api/programmes").statusCode()).isEqualTo(200);
		HttpResponse<String> response = browser.postWithoutToken("/api/programmes", Map.of());
		problem(response, 403);
	}

	@Test
	void refusesBasicCredentialsThatAnotherSiteMadeABrowserSend() {
		HttpResponse<String> response = new Browser(this.port).send(new Browser(this.port).request("/api/programmes")
			.header("Authorization",
					"Basic " + java.util.Base64.getEncoder().encodeToString("manager:manager".getBytes(UTF_8)))
			.header("Sec-Fetch-Site", "cross-site")
			.header("Content-Type", JSON)
			.POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
		problem(response, 403);
	}

	@Test
	void opensAProgrammeAndReadsIt() {
		String name = "API " + UUID.randomUUID();
		HttpResponse<String> created = post("/api/programmes", JSON,
				"{\"name\":\"%s\",\"kind\":\"pilot\",\"partnershipType\":\"reseller\",\"audience\":500,\"language\":\"en\"}"
					.formatted(name));
		assertThat(created.statusCode()).isEqualTo(201);
		JsonNode programme = body(get(created.headers().firstValue("Location").orElseThrow()));
		assertThat(programme.path("name").asString()).isEqualTo(name);
		assertThat(programme.path("owner").asString()).isEqualTo("manager");
		assertThat(programme.path("kind").asString()).isEqualTo("pilot");
		assertThat(programme.path("candidates").asInt()).isZero();
		assertThat(body(get("/api/programmes")).toString()).contains(name);
		problem(post("/api/programmes", JSON,
				"{\"name\":\"%s\",\"partnershipType\":\"reseller\",\"audience\":500,\"language\":\"en\"}"
					.formatted(name)),
				409);
	}

	@Test
	void namesTheFieldsThatAreWrong() {
		JsonNode problem = problem(post("/api/programmes", JSON,
				"{\"name\":\" \",\"partnershipType\":\"other\",\"audience\":0,\"language\":\"en\"}"), 400);
		assertThat(fields(problem)).containsExactlyInAnyOrder("name", "partnershipType", "audience");
		assertThat(fields(problem(post("/api/programmes", JSON, "{\"name\":\"x\",\"audience\":\"many\"}"), 400)))
			.containsExactly("audience");
		assertThat(fields(problem(post("/api/programmes", JSON,
				"{\"name\":\"x\",\"partnershipType\":\"reseller\",\"audience\":1,\"language\":\"en\",\"owner\":\"legal\"}"),
				400)))
			.containsExactly("owner");
	}

	@Test
	void answersEveryMistakeWithAProblem() {
		problem(post("/api/programmes", JSON, "{not json"), 400);
		problem(post("/api/programmes", "text/plain", "hello"), 415);
		problem(get("/api/nothing"), 404);
		problem(get("/api/programmes/" + UUID.randomUUID()), 404);
		problem(get("/api/partnerships/" + UUID.randomUUID()), 404);
		problem(get("/api/partnerships/" + UUID.randomUUID() + "/metrics"), 404);
		problem(get("/api/contracts/" + UUID.randomUUID()), 404);
		assertThat(fields(problem(get("/api/programmes/no-uuid"), 400))).containsExactly("id");
		assertThat(fields(problem(get("/api/partnerships?stage=LUNCH"), 400))).containsExactly("stage");
		HttpResponse<String> method = new Browser(this.port).api("DELETE", "/api/programmes", "manager", JSON, "");
		problem(method, 405);
		assertThat(method.headers().firstValue("Allow").orElseThrow()).contains("POST");
	}

	@Test
	void letsOnlyManagersWrite() {
		UUID programme = this.scene.programme("Rôles");
		problem(new Browser(this.port).api("POST", "/api/programmes/" + programme + "/candidates", "legal", "text/csv",
				"x"), 403);
		assertThat(new Browser(this.port).api("GET", "/api/programmes/" + programme, "legal", JSON, "").statusCode())
			.isEqualTo(200);
	}

	@Test
	void importsCandidatesAndReportsWrongLines() throws Exception {
		UUID programme = this.scene.programme("Import par API");
		String file = new ClassPathResource("portal/sample.csv").getContentAsString(UTF_8)
				+ "Trop haut;FR;fr;;;Contact;contact@trop-haut.example;direction;;;;;;;9;4;4;4;;;\n";
		String path = "/api/programmes/" + programme + "/candidates";
		JsonNode report = body(post(path + "?fileName=liste.csv", "text/csv", file));
		assertThat(report.path("rowsAdded").asInt()).isEqualTo(3);
		assertThat(report.path("rowsRejected").asInt()).isEqualTo(1);
		JsonNode problem = report.path("problems").get(0);
		assertThat(problem.path("line").asInt()).isEqualTo(5);
		assertThat(problem.path("field").asString()).isEqualTo("affinité d’audience");
		assertThat(problem.path("value").asString()).isEqualTo("9");
		JsonNode page = body(get(path + "?limit=2&offset=1"));
		assertThat(page.path("total").asInt()).isEqualTo(3);
		assertThat(page.path("items")).hasSize(2);
		assertThat(fields(problem(get(path + "?limit=0"), 400))).containsExactly("limit");
		problem(post(path, "text/csv", "not;a;list\n1;2;3\n"), 422);
		problem(post("/api/programmes/" + UUID.randomUUID() + "/candidates", "text/csv", file), 404);
	}

	@Test
	void listsAndReadsPartnerships() {
		Partnership partnership = this.scene.partnership("Par API", "fr");
		this.partnerships.enter(partnership.id(), Stage.CONTRACT);
		this.tasks.add(partnership.id(), "Task_ReviewContract", "Review contract", "legal");
		JsonNode list = body(get("/api/partnerships?stage=CONTRACT&programme=" + partnership.programmeId()));
		assertThat(list).hasSize(1);
		assertThat(list.get(0).path("partner").asString()).isEqualTo("Par API");
		assertThat(body(get("/api/partnerships?stage=TRACKING&programme=" + partnership.programmeId()))).isEmpty();
		JsonNode one = body(get("/api/partnerships/" + partnership.id()));
		assertThat(one.path("stage").asString()).isEqualTo("CONTRACT");
		assertThat(one.path("tasks").get(0).path("element").asString()).isEqualTo("Task_ReviewContract");
		assertThat(one.path("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
		problem(get("/api/partnerships/" + partnership.id() + "/plan"), 404);
	}

	@Test
	void recordsReadingsAndRefusesWrongOnes() {
		Partnership partnership = this.scene.partnership("Chiffres", "fr");
		UUID metric = this.scene.metric(partnership);
		String path = "/api/partnerships/" + partnership.id() + "/readings";
		HttpResponse<String> created = post(path, JSON, reading(metric, "2026-01-31", "640.5"));
		assertThat(created.statusCode()).isEqualTo(201);
		assertThat(body(created).path("value").decimalValue()).isEqualByComparingTo("640.5");
		JsonNode metrics = body(get("/api/partnerships/" + partnership.id() + "/metrics"));
		assertThat(metrics.get(0).path("readings").get(0).path("on").asString()).isEqualTo("2026-01-31");
		assertThat(fields(problem(post(path, JSON, "{\"metricId\":\"" + metric + "\"}"), 400)))
			.containsExactlyInAnyOrder("on", "value");
		assertThat(fields(problem(post(path, JSON, reading(metric, "31/01/2026", "1")), 400))).containsExactly("on");
		problem(post(path, JSON, reading(UUID.randomUUID(), "2026-01-31", "1")), 422);
		problem(post(path, JSON, reading(metric, "2999-01-31", "1")), 422);
	}

	@Test
	void app03SaysByWhatRightTheContactIsReached() {
		String path = "/api/partnerships/" + this.scene.partnership("Accords", "fr").id() + "/contact";
		problem(get(path), 404);
		JsonNode said = body(put(path,
				"{\"channel\":\"PRIVATE\",\"obtainedFrom\":\"Au salon\",\"consentedOn\":\"2026-01-31\",\"consentNote\":\"Par courriel\"}"));
		assertThat(said.path("channel").asString()).isEqualTo("PRIVATE");
		assertThat(body(get(path))).isEqualTo(said);
		assertThat(fields(problem(put(path, "{\"channel\":\"PRIVATE\",\"obtainedFrom\":\"\"}"), 400)))
			.containsExactly("obtainedFrom");
		assertThat(fields(problem(
				put(path, "{\"channel\":\"PRIVATE\",\"obtainedFrom\":\"x\",\"consentedOn\":\"2999-01-31\"}"), 400)))
			.containsExactly("consentedOn");
		problem(put("/api/partnerships/" + UUID.randomUUID() + "/contact",
				"{\"channel\":\"PROFESSIONAL\",\"obtainedFrom\":\"Leur site\"}"), 404);
	}

	@Test
	void describesEveryPathOfTheApi() {
		problem(new Browser(this.port).get("/v3/api-docs"), 401);
		JsonNode description = body(get("/v3/api-docs"));
		Set<String> served = this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((path) -> path.startsWith("/api/"))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> described = new TreeSet<>(description.path("paths").propertyNames());
		assertThat(described).isEqualTo(served);
		description.path("paths")
			.forEach((path) -> path
				.forEach((operation) -> assertThat(operation.path("summary").asString()).isNotBlank()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/calendar/not-ours.ics", "/p/not-ours" })
	void tellsThatALinkIsNotOurs(String path) {
		assertThat(new Browser(this.port).get(path).statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> get(String path) {
		return new Browser(this.port).api("GET", path, "manager", JSON, "");
	}

	private HttpResponse<String> post(String path, String contentType, String body) {
		return new Browser(this.port).api("POST", path, "manager", contentType, body);
	}

	private HttpResponse<String> put(String path, String body) {
		return new Browser(this.port).api("PUT", path, "manager", JSON, body);
	}

	private JsonNode body(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
		return this.json.readTree(response.body());
	}

	private JsonNode problem(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		JsonNode problem = this.json.readTree(response.body());
		assertThat(problem.path("status").asInt()).isEqualTo(status);
		assertThat(problem.path("title").asString()).isNotBlank();
		return problem;
	}

	private static Set<String> fields(JsonNode problem) {
		return problem.path("errors")
			.valueStream()
			.map((error) -> error.path("field").asString())
			.collect(Collectors.toSet());
	}

	private static String reading(UUID metric, String on, String value) {
		return "{\"metricId\":\"%s\",\"on\":\"%s\",\"value\":%s}".formatted(metric, on, value);
	}

}
