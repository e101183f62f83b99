package org.binome.prospecting;

import java.util.UUID;

import org.binome.StageTest;
import org.binome.prospecting.RowProblem.Kind;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StageTest
class LonglistTests {

	@Autowired
	Programmes programmes;

	@Autowired
	Longlist longlist;

	@Autowired
	Candidates candidates;

	@Autowired
	JdbcClient jdbc;

	@Test
	void openingAProgrammeStartsItsProspecting() {
		UUID programme = programme();
		assertThat(this.jdbc
			.sql("select variables->>'owner' from signal where name = 'programme-opened' and correlation_key = ?")
			.param(programme.toString())
			.query(String.class)
			.list()).containsExactly("manager");
	}

	@Test
	void refusesASecondProgrammeOfTheSameName() {
		Programme programme = this.programmes.get(programme());
		assertThatExceptionOfType(ProgrammeNameTaken.class).isThrownBy(() -> this.programmes
			.open(new NewProgramme(programme.name(), "standard", "marketing", "", 1000, "manager", "fr")));
	}

	@Test
	void imports10000RowsAndReportsEveryOther() {
		CsvFile file = CsvFile.withHeadings();
		for (int i = 0; i < 10_000; i++) {
			if (i % 100 == 99) {
				file.row("Bad " + i, "Country", "XX");
			}
			else {
				file.row("Organisation " + i);
			}
		}
		UUID programme = programme();
		ImportReport report = this.longlist.importCsv(programme, "big.csv", file.bytes(), "manager");
		assertThat(report.rowsRead()).isEqualTo(10_000);
		assertThat(report.rowsAdded()).isEqualTo(9_900);
		assertThat(report.rowsRejected()).isEqualTo(100);
		assertThat(report.problems()).hasSize(100);
		assertThat(report.problems().getFirst().line()).isEqualTo(101);
		assertThat(this.candidates.count(programme)).isEqualTo(9_900);
	}

	@Test
	void reportsDuplicatesInsideTheFileAndAgainstTheProgramme() {
		UUID programme = programme();
		this.longlist.importCsv(programme, "first.csv",
				CsvFile.withHeadings()
					.row("Alpha Média SAS")
					.row("Beta", "Website", "https://www.beta.example/x")
					.bytes(),
				"manager");
		ImportReport report = this.longlist.importCsv(programme, "second.csv",
				CsvFile.withHeadings()
					.row("ALPHA MEDIA")
					.row("Beta Group", "Website", "beta.example")
					.row("Beta")
					.row("Gamma")
					.row("gamma!")
					.row("Delta", "Website", "https://www.linkedin.com/company/delta")
					.row("Epsilon", "Website", "https://fr.linkedin.com/company/epsilon/")
					.bytes(),
				"manager");
		assertThat(report.rowsAdded()).isEqualTo(3);
		assertThat(report.rowsDuplicate()).isEqualTo(4);
		assertThat(report.rowsRejected()).isZero();
		assertThat(report.problems()).allMatch((problem) -> problem.kind() == Kind.DUPLICATE);
		assertThat(report.problems()).extracting((problem) -> problem.line() + " " + problem.reason("en"))
			.containsExactly("2 already in the programme (Alpha Média SAS)", "3 already in the programme (Beta)",
					"4 already in the programme (Beta)", "6 already on line 5 (Gamma)");
	}

	@Test
	void theSameFileAgainAddsNothing() {
		UUID programme = programme();
		byte[] file = CsvFile.withHeadings().row("Alpha").row("Beta", "Country", "XX").bytes();
		ImportReport first = this.longlist.importCsv(programme, "a.csv", file, "manager");
		ImportReport again = this.longlist.importCsv(programme, "b.csv", file, "manager");
		assertThat(again.repeated()).isTrue();
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(this.longlist.imports(programme)).hasSize(1);
		assertThat(this.candidates.count(programme)).isEqualTo(1);
	}

	@Test
	void anUnreadableFileLeavesNothingBehind() {
		UUID programme = programme();
		assertThatExceptionOfType(UnreadableFile.class)
			.isThrownBy(() -> this.longlist.importCsv(programme, "x.csv", new byte[] { (byte) 0xE9 }, "manager"));
		assertThat(this.longlist.imports(programme)).isEmpty();
	}

	@Test
	void anUnknownProgrammeIsRefused() {
		assertThatExceptionOfType(UnknownProgramme.class)
			.isThrownBy(() -> this.longlist.importCsv(UUID.randomUUID(), "x.csv", new byte[1], "manager"));
	}

	private UUID programme() {
		return this.programmes
			.open(new NewProgramme("Longlist " + UUID.randomUUID(), "standard", "marketing", "", 1000, "manager", "fr"))
			.id();
	}

}
