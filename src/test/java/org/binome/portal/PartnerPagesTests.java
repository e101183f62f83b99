package org.binome.portal;

import java.net.http.HttpResponse;
import java.time.Duration;

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

	private static String path(SignedLink link) {
		return link.url().substring(link.url().indexOf("/p/"));
	}

}
