package org.binome.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LeftoverProcessTests {

	private final List<Process> started = new ArrayList<>();

	@TempDir
	private Path directory;

	@BeforeEach
	void makeDirectories() throws IOException {
		Files.createDirectories(this.directory.resolve("processes"));
		Files.createDirectories(this.directory.resolve("postgres/data"));
	}

	@AfterEach
	void end() {
		this.started.forEach(Process::destroyForcibly);
	}

	@Test
	void processOfAnEarlierRunIsEnded() throws Exception {
		Process process = start(LeftoverProcess.marks(this.directory, "broker"));
		Path file = write("processes/broker.pid", process.pid());
		LeftoverProcess.clear(this.directory);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(file).doesNotExist();
	}

	@Test
	void processOfSomebodyElseWithTheSameIdIsSpared() throws Exception {
		Process process = start(List.of());
		Path file = write("processes/broker.pid", process.pid());
		LeftoverProcess.clear(this.directory);
		assertThat(process.isAlive()).isTrue();
		assertThat(file).doesNotExist();
	}

	@Test
	void processOfAnotherStateDirectoryIsSpared() throws Exception {
		Process process = start(LeftoverProcess.marks(this.directory.resolve("other"), "broker"));
		write("processes/broker.pid", process.pid());
		LeftoverProcess.clear(this.directory.resolve("."));
		assertThat(process.isAlive()).isTrue();
	}

	@Test
	void lockOfADeadPostgresIsRemovedAndTheNewOwnerOfItsIdSpared() throws Exception {
		Process process = start(List.of());
		Path lock = write("postgres/data/postmaster.pid", process.pid());
		LeftoverProcess.clear(this.directory);
		assertThat(process.isAlive()).isTrue();
		assertThat(lock).doesNotExist();
	}

	@Test
	void postgresOfAnEarlierRunIsEnded() throws Exception {
		Path data = this.directory.resolve("postgres/data");
		Process process = start(List.of("-Dlooks.like=bin/postgres -D " + data));
		Path lock = write("postgres/data/postmaster.pid", process.pid());
		LeftoverProcess.clear(this.directory);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(lock).doesNotExist();
	}

	@Test
	void unreadableProcessIdIsNoObstacle() throws Exception {
		Path file = Files.writeString(this.directory.resolve("processes/broker.pid"), "");
		LeftoverProcess.clear(this.directory);
		assertThat(file).doesNotExist();
	}

	private Process start(List<String> options) throws IOException {
		Process process = new ProcessBuilder(Sleeper.command(options)).redirectErrorStream(true).start();
		this.started.add(process);
		// Its first line says that it runs.
		assertThat(process.inputReader().readLine()).startsWith("asleep");
		return process;
	}

	private Path write(String name, long pid) throws IOException {
		return Files.writeString(this.directory.resolve(name), pid + System.lineSeparator());
	}

}
