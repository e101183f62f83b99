package org.binome.portal;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;

import org.binome.gate.Gate;
import org.binome.partner.SignedLink;
import org.binome.relationship.Correspondence;
import org.binome.relationship.PillarScores;
import org.binome.relationship.Pillars;
import org.binome.relationship.Relationship;
import org.binome.relationship.TermSheets;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class LaterPartnerPagesTests {

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	Correspondence correspondence;

	@Autowired
	Pillars pillars;

	@Autowired
	TermSheets termSheets;

	@Test
	void qua02ThePartnerScoresEachPillarWithoutSeeingOurs() {
		Relationship relationship = Relationship.open(this.context, "FR", "fr").pair();
		this.correspondence.invitePillarScores(relationship.id(), Relationship.key());
		this.pillars.scoreForUs(relationship.id(), new PillarScores(3, 3, 3, 3, "secret"), "manager");
		String path = path(relationship.mailedLink());
		Browser browser = new Browser(this.port);
		assertThat(browser.get(path).body()).contains("La même envie", "Un bon équilibre").doesNotContain("secret");
		HttpResponse<String> incomplete = browser.post(path, Map.of("desire", "4", "project", "9"));
		assertThat(incomplete.statusCode()).isEqualTo(422);
		assertThat(incomplete.body()).contains("Donnez une note de 1 à 5");
		HttpResponse<String> done = browser.post(path,
				Map.of("desire", "4", "project", "5", "balance", "3", "contract", "3", "comment", "prêts"));
		assertThat(done.statusCode()).isEqualTo(200);
		assertThat(relationship.rules(Gate.FOUR_PILLARS)).isEmpty();
		assertThat(browser.get(path).statusCode()).isEqualTo(410);
	}

	@Test
	void con06ThePartnerAnswersExactlyTheRevisionShown() {
		Relationship relationship = Relationship.open(this.context, "GB", "en").pair().objectives();
		relationship.terms(LocalDate.now().plusDays(120));
		String path = path(relationship.mailedLink());
		Browser browser = new Browser(this.port);
		assertThat(browser.get(path + "?lang=en").body()).contains("Our terms, revision 1", "Deux ateliers",
				"12 months, 60 days of notice");
		assertThat(browser.post(path, Map.of("answer", "changes", "note", " ")).statusCode()).isEqualTo(422);
		assertThat(browser.post(path, Map.of("note", "?")).statusCode()).isEqualTo(422);
		assertThat(browser.post(path, Map.of("answer", "accepted", "note", "")).statusCode()).isEqualTo(200);
		assertThat(this.termSheets.latest(relationship.id()).orElseThrow().partners().by())
			.isEqualTo("Direction des partenariats");
	}

	private static String path(SignedLink link) {
		return link.url().substring(link.url().indexOf("/p/"));
	}

}
