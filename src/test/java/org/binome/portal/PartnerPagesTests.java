package org.binome.portal;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PartnerPagesTests {

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	SignedLinks links;

	@Autowired
	QuestionPage question;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void tellsThatALinkIsUnknown() {
		HttpResponse<String> response = new Browser(this.port).get("/p/not-one-of-ours");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("Ce lien ne fonctionne pas");
	}

	@Test
	void tellsThatALinkHasExpiredInThePartnersLanguage() {
		SignedLink link = this.scene.link(this.scene.partnership("Expirée", "fr"), "reply", Duration.ofDays(-1));
		HttpResponse<String> response = new Browser(this.port).get(path(link));
		assertThat(response.statusCode()).isEqualTo(410);
	}

	@Test
	void tellsThatALinkWasUsed() {
		SignedLink link = this.scene.link(this.scene.partnership("Utilisée", "fr"), "reply", Duration.ofDays(9));
		this.transaction.executeWithoutResult((status) -> this.links.use(link));
		HttpResponse<String> response = new Browser(this.port).get(path(link));
		assertThat(response.statusCode()).isEqualTo(410);
		assertThat(response.body()).contains("Nous avons votre réponse");
		assertThat(new Browser(this.port).get(path(link) + "?lang=en").body()).contains("We have your answer");
	}

	@Test
	void asksInThePartnersLanguageUntilAnotherIsChosen() {
		SignedLink link = question("en");
		HttpResponse<String> response = new Browser(this.port).get(path(link));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("<html lang=\"en\">", "Do you agree?")
			.doesNotContain("Responsable partenariats");
		assertThat(new Browser(this.port).get(path(link) + "?lang=fr").body()).contains("Êtes-vous d’accord ?");
	}

	@Test
	void keepsTheLanguageChosenWhenTheAnswerIsSent() {
		SignedLink link = question("fr");
		var browser = new Browser(this.port);
		assertThat(browser.get(path(link) + "?lang=en").body()).contains("action=\"" + path(link) + "?lang=en\"");
		assertThat(browser.post(path(link) + "?lang=en", Map.of("answer", "perhaps")).body())
			.contains("Answer yes or no.", "action=\"" + path(link) + "?lang=en\"");
	}

	@Test
	void changesNothingWhenAMailScannerFollowsTheLink() {
		SignedLink link = question("fr");
		HttpResponse<String> response = new Browser(this.port).get(path(link));
		assertThat(response.headers().allValues("Set-Cookie"))
			.noneMatch((cookie) -> cookie.startsWith("BINOME-SESSION"));
		new Browser(this.port).send(new Browser(this.port).request(path(link)).HEAD());
		assertThat(this.links.resolve(path(link).substring(3)).used()).isFalse();
		assertThat(answersTo(link)).isEmpty();
	}

	@Test
	void takesOneAnswerAndThanks() {
		SignedLink link = question("fr");
		var browser = new Browser(this.port);
		browser.get(path(link));
		HttpResponse<String> response = browser.post(path(link), Map.of("answer", "yes", "note", "Volontiers"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("Merci", "Nous avons bien reçu votre réponse.");
		HttpResponse<String> again = browser.post(path(link), Map.of("answer", "yes", "note", "Encore"));
		assertThat(again.statusCode()).isEqualTo(410);
		assertThat(again.body()).contains("Nous avons votre réponse");
		assertThat(answersTo(link)).containsExactly(link.id() + " Volontiers");
	}

	@Test
	void keepsWhatWasEnteredNextToWhatIsWrong() {
		SignedLink link = question("fr");
		var browser = new Browser(this.port);
		browser.get(path(link));
		HttpResponse<String> response = browser.post(path(link), Map.of("answer", "perhaps", "note",
				"<b>Déjà écrit</b>", "name", "A\"B", "mark", "4", "when", "later", "agree", "true"));
		assertThat(response.statusCode()).isEqualTo(422);
		assertThat(response.body()).contains("Répondez oui ou non.", "Une réponse est à corriger", "href=\"#answer\"",
				"&lt;b&gt;Déjà écrit&lt;/b&gt;", "value=\"A&quot;B\"", "value=\"4\" required checked",
				"value=\"later\" selected");
		assertThat(answersTo(link)).isEmpty();
		assertThat(browser.post(path(link), Map.of("answer", "yes")).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesAnAnswerThatAnotherSiteSends() {
		SignedLink link = question("fr");
		HttpResponse<String> response = new Browser(this.port).postWithoutToken(path(link), Map.of("answer", "yes"));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(answersTo(link)).isEmpty();
	}

	private SignedLink question(String language) {
		return this.scene.link(this.scene.partnership("Question", language), "question", Duration.ofDays(9));
	}

	private List<String> answersTo(SignedLink link) {
		return this.question.answers().stream().filter((answer) -> answer.startsWith(link.id().toString())).toList();
	}

	private static String path(SignedLink link) {
		return link.url().substring(link.url().indexOf("/p/"));
	}

}
