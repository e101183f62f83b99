package org.binome.portal;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.binome.partner.SignedLink;
import org.binome.planning.Change;
import org.binome.planning.Change.Wish;
import org.binome.planning.ChangeLetter;
import org.binome.planning.Changes;
import org.binome.planning.PlannedAction;
import org.binome.planning.Planning;
import org.binome.planning.Plans;
import org.binome.relationship.Relationship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the partner sees of a change of the plan, and what our side sees afterwards.
 */
@PortalTest
class PlanChangePagesTests {

	private static final String NECESSITY = "Sans cela les <b>affiches</b> arrivent après l’atelier";

	@LocalServerPort
	int port;

	@Autowired
	ApplicationContext context;

	@Autowired
	Planning planning;

	@Autowired
	Plans plans;

	@Autowired
	Changes changes;

	@Autowired
	ChangeLetter letter;

	private Relationship relationship;

	private PlannedAction action;

	private Change change;

	private String path;

	@BeforeEach
	void ask() {
		LocalDate launch = LocalDate.now().plusDays(150);
		this.relationship = Relationship.open(this.context, "FR", "fr").agreed(launch);
		UUID id = this.relationship.id();
		this.planning.build(id, Relationship.key(), launch, "FR", "fr");
		this.action = this.plans.actions(id).getFirst();
		this.changes.open(id, this.action.id(), Relationship.key(), "", "fr");
		UUID wished = this.changes.ofAction(this.action.id()).orElseThrow().id();
		this.change = this.changes.state(wished, new Wish(false, null, this.action.dueOn().plusDays(2), "sponsor",
				NECESSITY, "Rien d’autre ne bouge, le lancement reste à sa date"), "manager");
		this.changes.answerForUs(wished, "task:" + wished, true, "", "sponsor");
		this.letter.ask(wished, Relationship.key());
		SignedLink link = this.relationship.mailedLink();
		this.path = link.url().substring(link.url().indexOf("/p/"));
	}

	@Test
	void pla03ThePartnerSeesWhatChangesAndWhyAndAgreesOnce() {
		Browser browser = new Browser(this.port);
		assertThat(browser.get(this.path).body()).contains("Un changement du plan attend votre accord",
				"Réunion de démarrage", "Échéance", "Responsable", " → ", "reste le ",
				"Sans cela les &lt;b&gt;affiches");
		assertThat(browser.get(this.path + "?lang=en").body()).contains("stays on ", "Due: ");
		HttpResponse<String> nothing = browser.post(this.path, Map.of("decision", "maybe"));
		assertThat(nothing.statusCode()).isEqualTo(422);
		assertThat(nothing.body()).contains("Choisissez oui ou non.");
		assertThat(browser.post(this.path, Map.of("decision", "agree", "reason", "")).body())
			.contains("le plan et votre agenda suivent");
		assertThat(browser.get(this.path).statusCode()).isEqualTo(410);
		assertThat(this.changes.get(this.change.id()).approvedByPartner()).isEqualTo("Direction des partenariats");
	}

	@Test
	void pla03ARefusalNeedsAReasonThatOurSideReads() {
		Browser browser = new Browser(this.port);
		browser.get(this.path);
		HttpResponse<String> silent = browser.post(this.path, Map.of("decision", "refuse", "reason", " "));
		assertThat(silent.statusCode()).isEqualTo(422);
		assertThat(silent.body()).contains("Dites pourquoi vous n’êtes pas d’accord");
		assertThat(
				browser.post(this.path, Map.of("decision", "refuse", "reason", "Notre salle est prise")).statusCode())
			.isEqualTo(200);
		assertThat(Browser.of(this.port, "manager").get("/partnerships/" + this.relationship.id()).body())
			.contains("Changements demandés", "refusé", "Notre salle est prise");
	}

	@Test
	void pla04TheShareOfChangedActionsIsOnThePageAndInTheApi() {
		Browser browser = new Browser(this.port);
		browser.get(this.path);
		browser.post(this.path, Map.of("decision", "agree", "reason", ""));
		this.changes.apply(this.change.id());
		String address = "/partnerships/" + this.relationship.id();
		assertThat(Browser.of(this.port, "manager").get(address).body())
			.contains("Actions changées depuis que le plan est convenu\u00a0: 1 sur 12 (8\u00a0%).")
			.doesNotContain("C’est trop");
		JsonNode plan = new JsonMapper()
			.readTree(Browser.of(this.port, "manager").get("/api" + address + "/plan").body());
		assertThat(plan.path("improvisation").asInt()).isEqualTo(8);
		assertThat(plan.path("changes")).singleElement().satisfies((shown) -> {
			assertThat(shown.path("actionId").asString()).isEqualTo(this.action.id().toString());
			assertThat(shown.path("state").asString()).isEqualTo("APPLIED");
			assertThat(shown.path("newOwner").asString()).isEqualTo("sponsor");
			assertThat(shown.has("newName")).isFalse();
		});
	}

}
