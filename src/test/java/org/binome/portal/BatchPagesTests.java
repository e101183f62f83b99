package org.binome.portal;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.contract.AgreedTerms;
import org.binome.contract.BatchRun;
import org.binome.contract.Batches;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@Import(AgreedTerms.class)
class BatchPagesTests {

	private static final AtomicLong KEYS = new AtomicLong(9_000_000);

	private static final String JSON = "application/json";

	@LocalServerPort
	int port;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	Batches batches;

	@Autowired
	BatchRun run;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void leaveNoneRunning() {
		this.batches.running().ifPresent((batch) -> this.batches.stop(batch.id()));
	}

	@Test
	void startsFollowsAndReadsABatch() throws Exception {
		Contract changed = inForce("html = replace(html, 'Confidentialité', 'Discrétion')");
		Contract broken = inForce("data = data - 'noticeDays'");
		Browser legal = Browser.of(this.port, "legal");
		legal.get("/batches");
		assertThat(legal.post("/batches", Map.of("reason", " ")).statusCode()).isEqualTo(422);

		HttpResponse<String> running = legal.post("/batches", Map.of("reason", "Clause <confidentialité> revue"));
		assertThat(running.body()).contains("Clause &lt;confidentialité&gt; revue", "data-refresh", "en cours");
		String batch = running.uri().getPath();
		assertThat(legal.post(batch + "/stop", Map.of()).body()).contains("arrêté", batch + "/resume");
		assertThat(legal.post(batch + "/resume", Map.of()).body()).contains("en cours");
		this.run.run();

		HttpResponse<String> done = legal.get(batch);
		assertThat(done.body()).contains("terminé", broken.reference(), "noticeDays", batch + "/retry");
		keep("batch.html", done.body());
		assertThat(legal.get(batch + "?state=CHANGED").body()).contains(batch + "/contracts/" + changed.id(),
				"une clause change");
		HttpResponse<String> draft = legal.get(batch + "/contracts/" + changed.id());
		assertThat(draft.body()).contains("<del>", "<ins>", "projet, pas en vigueur", "/redline/pages/1.png",
				"avec un projet du");
		keep("batch-draft.html", draft.body());
		assertThat(legal.get(batch + "/contracts/" + changed.id() + "/redline/pages/1.png").body()).contains("PNG");
		assertThat(legal.get(batch + "/contracts/" + changed.id() + "/draft.pdf").body()).startsWith("%PDF-1.");
		assertThat(legal.get(batch + "/contracts/" + broken.id() + "/draft.pdf").statusCode()).isEqualTo(404);
		keep("batches.html", legal.get("/batches").body());
	}

	@Test
	void isForLegalAndAdministratorsOnly() {
		Browser manager = Browser.of(this.port, "manager");
		assertThat(manager.get("/batches").statusCode()).isEqualTo(403);
		assertThat(manager.api("POST", "/api/batches", "manager", JSON, "{\"reason\":\"x\"}").statusCode())
			.isEqualTo(403);
		assertThat(Browser.of(this.port, "legal").postWithoutToken("/batches", Map.of("reason", "x")).statusCode())
			.isEqualTo(403);
	}

	@Test
	void runsFromTheApi() {
		Contract broken = inForce("data = data - 'noticeDays'");
		Browser program = new Browser(this.port);

		HttpResponse<String> started = program.api("POST", "/api/batches", "admin", JSON, "{\"reason\":\"New law\"}");
		assertThat(started.statusCode()).isEqualTo(201);
		String path = started.headers().firstValue("Location").orElseThrow();
		path = path.substring(path.indexOf("/api/"));
		assertThat(program.api("POST", path + "/stop", "admin", JSON, "").body()).contains("\"STOPPED\"");
		assertThat(program.api("POST", path + "/resume", "admin", JSON, "").body()).contains("\"RUNNING\"");
		this.run.run();

		assertThat(program.api("GET", path, "legal", JSON, "").body()).contains("\"DONE\"", "\"waiting\":0");
		assertThat(program.api("GET", path + "/items?state=FAILED", "legal", JSON, "").body())
			.contains(broken.reference(), "noticeDays");
		assertThat(program.api("POST", "/api/batches", "admin", JSON, "{\"reason\":\"\"}").statusCode()).isEqualTo(400);
		assertThat(program.api("GET", "/api/batches/" + UUID.randomUUID(), "admin", JSON, "").statusCode())
			.isEqualTo(404);
	}

	private Contract inForce(String change) {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "standard");
		this.jdbc.sql("update contract set state = 'IN_FORCE', revision_in_force = 1 where id = ?")
			.param(contract.id())
			.update();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			this.jdbc.sql("update contract_revision set " + change + " where contract_id = ?")
				.param(contract.id())
				.update();
		});
		return contract;
	}

	private static void keep(String name, String body) throws Exception {
		Files.writeString(Files.createDirectories(Path.of("target", "pages")).resolve(name), body);
	}

}
