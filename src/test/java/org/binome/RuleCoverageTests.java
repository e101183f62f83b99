package org.binome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps <code>docs/rules.md</code> true: a rule said to be enforced or supported is named
 * in the code or the models, and in a test.
 */
class RuleCoverageTests {

	private static final Pattern ROW = Pattern
		.compile("^\\| ([A-Z]{3}-\\d\\d) \\| (enforced|supported|not yet) \\| (.*) \\|$");

	private static final int RULES = 126;

	@Test
	void everyRuleHasItsRow() throws IOException {
		assertThat(rows()).hasSize(RULES);
	}

	@Test
	void aClaimedRuleIsNamedInCodeOrModelsAndInATest() throws IOException {
		String main = text("src/main", "bpmn", "templates");
		String tests = text("src/test");
		Map<String, String> broken = new TreeMap<>();
		rows().forEach((id, status) -> {
			if (!status.equals("not yet")) {
				if (!main.contains(id)) {
					broken.put(id, "not named in src/main, bpmn or templates");
				}
				else if (!tests.contains(id)) {
					broken.put(id, "not named in a test");
				}
			}
		});
		assertThat(broken).isEmpty();
	}

	private static Map<String, String> rows() throws IOException {
		Map<String, String> rows = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of("docs/rules.md"))) {
			Matcher row = ROW.matcher(line);
			if (row.matches()) {
				assertThat(rows.put(row.group(1), row.group(2))).as("rows of " + row.group(1)).isNull();
			}
		}
		return rows;
	}

	private static String text(String... folders) throws IOException {
		StringBuilder text = new StringBuilder();
		for (String folder : folders) {
			try (Stream<Path> files = Files.walk(Path.of(folder))) {
				List<Path> readable = files.filter(Files::isRegularFile)
					.filter((file) -> !file.toString().contains("node_modules"))
					.filter((file) -> file.toString()
						.matches(".*\\.(java|sql|bpmn|dmn|form|json|ftl|ftlh|properties|md)"))
					.filter((file) -> !file.endsWith("RuleCoverageTests.java"))
					.toList();
				readable.forEach((file) -> {
					try {
						text.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				});
			}
		}
		return text.toString();
	}

}
