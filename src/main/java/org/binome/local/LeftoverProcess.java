package org.binome.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A process that an earlier run started and that outlived it. Only a process whose
 * command line carries our marks is touched: process ids are used again by others.
 */
record LeftoverProcess(String name, ProcessHandle process) {

	private static final Log log = LogFactory.getLog(LeftoverProcess.class);

	private static final Duration TIME_TO_END_BY_ITSELF = Duration.ofSeconds(15);

	/**
	 * Options for the {@code java} command by which the process is known again.
	 */
	static List<String> marks(Path directory, String name) {
		return List.of("-Dbinome.local.process=" + name, "-Dbinome.local.directory=" + directory);
	}

	/**
	 * Ends everything an earlier run left behind, PostgreSQL included.
	 */
	static void clear(Path directory) {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve("processes"), "*.pid")) {
			for (Path file : files) {
				String name = file.getFileName().toString().replace(".pid", "");
				read(file).flatMap((pid) -> find(pid, name, marks(directory, name))).ifPresent(LeftoverProcess::end);
				Files.deleteIfExists(file);
			}
			clearPostgres(directory.resolve("postgres/data"));
		}
		catch (IOException ex) {
			throw new LocalStartException(
					"What an earlier run left in %s can't be cleared: %s.".formatted(directory, ex),
					"Make the directory writable.", ex);
		}
	}

	/**
	 * Ends the PostgreSQL server of the data directory, and removes its lock file when no
	 * such server lives: the process id in it may be another program's by now, and then
	 * PostgreSQL refuses to start.
	 */
	static void clearPostgres(Path data) throws IOException {
		Path lock = data.resolve("postmaster.pid");
		if (!Files.exists(lock)) {
			return;
		}
		read(lock).flatMap((pid) -> find(pid, "PostgreSQL", List.of("postgres", data.toString())))
			.ifPresent(LeftoverProcess::end);
		Files.deleteIfExists(lock);
	}

	static Optional<LeftoverProcess> find(long pid, String name, List<String> marks) {
		return ProcessHandle.of(pid)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> process.info()
				.commandLine()
				.filter((line) -> marks.stream().allMatch(line::contains))
				.isPresent())
			.map((process) -> new LeftoverProcess(name, process));
	}

	/**
	 * A guarded process ends by itself when its parent is gone, so it gets some time.
	 */
	void end() {
		log.info("Clearing %s (process %d) of an earlier run".formatted(this.name, this.process.pid()));
		this.process.destroy();
		if (!awaitEnd(TIME_TO_END_BY_ITSELF)) {
			this.process.destroyForcibly();
			if (!awaitEnd(Duration.ofSeconds(5))) {
				throw new LocalStartException(
						"%s of an earlier run (process %d) can't be ended.".formatted(this.name, this.process.pid()),
						"End that process, then start again.");
			}
		}
	}

	private boolean awaitEnd(Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		try {
			// A process that nobody has buried yet is alive to Java but has no command.
			while (this.process.isAlive() && this.process.info().commandLine().isPresent()) {
				if (System.nanoTime() > end) {
					return false;
				}
				Thread.sleep(50);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static Optional<Long> read(Path file) {
		try {
			return Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::valueOf);
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
