package org.binome.portal;

import java.util.Map;
import java.util.UUID;

import org.binome.partner.Partnership;
import org.binome.relationship.Pairs;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * GOV-01: a person, or a program, says that one of the named pair leaves.
 */
@PortalTest
class PairDepartureTests {

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	Pairs pairs;

	@Autowired
	JdbcClient jdbc;

	@Test
	void gov01AManagerSaysWhoLeavesAndWhy() {
		UUID id = paired();
		Browser manager = Browser.of(this.port, "manager");
		String address = "/partnerships/" + id + "/pair/departure";
		assertThat(manager.get("/partnerships/" + id).body()).contains(address);
		assertThat(manager.get(address).body()).contains("Direction du marketing");
		var incomplete = manager.post(address, Map.of("side", "PARTNER", "reason", " "));
		assertThat(incomplete.statusCode()).isEqualTo(422);
		assertThat(incomplete.body()).contains("reason-error");
		assertThat(this.pairs.current(id)).isPresent();
		manager.post(address, Map.of("side", "PARTNER", "reason", "Retirement <soon>"));
		assertThat(this.pairs.current(id)).isEmpty();
		assertThat(signals(id)).isEqualTo(1);
		assertThat(manager.get("/partnerships/" + id).body()).contains("Retirement &lt;soon&gt;");
	}

	@Test
	void gov01OnlyAManagerSaysSoAndOnlyWithTheFormsToken() {
		UUID id = paired();
		String address = "/partnerships/" + id + "/pair/departure";
		Map<String, String> form = Map.of("side", "OURS", "reason", "Gone");
		assertThat(Browser.of(this.port, "legal").get(address).statusCode()).isEqualTo(403);
		assertThat(Browser.of(this.port, "manager").postWithoutToken(address, form).statusCode()).isEqualTo(403);
		assertThat(this.pairs.current(id)).isPresent();
	}

	@Test
	void gov01AProgramReportsTheDepartureOnce() {
		UUID id = paired();
		Browser browser = Browser.of(this.port, "manager");
		String address = "/api/partnerships/" + id + "/pair/departure";
		String body = """
				{"side": "OURS", "reason": "Moved to another team"}""";
		assertThat(browser.api("POST", address, "legal", "application/json", body).statusCode()).isEqualTo(403);
		assertThat(browser.api("POST", address, "manager", "application/json", "{\"side\": \"BOTH\"}").statusCode())
			.isEqualTo(400);
		assertThat(browser.api("POST", address, "manager", "application/json", body).statusCode()).isEqualTo(204);
		assertThat(browser.api("POST", address, "manager", "application/json", body).statusCode()).isEqualTo(204);
		assertThat(signals(id)).isEqualTo(1);
		assertThat(this.pairs.latest(id).orElseThrow().weLeft()).isTrue();
	}

	@Test
	void gov01WhereNobodyIsNamedTheAnswerSaysSo() {
		UUID id = this.scene.partnership("Sans binôme", "fr").id();
		Browser browser = Browser.of(this.port, "manager");
		assertThat(browser
			.api("POST", "/api/partnerships/" + id + "/pair/departure", "manager", "application/json",
					"{\"side\": \"OURS\", \"reason\": \"Gone\"}")
			.statusCode()).isEqualTo(409);
		assertThat(browser.post("/partnerships/" + id + "/pair/departure", Map.of("side", "OURS", "reason", "Gone"))
			.statusCode()).isEqualTo(422);
		assertThat(signals(id)).isZero();
	}

	@Test
	void qua06NewScoresAreAskedForOnceAndOnlyWhileThePartnershipIsFollowed() {
		UUID id = paired();
		UUID round = UUID.randomUUID();
		this.jdbc.sql("insert into pillar_round (id, partnership_id, number, entry_key) values (?, ?, 1, 1)")
			.params(round, id)
			.update();
		for (String side : new String[] { "OURS", "PARTNER" }) {
			this.jdbc.sql("""
					insert into pillar_scores (round_id, side, desire, project, balance, contract, scored_by)
					values (?, ?, 4, 4, 4, 4, 'x')""").params(round, side).update();
		}
		Browser manager = Browser.of(this.port, "manager");
		assertThat(manager.get("/partnerships/" + id).body()).doesNotContain("/pillars/again");
		this.jdbc.sql("update partnership set stage = 'TRACKING', state = 'ACTIVE' where id = ?").param(id).update();
		assertThat(manager.get("/partnerships/" + id).body()).contains("/pillars/again");
		manager.post("/partnerships/" + id + "/pillars/again", Map.of());
		manager.post("/partnerships/" + id + "/pillars/again", Map.of());
		assertThat(manager.get("/partnerships/" + id).body()).doesNotContain("/pillars/again");
		assertThat(this.jdbc.sql("select count(*) from signal where correlation_key = ? and name = 'pillars-due'")
			.param(id.toString())
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private UUID paired() {
		Partnership partnership = this.scene.partnership("Binôme", "fr");
		this.pairs.name(partnership.id(), 1, "manager", "Direction du marketing",
				"marketing@" + UUID.randomUUID() + ".example", "marketing");
		return partnership.id();
	}

	private long signals(UUID id) {
		return this.jdbc.sql("select count(*) from signal where correlation_key = ? and name = 'pair-departed'")
			.param(id.toString())
			.query(Long.class)
			.single();
	}

}
