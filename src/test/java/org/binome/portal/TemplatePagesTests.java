package org.binome.portal;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.contract.AgreedTerms;
import org.binome.contract.Authoring;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@Import(AgreedTerms.class)
class TemplatePagesTests {

	private static final AtomicLong KEYS = new AtomicLong(8_000_000);

	private static final String CLAUSE = "clauses/fr/term.ftlh";

	@LocalServerPort
	int port;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	Authoring authoring;

	@Test
	void listsKindsAndClausesInBothLanguages() throws Exception {
		Browser browser = Browser.of(this.port, "legal");

		HttpResponse<String> page = browser.get("/templates");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("/templates/marketing/fr", "/templates/reseller/en", "Responsabilité",
				"Liability", "/templates/marketing/fr?file=clauses%2Ffr%2Fliability.ftlh");
		keep("templates.html", page.body());
	}

	@Test
	void isForAuthorsOnly() {
		assertThat(Browser.of(this.port, "manager").get("/templates").statusCode()).isEqualTo(403);
		assertThat(Browser.of(this.port, "sponsor").get("/templates/marketing/fr").statusCode()).isEqualTo(403);
		assertThat(new Browser(this.port).get("/templates").uri().getPath()).isEqualTo("/login");
		assertThat(Browser.of(this.port, "legal")
			.postWithoutToken("/templates/marketing/fr", Map.of("file", CLAUSE, "source", "x"))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void previewsTheSampleAsPages() throws Exception {
		HttpResponse<String> page = Browser.of(this.port, "legal").get("/templates/marketing/fr");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("data:image/png;base64,", "L’essentiel", "rien ne manque",
				"contracts/marketing/contract-fr.ftlh");
		keep("template-preview.html", page.body());
	}

	@Test
	void triesAChangedClauseAndKeepsNothing() throws Exception {
		Browser browser = Browser.of(this.port, "legal");
		browser.get("/templates/marketing/fr?file=" + CLAUSE);
		String before = this.authoring.source(CLAUSE);
		String changed = before.replaceFirst("title=\"[^\"]+\"", "title=\"Durée essayée\"");

		HttpResponse<String> page = post(browser, changed, Map.of("profile", "strict"));

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Durée essayée", "n’est pas enregistré", "data:image/png;base64,");
		assertThat(this.authoring.source(CLAUSE)).isEqualTo(before);
		assertThat(browser.get("/templates/marketing/fr?file=" + CLAUSE).body()).doesNotContain("Durée essayée");
	}

	@Test
	void saysWhatIsMissingWithLineAndColumn() throws Exception {
		Browser browser = Browser.of(this.port, "legal");
		browser.get("/templates/marketing/fr?file=" + CLAUSE);

		HttpResponse<String> page = post(browser,
				"<@c.article id=\"term\" title=\"Durée\">\n<@c.clause>${dureeMois} mois</@c.clause>\n</@c.article>",
				Map.of());

		assertThat(page.body()).contains("<code>dureeMois</code>", CLAUSE + ", ligne 2, colonne 14", "une à voir",
				"class=\"wrong\"", "<p><code>kind</code></p>");
		keep("template-failure.html", page.body());
	}

	@Test
	void refusesWhatIsNoTemplateOrTooLong() {
		Browser browser = Browser.of(this.port, "legal");
		browser.get("/templates/marketing/fr");

		assertThat(browser.get("/templates/marketing/de").statusCode()).isEqualTo(404);
		assertThat(browser.get("/templates/nothing/fr").statusCode()).isEqualTo(404);
		assertThat(browser.get("/templates/marketing/fr?file=../application.yaml").statusCode()).isEqualTo(404);
		browser.get("/templates/marketing/fr");
		assertThat(browser.post("/templates/marketing/fr", Map.of("file", "letters/reminder.fr.ftl", "source", "x"))
			.statusCode()).isEqualTo(404);
		browser.get("/templates/marketing/fr");
		assertThat(post(browser, "x".repeat(Authoring.LONGEST_SOURCE + 1), Map.of()).statusCode()).isEqualTo(413);
	}

	@Test
	void previewsWithTheDataOfAContract() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "light");
		Browser browser = Browser.of(this.port, "legal");
		assertThat(browser.get("/templates/marketing/fr").body())
			.contains(contract.reference() + " · Atelier du Levant");

		HttpResponse<String> page = post(browser, this.authoring.source(CLAUSE),
				Map.of("data", contract.id().toString()));

		assertThat(page.body()).contains(contract.reference() + " · révision 1", "data:image/png;base64,");
	}

	private static HttpResponse<String> post(Browser browser, String source, Map<String, String> more) {
		Map<String, String> fields = new HashMap<>(more);
		fields.put("file", CLAUSE);
		fields.put("source", source);
		return browser.post("/templates/marketing/fr", fields);
	}

	private static void keep(String name, String body) throws Exception {
		Files.writeString(Files.createDirectories(Path.of("target", "pages")).resolve(name), body);
	}

}
