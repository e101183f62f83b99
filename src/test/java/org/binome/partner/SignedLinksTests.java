package org.binome.partner;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;

import org.binome.StageTest;
import org.binome.TestClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StageTest
class SignedLinksTests {

	@Autowired
	SignedLinks links;

	@Autowired
	Organisations organisations;

	@Autowired
	Partnerships partnerships;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestClock clock;

	@Test
	void givesTheSameLinkToARetry() {
		SignedLink link = issue("retry", Duration.ofDays(30));
		SignedLink again = this.links.issue("reply", link.partnershipId(), link.personId(), null, "retry",
				Duration.ofDays(30));
		assertThat(again.url()).isEqualTo(link.url());
	}

	@Test
	void refusesAnAlteredToken() {
		String token = token(issue("altered", Duration.ofDays(30)));
		String altered = ((token.charAt(0) == 'A') ? "B" : "A") + token.substring(1);
		assertThat(this.links.resolve(token)).isNotNull();
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.links.resolve(altered))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidLink.Reason.UNKNOWN));
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.links.resolve("../../etc/passwd"));
	}

	@Test
	void canBeUsedOnce() {
		SignedLink link = issue("once", Duration.ofDays(30));
		this.links.use(link);
		assertThat(this.links.resolve(token(link)).used()).isTrue();
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.links.use(link))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidLink.Reason.USED));
	}

	@Test
	void expires() {
		SignedLink link = issue("expired", Duration.ofDays(-1));
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.links.resolve(token(link)))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidLink.Reason.EXPIRED));
	}

	private SignedLink issue(String key, Duration validity) {
		UUID programme = UUID.randomUUID();
		this.jdbc.sql(
				"insert into programme (id, name, partnership_type, owner, language) values (?, ?, 'marketing', 'manager', 'fr')")
			.params(programme, "Programme " + programme)
			.update();
		Organisation organisation = this.organisations.add("Organisation " + programme, null, "FR", "fr",
				ZoneId.of("Europe/Paris"), null);
		Person person = this.organisations.addPerson(organisation.id(), "Contact", "contact@partner.example", "");
		Partnership partnership = this.partnerships.open(programme, organisation.id(), person.id(), "marketing",
				"manager");
		return this.links.issue("reply", partnership.id(), person.id(), null, key, validity);
	}

	private static String token(SignedLink link) {
		return link.url().substring(link.url().lastIndexOf('/') + 1);
	}

}
