package org.binome.portal;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class PortalSecurityTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/programmes", "/programmes/00000000-0000-0000-0000-000000000000", "/anything" })
	void asksForALoginOnEveryPage(String path) {
		HttpResponse<String> response = new Browser(this.port).get(path);
		assertThat(response.uri().getPath()).isEqualTo("/login");
		assertThat(response.body()).contains("name=\"password\"");
	}

	@Test
	void logsInAndOut() {
		Browser browser = Browser.of(this.port, "manager");
		HttpResponse<String> home = browser.get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(home.uri().getPath()).isEqualTo("/");
		assertThat(home.body()).contains("Responsable partenariats", "lang=\"fr\"");
		assertThat(browser.post("/logout", Map.of()).body()).contains("Vous êtes déconnecté");
		assertThat(browser.get("/").uri().getPath()).isEqualTo("/login");
	}

	@Test
	void refusesAWrongPassword() {
		var browser = new Browser(this.port);
		browser.get("/login?lang=en");
		HttpResponse<String> response = browser.post("/login", Map.of("username", "manager", "password", "wrong"));
		assertThat(response.body()).contains("User name or password is wrong.");
	}

	@Test
	void refusesAFormWithoutItsToken() {
		Browser browser = Browser.of(this.port, "manager");
		HttpResponse<String> response = browser.postWithoutToken("/logout", Map.of());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("Votre rôle ne le permet pas");
		assertThat(browser.get("/").uri().getPath()).isEqualTo("/");
	}

	@Test
	void speaksTheLanguageOfTheAccountUntilAnotherIsChosen() {
		Browser browser = Browser.of(this.port, "sponsor");
		assertThat(browser.get("/").body()).contains("lang=\"en\"", "Log out");
		assertThat(browser.get("/?lang=fr").body()).contains("Se déconnecter");
		assertThat(browser.get("/").body()).contains("Se déconnecter");
	}

	@Test
	void sendsNoAddressElsewhereAndRunsNoInlineScript() {
		HttpResponse<String> response = new Browser(this.port).get("/login");
		assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(response.headers().allValues("Set-Cookie"))
			.allSatisfy((cookie) -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
	}

	@Test
	void showsStaticFilesToEverybody() {
		var browser = new Browser(this.port);
		assertThat(browser.get("/assets/portal.css").statusCode()).isEqualTo(200);
		assertThat(browser.get("/assets/icon.svg").statusCode()).isEqualTo(200);
	}

	@Test
	void showsHealthToEverybodyAndMetricsToAdministrators() {
		var browser = new Browser(this.port);
		assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(401);
		assertThat(browser.api("GET", "/actuator/prometheus", "manager", "text/plain", "").statusCode()).isEqualTo(403);
		assertThat(browser.api("GET", "/actuator/prometheus", "admin", "text/plain", "").statusCode()).isEqualTo(200);
	}

	@Test
	void tellsWhatIsWrongOnAPageThatIsNotThere() {
		HttpResponse<String> response = Browser.of(this.port, "manager").get("/nowhere");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.body()).contains("Il n’y a rien ici", "Responsable partenariats");
	}

}
