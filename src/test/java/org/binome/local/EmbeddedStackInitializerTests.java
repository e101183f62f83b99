package org.binome.local;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedStackInitializerTests {

	@TempDir
	private Path path;

	@Test
	void startsNothingWhenEverythingIsConfigured() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			Path directory = this.path.resolve("state");
			TestPropertyValues
				.of("binome.local.directory=" + directory, "spring.datasource.url=jdbc:postgresql://db.example/binome",
						"binome.camunda.grpc-address=http://camunda.example:26500", "spring.mail.host=mail.example",
						"binome.links.secret=known", "binome.seal.keystore=known")
				.applyTo(context);
			new EmbeddedStackInitializer().initialize(context);
			assertThat(context.getEnvironment().getPropertySources().contains("local stack")).isFalse();
			assertThat(Files.exists(directory)).isFalse();
		}
	}

}
