package org.binome.prospecting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files we hand out can be imported as they are.
 */
class SampleTests {

	@Test
	void theSampleLonglistHasNoBadRowAndNoDuplicate() throws IOException {
		LonglistFile file = read("samples/candidates.csv");
		assertThat(file.rows()).hasSize(40);
		assertThat(file.problems()).isEmpty();
		assertThat(file.ignoredColumns()).isEmpty();
		var duplicates = new Duplicates();
		List<RowProblem> doubled = file.rows().stream().map(duplicates::check).filter((one) -> one != null).toList();
		assertThat(doubled).isEmpty();
	}

	@Test
	void theSampleLonglistIsOfMixedQuality() throws IOException {
		List<CandidateRow> rows = read("samples/candidates.csv").rows();
		assertThat(rows).filteredOn((row) -> row.criteria().audienceAffinity() < 3).hasSizeGreaterThan(3);
		assertThat(rows).filteredOn((row) -> row.origin() == Origin.PERSONAL_LIKING)
			.extracting((row) -> row.criteria().evidence().isEmpty())
			.contains(true, false);
		assertThat(rows).allMatch((row) -> row.contact().email().endsWith(".example"));
	}

	@Test
	void theSampleOfTheImportPageIsRight() throws IOException {
		LonglistFile file = read("src/main/resources/portal/sample.csv");
		assertThat(file.problems()).isEmpty();
	}

	@Test
	void theDocumentationNamesEveryColumn() throws IOException {
		String documentation = Files.readString(Path.of("docs/import.md"));
		for (Column column : Column.values()) {
			assertThat(documentation).contains("| " + column.heading("en") + " |");
			assertThat(documentation).contains(column.heading("fr"));
		}
	}

	private static LonglistFile read(String path) throws IOException {
		return new LonglistFile(Files.readAllBytes(Path.of(path)));
	}

}
