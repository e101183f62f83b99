package org.binome.portal;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Amendments;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asking for an amendment between two reviews (PIL-01).
 */
@PortalTest
class AmendmentPageTests {

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	Amendments amendments;

	@Autowired
	JdbcClient jdbc;

	@Test
	void pil01SaysThatNothingIsInForceYet() {
		UUID id = this.scene.partnership("Le Journal", "fr").id();
		Browser manager = Browser.of(this.port, "manager");
		assertThat(manager.get("/partnerships/" + id + "/amendment").body()).contains("rouvrez plutôt les conditions");
		assertThat(manager.post("/partnerships/" + id + "/amendment", Map.of("reason", "Plus")).statusCode())
			.isEqualTo(409);
	}

	@Test
	void pil01AsksOnceAndNeedsAReason() {
		UUID id = inForce();
		Browser manager = Browser.of(this.port, "manager");
		assertThat(manager.post("/partnerships/" + id + "/amendment", Map.of("reason", " ")).statusCode())
			.isEqualTo(422);
		assertThat(this.amendments.underWay(id)).isEmpty();

		manager.post("/partnerships/" + id + "/amendment", Map.of("reason", "Un atelier de plus"));
		assertThat(this.amendments.underWay(id)).isPresent();
		assertThat(manager.get("/partnerships/" + id + "/amendment").body()).contains("déjà en cours");
	}

	@Test
	void pil01TheApiAsksToo() {
		UUID id = inForce();
		assertThat(ask(id, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
		HttpResponse<String> asked = ask(id, "{\"reason\":\"Un atelier de plus\"}");
		assertThat(asked.statusCode()).isEqualTo(202);
		assertThat(asked.body()).contains("\"amendment\":1");
		assertThat(ask(id, "{\"reason\":\"Encore\"}").body()).isEqualTo(asked.body());
		assertThat(ask(this.scene.partnership("Autre", "fr").id(), "{\"reason\":\"Plus\"}").statusCode())
			.isEqualTo(409);
	}

	private HttpResponse<String> ask(UUID id, String body) {
		return new Browser(this.port).api("POST", "/api/partnerships/" + id + "/amendment", "manager",
				"application/json", body);
	}

	@Test
	void onlyAManagerAsks() {
		UUID id = inForce();
		assertThat(Browser.of(this.port, "legal").get("/partnerships/" + id + "/amendment").statusCode())
			.isEqualTo(403);
	}

	private UUID inForce() {
		UUID id = this.scene.partnership("Le Journal", "fr").id();
		UUID terms = UUID.randomUUID();
		this.jdbc.sql("""
				insert into term_sheet (id, partnership_id, revision, entry_key, kind, our_contribution,
					partner_contribution, our_benefit, partner_benefit, territory, products, sectors, currency, risk)
				values (?, ?, 1, 1, 'marketing', '', '', '', '', '', '', '', 'EUR', 'low')""")
			.params(terms, id)
			.update();
		this.jdbc.sql("""
				insert into contract (id, partnership_id, term_sheet_id, state, drawn_up_on)
				values (?, ?, ?, 'IN_FORCE', date '2026-03-01')""").params(UUID.randomUUID(), id, terms).update();
		this.jdbc.sql("update partnership set state = 'ACTIVE' where id = ?").param(id).update();
		return id;
	}

}
