package org.binome.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Gates.Origin;
import org.binome.gate.Verdict;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class GatePagesTests {

	private static final AtomicLong KEYS = new AtomicLong(5_000_000);

	private static final String REASON = "Their director asked us for it <in writing>";

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	Gates gates;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void refusesAnOverrideWithoutTheFormsToken() {
		UUID id = held();
		Browser sponsor = Browser.of(this.port, "sponsor");
		assertThat(sponsor.postWithoutToken("/gates/" + id + "/warmth/override", Map.of("reason", REASON)).statusCode())
			.isEqualTo(403);
	}

	@Test
	void saysNotFoundForWhatWasNeverAsked() {
		UUID id = held();
		Browser sponsor = Browser.of(this.port, "sponsor");
		assertThat(sponsor.get("/gates/" + id + "/nonsense/override").statusCode()).isEqualTo(404);
		assertThat(sponsor.get("/gates/" + id + "/signature/override").statusCode()).isEqualTo(404);
		assertThat(sponsor.get("/gates/" + UUID.randomUUID() + "/warmth/override").statusCode()).isEqualTo(404);
	}

	@Test
	void pil02ReportsWhatEachGateWasGoodForAsPageAndAsFile() {
		UUID id = held();
		UUID programme = this.jdbc.sql("select programme_id from partnership where id = ?")
			.param(id)
			.query(UUID.class)
			.single();
		ask(id);
		Browser manager = Browser.of(this.port, "manager");
		assertThat(manager.get("/gates?programme=" + programme).body())
			.contains("Relation établie", "2 fois posé, 1 fois retenu", "<rect class=\"held\" x=\"50\"")
			.doesNotContain("style=");
		assertThat(manager.get("/gates.csv?programme=" + programme).body())
			.contains("warmth;REL-01;2;1;0;0;1;1;0;0;0.0", "closing;TRK-10 PIL-05;0;0;0;0;0;0;0;0;0");
		assertThat(manager.get("/gates").statusCode()).isEqualTo(200);
	}

	@Test
	void showsTamperedEvidenceToLegalAndAdministratorsOnly() {
		UUID id = held();
		assertThat(Browser.of(this.port, "manager").get("/gates/evidence").statusCode()).isEqualTo(403);
		Browser admin = Browser.of(this.port, "admin");
		assertThat(admin.get("/gates/evidence").body()).doesNotContain(id.toString());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			this.jdbc.sql("delete from gate_evaluation where subject_id = ?").param(id).update();
		});
		assertThat(admin.get("/gates/evidence").body()).contains(id.toString(), "of gate_evaluation is missing");
		assertThat(Browser.of(this.port, "legal").get("/gates/evidence").body()).contains("a disparu");
	}

	private UUID held() {
		UUID id = this.scene.partnership("Le Journal", "fr").id();
		ask(id, "too few gestures");
		return id;
	}

	private boolean ask(UUID id, String... findings) {
		return this.gates.record(Gate.WARMTH, id,
				Verdict.of(List.of(findings)
					.stream()
					.map((text) -> new Finding("REL-01", text, text, "Prenez le temps", "Take your time"))
					.toList()),
				new Origin(1, 1, KEYS.incrementAndGet()));
	}

}
