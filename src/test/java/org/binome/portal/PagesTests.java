package org.binome.portal;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Verdict;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.binome.prospecting.RowProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PagesTests {

	private static final String HOSTILE = "<script>alert(1)</script>\"'&";

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	Partnerships partnerships;

	@Autowired
	Gates gates;

	@Autowired
	Timeline timeline;

	@Autowired
	OpenTasks tasks;

	@AfterEach
	void tasklistIsThereAgain() {
		this.tasks.reachable(true);
	}

	@Test
	void showsThePipelineByStageWithWhatIsHeld() {
		Partnership partnership = this.scene.partnership("Compagnie des Marées", "fr");
		this.partnerships.enter(partnership.id(), Stage.RELATIONSHIP);
		hold(partnership);
		String page = Browser.of(this.port, "manager").get("/?programme=" + partnership.programmeId()).body();
		String lane = between(page, "lane-RELATIONSHIP\"", "</section>");
		assertThat(lane).contains("Relation <span class=\"count\">1</span>", "Compagnie des Marées",
				"Responsable partenariats", "aujourd’hui", Gate.FOUR_PILLARS.label("fr"));
		assertThat(between(page, "lane-APPROACH\"", "</section>")).doesNotContain("Compagnie des Marées");
	}

	@Test
	void hidesWhatHasEndedUntilAskedFor() {
		Partnership partnership = this.scene.partnership("Terminée SA", "fr");
		this.partnerships.close(partnership.id(), "Refus");
		Browser browser = Browser.of(this.port, "manager");
		String address = "/?programme=" + partnership.programmeId();
		assertThat(browser.get(address).body()).doesNotContain("Terminée SA");
		assertThat(browser.get(address + "&ended=true").body()).contains("Terminée SA");
	}

	@Test
	void showsAPartnershipWithTaskGatesAndTimeline() {
		Partnership partnership = this.scene.partnership("Maison des Vignes", "fr");
		this.tasks.add(partnership.id(), "Task_ClosePillarGap", "Close pillar gap", "partnership-managers");
		hold(partnership);
		this.timeline.note(partnership.id(), "t:" + partnership.id(), "gesture", "manager", "Un geste est noté.",
				"A gesture is noted.");
		Browser browser = Browser.of(this.port, "manager");
		String page = browser.get("/partnerships/" + partnership.id()).body();
		assertThat(page).contains("Close pillar gap", "http://localhost:8080/tasklist/2251799813685999",
				"Responsables partenariats", "QUA-06", "Le pilier « projet » est à 2.", "Remettez-le en discussion.",
				"Un geste est noté.", "Direction du marketing");
		String english = browser.get("/partnerships/" + partnership.id() + "?lang=en").body();
		assertThat(english).contains("The pillar “project” is at 2.", "A gesture is noted.", "What comes next");
	}

	@Test
	void showsTheTaskAProgrammeWaitsFor() {
		UUID programme = this.scene.programme("À préparer");
		this.tasks.add(programme, "Task_ConfirmReadiness", "Confirm readiness", "partnership-managers");
		String page = Browser.of(this.port, "manager").get("/programmes/" + programme).body();
		assertThat(page).contains("Confirm readiness", "http://localhost:8080/tasklist/2251799813685999");
	}

	@Test
	void showsAPartnershipEvenWhenTasklistIsDown() {
		Partnership partnership = this.scene.partnership("Sans Tasklist", "fr");
		this.tasks.reachable(false);
		HttpResponse<String> response = Browser.of(this.port, "manager").get("/partnerships/" + partnership.id());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("Tasklist n’est pas joignable");
	}

	@Test
	void letsASponsorDecideOnAnException() {
		Partnership partnership = this.scene.partnership("Par dérogation", "fr");
		hold(partnership);
		String address = "/gates/" + partnership.id() + "/four-pillars/override";
		Browser browser = Browser.of(this.port, "sponsor");
		assertThat(browser.get("/partnerships/" + partnership.id()).body()).contains(address);
		assertThat(browser.get(address).body()).contains("The pillar “project” is at 2.");
		HttpResponse<String> tooShort = browser.post(address, Map.of("reason", "because"));
		assertThat(tooShort.statusCode()).isEqualTo(422);
		assertThat(tooShort.body()).contains(">because</textarea>", "Give a reason of at least 20 characters");
		HttpResponse<String> given = browser.post(address,
				Map.of("reason", "Both sides agreed in writing to start with a small project."));
		assertThat(given.uri().getPath()).isEqualTo("/partnerships/" + partnership.id());
		assertThat(given.body()).contains("Both sides agreed in writing");
	}

	@Test
	void letsOnlySponsorsAndAdministratorsDecideOnExceptions() {
		Partnership partnership = this.scene.partnership("Sans dérogation", "fr");
		hold(partnership);
		String address = "/gates/" + partnership.id() + "/four-pillars/override";
		Browser browser = Browser.of(this.port, "manager");
		assertThat(browser.get("/partnerships/" + partnership.id()).body()).doesNotContain(address);
		assertThat(browser.get(address).statusCode()).isEqualTo(403);
		assertThat(browser.post(address, Map.of("reason", "Parce que je le veux vraiment bien.")).statusCode())
			.isEqualTo(403);
		assertThat(Browser.of(this.port, "sponsor").get("/gates/" + partnership.id() + "/warmth/override").statusCode())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/partnerships/", "/programmes/" })
	void tellsThatNothingIsThere(String path) {
		Browser browser = Browser.of(this.port, "manager");
		assertThat(browser.get(path + UUID.randomUUID()).statusCode()).isEqualTo(404);
		HttpResponse<String> response = browser.get(path + "no-uuid");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("Il n’y a rien ici");
	}

	@Test
	void opensAProgramme() {
		Browser browser = Browser.of(this.port, "manager");
		browser.get("/programmes");
		String name = "Automne " + UUID.randomUUID();
		HttpResponse<String> response = browser.post("/programmes", Map.of("name", name, "partnershipType", "marketing",
				"persona", "Familles", "audience", "12 000", "language", "fr", "kind", "pilot"));
		assertThat(response.uri().getPath()).startsWith("/programmes/");
		assertThat(response.body()).contains(name, "Familles", "Pilote");
	}

	@Test
	void keepsWhatWasEnteredWhenAProgrammeCanNotBeOpened() {
		Browser browser = Browser.of(this.port, "manager");
		browser.get("/programmes");
		HttpResponse<String> response = browser.post("/programmes", Map.of("name", "Avec une erreur", "partnershipType",
				"reseller", "persona", HOSTILE, "audience", "beaucoup", "language", "fr"));
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body())
			.contains("value=\"Avec une erreur\"", "value=\"beaucoup\"", "Entrez un nombre supérieur à 0.",
					"aria-invalid=\"true\"", "value=\"reseller\" selected")
			.doesNotContain("<script>alert");
	}

	@Test
	void letsOnlyManagersOpenProgrammes() {
		Browser browser = Browser.of(this.port, "legal");
		assertThat(browser.get("/programmes").body()).doesNotContain("name=\"partnershipType\"");
		assertThat(browser
			.post("/programmes",
					Map.of("name", "Par le juridique", "partnershipType", "marketing", "audience", "1", "language",
							"fr"))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void escapesHostileNames() {
		Partnership partnership = this.scene.partnership(HOSTILE + UUID.randomUUID(), "fr");
		UUID programme = this.scene.programme(HOSTILE);
		this.timeline.note(partnership.id(), "x:" + partnership.id(), "gesture", HOSTILE, HOSTILE, HOSTILE);
		Browser browser = Browser.of(this.port, "manager");
		for (String path : List.of("/", "/programmes", "/programmes/" + programme,
				"/programmes/" + programme + "/import", "/partnerships/" + partnership.id())) {
			assertThat(browser.get(path).body()).as(path).doesNotContain("<script>alert").contains("&lt;script&gt;");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void rendersEveryPageInBothLanguages(String language) {
		Partnership partnership = this.scene.partnership("Langues " + language, language);
		Browser browser = Browser.of(this.port, "manager");
		for (String path : List.of("/login", "/", "/programmes", "/programmes/" + partnership.programmeId(),
				"/programmes/" + partnership.programmeId() + "/import", "/partnerships/" + partnership.id())) {
			HttpResponse<String> response = browser.get(path + "?lang=" + language);
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			assertThat(response.body()).as(path)
				.contains("<html lang=\"" + language + "\">", "</html>")
				.doesNotContainPattern("style=|onclick=|<script>");
		}
	}

	@Test
	void importsAFileAndReportsTheLinesThatAreWrong() {
		UUID programme = this.scene.programme("Import");
		Browser browser = Browser.of(this.port, "manager");
		String sample = browser.get("/programmes/sample.csv").body();
		browser.get("/programmes/" + programme + "/import");
		String wrong = sample.strip()
				+ "\nTrop haut;FR;fr;;;Contact;contact@trop-haut.example;direction;;;;;;;9;4;4;4;;;\n";
		HttpResponse<String> report = browser.upload("/programmes/" + programme + "/import", "file", "liste.csv",
				wrong);
		assertThat(report.statusCode()).isEqualTo(200);
		assertThat(report.uri().getPath()).startsWith("/programmes/" + programme + "/imports/");
		assertThat(report.body()).contains("liste.csv", "Une ligne a été rejetée", ">5</td>", "affinité d’audience",
				"Responsable partenariats");
		HttpResponse<String> errors = browser.get(report.uri().getPath() + "/problems.csv");
		assertThat(errors.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment");
		assertThat(errors.body()).startsWith("\ufeffligne;nature;champ;valeur;raison").contains("\"5\";\"REJECTED\"");
		assertThat(browser.get("/programmes/" + programme).body()).contains("liste.csv", "<strong>3</strong>");
		HttpResponse<String> again = browser.upload("/programmes/" + programme + "/import", "file", "liste.csv", wrong);
		assertThat(again.body()).contains("Ce même fichier a déjà été importé");
	}

	@Test
	void saysWhatIsWrongWithAFileThatIsNoList() {
		UUID programme = this.scene.programme("Illisible");
		Browser browser = Browser.of(this.port, "manager");
		browser.get("/programmes/" + programme + "/import");
		HttpResponse<String> response = browser.upload("/programmes/" + programme + "/import", "file", "photo.csv",
				"rien;de;tout\n1;2;3\n");
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body()).contains("role=\"alert\"", "aria-invalid=\"true\"");
	}

	@Test
	void neverWritesAFormulaIntoTheErrorsFile() {
		assertThat(ProblemsCsv.of(List.of(new RowProblem(RowProblem.Kind.REJECTED, 2, "pays",
				"=HYPERLINK(\"http://x\")", "Pays inconnu", "Unknown country")), "en"))
			.contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "Unknown country");
	}

	private void hold(Partnership partnership) {
		this.gates.record(Gate.FOUR_PILLARS, partnership.id(),
				Verdict.of(List.of(new Finding("QUA-06", "Le pilier « projet » est à 2.",
						"The pillar “project” is at 2.", "Remettez-le en discussion.", "Discuss it again."))),
				new Gates.Origin(1, 1, Math.abs(partnership.id().getMostSignificantBits())));
	}

	private static String between(String text, String start, String end) {
		int from = text.indexOf(start);
		return text.substring(from, text.indexOf(end, from));
	}

}
