package org.binome.local;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LocalSettingsTests {

	@Test
	void knownAddressesAreTheDefault() {
		LocalSettings settings = LocalSettings.from(new MockEnvironment());
		assertThat(settings.directory()).isAbsolute();
		assertThat(settings.directory().getFileName()).hasToString(".binome");
		assertThat(settings.address()).isEqualTo("127.0.0.1");
		assertThat(settings.ports().portal().number()).isEqualTo(8090);
		assertThat(settings.ports().tasklist().number()).isEqualTo(8080);
		assertThat(settings.ports().grpc().number()).isEqualTo(26500);
		assertThat(settings.ports().rest().number()).isEqualTo(8088);
	}

	@Test
	void everyPortHasAPropertyOfItsOwn() {
		assertThat(LocalSettings.from(new MockEnvironment()).ports().needed(true, true, true))
			.extracting(Port::property)
			.doesNotHaveDuplicates()
			.hasSize(13)
			.contains("server.port", "binome.local.tasklist-port");
	}

	@Test
	void propertyMovesAPort() {
		MockEnvironment environment = new MockEnvironment().withProperty("binome.local.grpc-port", "36500");
		assertThat(LocalSettings.from(environment).ports().grpc().number()).isEqualTo(36500);
	}

	@Test
	void onlyWhatIsStartedNeedsPorts() {
		assertThat(LocalSettings.from(new MockEnvironment()).ports().needed(false, false, true))
			.extracting(Port::property)
			.containsExactly("server.port", "binome.local.mail-port");
	}

}
