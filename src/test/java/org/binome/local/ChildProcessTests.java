package org.binome.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.binome.local.child.Guarded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChildProcessTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@TempDir
	private Path path;

	private StateDirectory directory;

	@BeforeEach
	void take() {
		this.directory = StateDirectory.take(this.path, "http://localhost:8090");
	}

	@AfterEach
	void release() {
		this.directory.close();
	}

	@Test
	void runsWithItsOutputInALogAndStopsInOrder() throws IOException {
		ChildProcess child = start(Sleeper.class.getName());
		child.await(() -> log().contains("asleep"), LIMIT);
		assertThat(this.path.resolve("processes/sleeper.pid")).exists();
		assertThat(log()).contains("GIVEN=yes");
		child.stop(LIMIT);
		assertThat(child.isAlive()).isFalse();
		assertThat(log()).contains("ended in order");
		assertThat(this.path.resolve("processes/sleeper.pid")).doesNotExist();
	}

	@Test
	void earlyEndNamesTheCauseAndTheLog() {
		ChildProcess child = start("org.binome.local.NoSuchProgram");
		assertThatExceptionOfType(LocalStartException.class).isThrownBy(() -> child.await(() -> false, LIMIT))
			.withMessageContaining("sleeper ended with exit code 1")
			.withMessageContaining("NoSuchProgram")
			.satisfies((ex) -> assertThat(ex.remedy()).contains(this.directory.log("sleeper").toString()));
		child.stop(LIMIT);
	}

	@Test
	void processThatIsNeverReadyIsReported() {
		ChildProcess child = start(Sleeper.class.getName());
		assertThatExceptionOfType(LocalStartException.class)
			.isThrownBy(() -> child.await(() -> false, Duration.ofMillis(1)))
			.withMessageContaining("wasn't ready after");
		child.stop(LIMIT);
	}

	@Test
	void endsWhenItsParentIsKilled() throws Exception {
		Process guarded = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
				System.getProperty("java.class.path"), Guarded.class.getName(), Sleeper.class.getName())
			.redirectErrorStream(true)
			.start();
		assertThat(guarded.inputReader().readLine()).startsWith("asleep");
		// What the operating system does with a pipe whose owner is gone.
		guarded.outputWriter().close();
		assertThat(guarded.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(guarded.inputReader().readLine()).isEqualTo("ended in order");
	}

	private ChildProcess start(String mainClass) {
		return ChildProcess.start(this.directory, "sleeper", List.of("-Xmx64m"),
				List.of(System.getProperty("java.class.path")), mainClass, List.of(), Map.of("GIVEN", "yes"));
	}

	private String log() {
		try {
			return Files.readString(this.directory.log("sleeper"));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
