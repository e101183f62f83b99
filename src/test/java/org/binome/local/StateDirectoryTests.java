package org.binome.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateDirectoryTests {

	private static final String PORTAL = "http://localhost:8090";

	@TempDir
	private Path path;

	@Test
	void secondApplicationIsRefusedAndToldWhereTheFirstIs() {
		try (StateDirectory first = StateDirectory.take(this.path, PORTAL)) {
			assertThatExceptionOfType(LocalStartException.class)
				.isThrownBy(() -> StateDirectory.take(this.path, "http://localhost:9090"))
				.withMessageContaining("already running")
				.withMessageContaining(first.path().toString())
				.withMessageContaining(PORTAL)
				.withMessageContaining(Long.toString(ProcessHandle.current().pid()));
		}
	}

	@Test
	void directoryIsFreeAgainAfterwards() {
		StateDirectory.take(this.path, PORTAL).close();
		StateDirectory.take(this.path, PORTAL).close();
		assertThat(this.path.resolve("running")).doesNotExist();
	}

	@Test
	void linksSecretIsMadeOnce() {
		String secret;
		try (StateDirectory directory = StateDirectory.take(this.path, PORTAL)) {
			secret = directory.linksSecret();
		}
		try (StateDirectory directory = StateDirectory.take(this.path, PORTAL)) {
			assertThat(directory.linksSecret()).isEqualTo(secret).hasSize(64);
		}
	}

	@Test
	void sealKeyIsMadeOnceWithAPasswordOfItsOwn() throws IOException {
		Map<String, Object> settings;
		byte[] key;
		try (StateDirectory directory = StateDirectory.take(this.path, PORTAL)) {
			settings = directory.sealKey();
			key = Files.readAllBytes(this.path.resolve("seal.p12"));
		}
		assertThat(settings.get("binome.seal.password").toString()).hasSize(64);
		try (StateDirectory directory = StateDirectory.take(this.path, PORTAL)) {
			assertThat(directory.sealKey()).isEqualTo(settings);
			assertThat(Files.readAllBytes(this.path.resolve("seal.p12"))).isEqualTo(key);
		}
	}

	@Test
	void fullDiskIsSaidBeforeAnythingIsWritten() {
		try (StateDirectory directory = StateDirectory.take(this.path, PORTAL)) {
			assertThatExceptionOfType(LocalStartException.class)
				.isThrownBy(() -> directory.ensureRoom(Long.MAX_VALUE, "the first start"))
				.withMessageContaining("MB left")
				.withMessageContaining("the first start")
				.satisfies((ex) -> assertThat(ex.remedy()).contains("binome.local.directory"));
		}
	}

	@Test
	void unusableDirectoryIsNamed() throws IOException {
		Path file = Files.writeString(this.path.resolve("file"), "not a directory");
		assertThatExceptionOfType(LocalStartException.class).isThrownBy(() -> StateDirectory.take(file, PORTAL))
			.withMessageContaining(file.toString());
	}

}
