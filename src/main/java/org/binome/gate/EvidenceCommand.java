package org.binome.gate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.gate.EvidenceChain.Anchor;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Checks all evidence from the command line: <code>--verify-evidence</code>. It reads the
 * same settings as the application and needs nothing but the database. With
 * <code>--anchors=FILE</code> it also compares with the ends of the chains noted in that
 * file the last time, and, if all is sound, notes the present ones; keep the file where
 * nobody who can write to the database can write to it.
 */
public final class EvidenceCommand {

	/** All is as it was written. */
	static final int SOUND = 0;

	/** Something was altered, added or removed. */
	static final int DAMAGED = 1;

	/** It was not possible to check. */
	static final int NOT_CHECKED = 2;

	private static final String OPTION = "--verify-evidence";

	private static final String ANCHORS = "--anchors=";

	private EvidenceCommand() {
	}

	/** Whether the command line asks for a check instead of the application. */
	public static boolean asked(String... arguments) {
		return Arrays.asList(arguments).contains(OPTION);
	}

	/** Checks and prints; returns the exit code: 0 sound, 1 damaged, 2 not checked. */
	public static int run(String... arguments) {
		return run(System.out, arguments);
	}

	static int run(PrintStream out, String... arguments) {
		String[] settings = Arrays.stream(arguments)
			.filter((argument) -> !argument.equals(OPTION))
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Checker.class)
			.web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties(Map.of("logging.level.root", "warn"))
			.run(settings)) {
			return check(context.getBean(EvidenceChain.class), anchors(arguments), out);
		}
		catch (IOException | RuntimeException ex) {
			out.println("Evidence could not be checked: " + ex.getMessage());
			return NOT_CHECKED;
		}
	}

	private static int check(EvidenceChain evidence, Path anchors, PrintStream out) throws IOException {
		EvidenceReport report = evidence.verifyAll();
		var damages = new ArrayList<>(report.damages());
		if (anchors != null && Files.exists(anchors)) {
			damages.addAll(evidence.verify(read(anchors)));
		}
		damages.forEach((damage) -> out.println(damage.subject() + ": " + damage.text("en")));
		out.printf("%d chains, %d links: %s%n", report.chains(), report.links(),
				damages.isEmpty() ? "nothing was altered" : damages.size() + " things are wrong");
		if (!damages.isEmpty()) {
			return DAMAGED;
		}
		if (anchors != null) {
			write(anchors, evidence.anchors());
		}
		return SOUND;
	}

	private static Path anchors(String... arguments) {
		return Arrays.stream(arguments)
			.filter((argument) -> argument.startsWith(ANCHORS))
			.map((argument) -> Path.of(argument.substring(ANCHORS.length())))
			.findFirst()
			.orElse(null);
	}

	private static List<Anchor> read(Path file) throws IOException {
		return Files.readAllLines(file)
			.stream()
			.map((line) -> line.split(" "))
			.map((parts) -> new Anchor(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2]))
			.toList();
	}

	private static void write(Path file, List<Anchor> anchors) throws IOException {
		Files.write(file,
				anchors.stream()
					.map((anchor) -> anchor.subject() + " " + anchor.position() + " " + anchor.hash())
					.toList());
	}

	/**
	 * The little of the application that a check needs. Without an annotation that a scan
	 * for components would find.
	 */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
			JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
			TransactionAutoConfiguration.class })
	@Import(EvidenceChain.class)
	static class Checker {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

	}

}
