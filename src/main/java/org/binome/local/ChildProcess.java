package org.binome.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.binome.local.child.Guarded;

/**
 * A JVM of its own that ends when the application ends, even when that is killed. Its
 * output goes to {@code logs/<name>.log} and its process id to
 * {@code processes/<name>.pid} so that the next start can clear what is left.
 */
final class ChildProcess {

	private static final List<String> OUR_SETTINGS = List.of("SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "BINOME_",
			"CAMUNDA_", "ZEEBE_");

	private final String name;

	private final Process process;

	private final Path log;

	private final Path pidFile;

	private ChildProcess(String name, Process process, Path log, Path pidFile) {
		this.name = name;
		this.process = process;
		this.log = log;
		this.pidFile = pidFile;
	}

	/**
	 * Starts a JVM like the current one.
	 * @param classPath entries as the {@code java} command takes them
	 * @param mainClass class to run, guarded by {@link Guarded}
	 */
	static ChildProcess start(StateDirectory directory, String name, List<String> jvmOptions, List<String> classPath,
			String mainClass, List<String> arguments, Map<String, String> variables) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(LeftoverProcess.marks(directory.path(), name));
		command.addAll(jvmOptions);
		command.add("-classpath");
		command.add(String.join(System.getProperty("path.separator"), classPath));
		command.add(Guarded.class.getName());
		command.add(mainClass);
		command.addAll(arguments);
		Path log = directory.log(name);
		Path pidFile = directory.resolve("processes").resolve(name + ".pid");
		try {
			keepPrevious(log);
			ProcessBuilder builder = new ProcessBuilder(command).directory(directory.path().toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
			// What configures this application must not configure that one too.
			builder.environment()
				.keySet()
				.removeIf((variable) -> OUR_SETTINGS.stream().anyMatch(variable.toUpperCase(Locale.ROOT)::startsWith));
			builder.environment().putAll(variables);
			Process process = builder.start();
			Files.writeString(pidFile, Long.toString(process.pid()));
			return new ChildProcess(name, process, log, pidFile);
		}
		catch (IOException ex) {
			throw new LocalStartException("%s can't be started: %s.".formatted(name, ex),
					"See that %s is writable and has room.".formatted(directory.path()), ex);
		}
	}

	private static void keepPrevious(Path log) throws IOException {
		if (Files.exists(log)) {
			Files.move(log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Waits until the process answers; fails as soon as it ends, or after the limit.
	 */
	void await(BooleanSupplier ready, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		try {
			while (!ready.getAsBoolean()) {
				if (this.process.waitFor(150, TimeUnit.MILLISECONDS)) {
					throw failure("ended with exit code %d before it was ready".formatted(this.process.exitValue()));
				}
				if (System.nanoTime() > end) {
					throw failure("wasn't ready after %d seconds".formatted(limit.toSeconds()));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure("was interrupted while starting");
		}
	}

	private LocalStartException failure(String what) {
		return new LocalStartException("%s %s. It said last: %s".formatted(this.name, what, lastWords()),
				"Its whole output is in %s.".formatted(this.log));
	}

	/**
	 * The cause it gave last, else the end of its output.
	 */
	private String lastWords() {
		try {
			List<String> lines = Files.readAllLines(this.log, StandardCharsets.ISO_8859_1);
			return lines.reversed()
				.stream()
				.filter((line) -> line.contains("Caused by:") || line.startsWith("Exception in thread"))
				.findFirst()
				.map(String::strip)
				.orElseGet(() -> String.join(System.lineSeparator(),
						lines.subList(Math.max(0, lines.size() - 5), lines.size())));
		}
		catch (IOException ex) {
			return "(no output)";
		}
	}

	/**
	 * Asks for an orderly stop, insists after the limit.
	 */
	void stop(Duration limit) {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			// It's gone already.
		}
		try {
			if (!this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
				this.process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
			}
			Files.deleteIfExists(this.pidFile);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			// The next start finds that no such process lives.
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

}
