package org.binome.process.model;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * The checks a designer runs by <code>npm run lint</code> in <code>bpmn/</code>: BPMN for
 * Camunda 8.6 and 8.9, decisions, element templates, canonical form, fresh pictures.
 * Skipped where there is no Node.js, except when the system property
 * <code>binome.ci</code> is <code>true</code>.
 */
class BpmnLintTests {

	@Test
	void modelsPassTheDesignersChecks() throws Exception {
		if (!onPath("node") || !onPath("npm")) {
			skip("node and npm are not on the PATH");
		}
		if (stale()) {
			Run install = npm("ci");
			if (install.exit() != 0) {
				skip("npm ci failed in bpmn/: " + install.output());
			}
		}
		Run lint = npm("run", "--silent", "lint");
		assertThat(lint.exit()).as(lint.output()).isZero();
	}

	private static boolean stale() throws IOException {
		Path installed = Models.ROOT.resolve("node_modules/.package-lock.json");
		return !Files.exists(installed) || Files.getLastModifiedTime(installed)
			.compareTo(Files.getLastModifiedTime(Models.ROOT.resolve("package-lock.json"))) < 0;
	}

	private static void skip(String reason) {
		if (Boolean.getBoolean("binome.ci")) {
			fail(reason);
		}
		Assumptions.abort(reason);
	}

	private static boolean onPath(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((folder) -> new File(folder, program).canExecute());
	}

	private static Run npm(String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile("binome-npm", ".log");
		try {
			Process process = new ProcessBuilder(Stream.concat(Stream.of("npm"), Stream.of(arguments)).toList())
				.directory(Models.ROOT.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				return new Run(-1, "no end after five minutes");
			}
			return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	private record Run(int exit, String output) {
	}

}
