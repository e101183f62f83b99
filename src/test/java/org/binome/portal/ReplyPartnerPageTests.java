package org.binome.portal;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;

import org.binome.SentMails;
import org.binome.approach.Attempts;
import org.binome.approach.Draft;
import org.binome.approach.Message;
import org.binome.approach.Messages;
import org.binome.approach.Mode;
import org.binome.approach.Reply;
import org.binome.approach.ReplyOutcome;
import org.binome.approach.Sending;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@DisplayName("APP-11, APP-15: a person we wrote to answers as they like")
class ReplyPartnerPageTests {

	@LocalServerPort
	int port;

	@Autowired
	Scene scene;

	@Autowired
	Attempts attempts;

	@Autowired
	Messages messages;

	@Autowired
	Sending sending;

	@Autowired
	Organisations organisations;

	@Autowired
	SentMails mails;

	@Test
	void showsTheQuestionInThePartnersLanguageAndChangesNothing() {
		Partnership partnership = sent("en");
		HttpResponse<String> page = new Browser(this.port).get(path(partnership));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Your answer", "Do not contact me again", "Responsable partenariats");
		assertThat(this.attempts.latest(partnership.id()).waiting()).isTrue();
	}

	@Test
	void takesNotNowWithADate() {
		Partnership partnership = sent("fr");
		LocalDate later = LocalDate.now().plusMonths(4);
		HttpResponse<String> page = submit(partnership,
				Map.of("outcome", "not_now", "returnOn", later.toString(), "note", "Après <b>l’été</b>"));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("à un meilleur moment");
		assertThat(this.attempts.latest(partnership.id()).reply())
			.isEqualTo(new Reply(ReplyOutcome.NOT_NOW, "Après <b>l’été</b>", later));
	}

	@Test
	void asksAgainForWhatIsMissingOrWrong() {
		Partnership partnership = sent("fr");
		assertThat(submit(partnership, Map.of("note", "?")).statusCode()).isEqualTo(422);
		HttpResponse<String> page = submit(partnership, Map.of("outcome", "not_now", "returnOn", "2001-01-01"));
		assertThat(page.statusCode()).isEqualTo(422);
		assertThat(page.body()).contains("Donnez une date à venir");
		assertThat(this.attempts.latest(partnership.id()).waiting()).isTrue();
	}

	@Test
	void honoursDoNotContactMe() {
		Partnership partnership = sent("fr");
		assertThat(submit(partnership, Map.of("outcome", "do_not_contact")).body()).contains("ne vous écrirons plus");
		assertThat(this.attempts.latest(partnership.id()).reply().outcome()).isEqualTo(ReplyOutcome.DO_NOT_CONTACT);
	}

	@Test
	void aSecondAnswerFindsAFriendlyPage() {
		Partnership partnership = sent("fr");
		submit(partnership, Map.of("outcome", "interested"));
		HttpResponse<String> page = new Browser(this.port).get(path(partnership));
		assertThat(page.statusCode()).isEqualTo(410);
		assertThat(page.body()).contains("Nous avons votre réponse");
		assertThat(this.attempts.latest(partnership.id()).reply().outcome()).isEqualTo(ReplyOutcome.INTERESTED);
	}

	private HttpResponse<String> submit(Partnership partnership, Map<String, String> fields) {
		Browser browser = new Browser(this.port);
		browser.get(path(partnership));
		return browser.post(path(partnership), fields);
	}

	private Partnership sent(String language) {
		Partnership partnership = this.scene.partnership("Atelier", language);
		this.attempts.approach(partnership.id(), Mode.COLD, "For this test only");
		this.messages.write(partnership.id(), "draft" + partnership.id(),
				new Draft("a letter", "why", "benefit", "idea", "phone", "hours"));
		this.messages.review(partnership.id(), Message.Review.SEND, null);
		this.sending.send(partnership.id());
		return partnership;
	}

	private String path(Partnership partnership) {
		return "/p/" + this.mails.latestTokenTo(this.organisations.person(partnership.contactId()).email());
	}

}
