package org.binome.prospecting;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetail.Channel;
import org.binome.partner.TimeZones;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * PRO-11: what is read from a longlist file, and how broken files and rows are reported.
 */
class LonglistFileTests {

	@ParameterizedTest(name = "[{index}] {0}: {1}")
	@MethodSource("badValues")
	void rejectsTheRowAndNamesTheField(String heading, String value, String reason) {
		LonglistFile file = new LonglistFile(
				CsvFile.withHeadings().row("Before").row("Broken", heading, value).row("After").bytes());
		assertThat(file.rowsRead()).isEqualTo(3);
		assertThat(file.rows()).extracting(CandidateRow::name).containsExactly("Before", "After");
		assertThat(file.problems()).anySatisfy((problem) -> {
			assertThat(problem.line()).isEqualTo(3);
			assertThat(problem.field()).isEqualTo(heading);
			assertThat(problem.reason("en")).contains(reason);
			assertThat(problem.reason("fr")).isNotBlank();
			assertThat(problem.value().codePointCount(0, problem.value().length())).isLessThan(90);
		});
	}

	@Test
	void app03ReadsByWhatRightAnAddressIsUsed() {
		LonglistFile file = new LonglistFile(CsvFile.withHeadings()
			.row("Silent", "Contact obtained from", "")
			.line(String.join(",", privately().values()))
			.bytes());
		assertThat(file.rows()).extracting((row) -> row.contact().detail())
			.containsExactly(ContactDetail.UNKNOWN,
					new ContactDetail(Channel.PRIVATE, "Au salon", LocalDate.of(2026, 3, 12), ""));
	}

	@Test
	void app03ReadsFilesWithoutTheColumnsOfContacts() {
		Map<String, String> row = CsvFile.good("Older");
		row.keySet().removeIf((heading) -> heading.matches("Contact (kind|obtained from|consent)"));
		String file = String.join(",", row.keySet()) + "\n" + String.join(",", row.values());
		LonglistFile read = new LonglistFile(file.getBytes(StandardCharsets.UTF_8));
		assertThat(read.problems()).isEmpty();
		assertThat(read.rows()).extracting((candidate) -> candidate.contact().detail())
			.containsExactly(ContactDetail.UNKNOWN);
	}

	private static Map<String, String> privately() {
		Map<String, String> row = CsvFile.good("Private");
		row.put("Contact kind", "Privé");
		row.put("Contact obtained from", "Au salon");
		row.put("Contact consent", "2026-03-12");
		return row;
	}

	static Stream<Arguments> badValues() {
		return Stream.of(arguments("Organisation", "", "required"), arguments("Organisation", "   ", "required"),
				arguments("Organisation", "---", "letters"), arguments("Organisation", "x".repeat(201), "too long"),
				arguments("Organisation", "=cmd|' /C calc'!A0", "formula"),
				arguments("Organisation", "@SUM(1+1)*cmd|' /C calc'!A0", "formula"),
				arguments("Organisation", "-2+3+cmd|' /C calc'!A0", "formula"),
				arguments("Organisation", "<script>alert(1)</script>", "HTML"),
				arguments("Organisation", "Alpha\u0000Beta", "control"),
				arguments("Organisation", "Alpha\u001B[31m", "control"),
				arguments("Organisation", "Alpha \u202Eexe.fdp", "invisible"),
				arguments("Organisation", "Al\u200Bpha", "invisible"),
				arguments("Website", "javascript:alert(1)", "web address"),
				arguments("Website", "not a site", "web address"),
				arguments("Website", "ftp://a.example", "web address"),
				arguments("Website", "localhost", "web address"), arguments("Country", "", "required"),
				arguments("Country", "XX", "no country"), arguments("Country", "Atlantis", "no country"),
				arguments("Language", "", "required"), arguments("Language", "de", "fr or en"),
				arguments("Language", "klingon", "fr or en"), arguments("Contact kind", "at home", "private"),
				arguments("Contact consent", "yes", "no date"), arguments("Contact consent", "31/03/2026", "no date"),
				arguments("Time zone", "Paris", "time zone"), arguments("Time zone", "UTC+1", "time zone"),
				arguments("Time zone", "Mars/Olympus", "time zone"),
				arguments("Sector", "<img src=x onerror=alert(1)>", "HTML"), arguments("Contact name", "", "required"),
				arguments("Contact email", "", "required"), arguments("Contact email", "nobody", "mail address"),
				arguments("Contact email", "a@b", "mail address"), arguments("Contact email", "a@@b.example", "mail"),
				arguments("Contact email", "a@b.example, c@d.example", "mail address"),
				arguments("Contact email", "a@b.example\nBcc: x@y.example", "mail address"),
				arguments("Contact email", "a..b@c.example", "mail address"),
				arguments("Contact email", "<a@b.example>", "HTML"), arguments("Contact role", "", "required"),
				arguments("Origin", "gut feeling", "personal_liking"), arguments("Audience", "-5", "whole number"),
				arguments("Audience", "many", "whole number"), arguments("Audience", "1e9", "whole number"),
				arguments("Audience", "12.5", "whole number"),
				arguments("Audience", "99999999999999999999", "whole number"),
				arguments("Audience affinity", "", "required"), arguments("Audience affinity", "0", "1, 2, 3, 4 or 5"),
				arguments("Audience affinity", "6", "1, 2, 3, 4 or 5"), arguments("Product fit", "4.5", "1, 2, 3"),
				arguments("Image fit", "five", "1, 2, 3"), arguments("Culture fit", "٣", "1, 2, 3"),
				arguments("Openness", "maybe", "closed, mixed or open"), arguments("Relation", "friend", "competitor"),
				arguments("Evidence", "x".repeat(4001), "too long"), arguments("Evidence", "=1+1", "formula"));
	}

	@ParameterizedTest(name = "[{index}] {1}")
	@MethodSource("badFiles")
	void refusesAFileThatCantBeReadAtAll(byte[] file, String reason) {
		assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> new LonglistFile(file)).satisfies((ex) -> {
			assertThat(ex.reason("en")).contains(reason);
			assertThat(ex.reason("fr")).isNotEqualTo(ex.reason("en"));
		});
	}

	static Stream<Arguments> badFiles() {
		String good = CsvFile.withHeadings().row("Éditions").text();
		String headings = good.split("\r\n")[0];
		return Stream.of(arguments(new byte[0], "is empty"), arguments(bytes("\uFEFF"), "is empty"),
				arguments(bytes(" \r\n\r\n"), "is empty"), arguments(bytes(headings), "headings only"),
				arguments(good.getBytes(Charset.forName("windows-1252")), "not UTF-8: line 2, byte 1 (C9)"),
				arguments(good.getBytes(StandardCharsets.UTF_16), "UTF-16"),
				arguments(good.getBytes(StandardCharsets.UTF_16LE), "no text file"),
				arguments(new byte[] { 'P', 'K', 3, 4, 20, 0 }, "workbook"),
				arguments(bytes("Alpha,https://alpha.example,FR\n"), "headings of the columns"),
				arguments(bytes("Organisation,Country\nAlpha,FR\n"), "contact email"),
				arguments(bytes("\"Organisation,Country\nAlpha,FR\n"), "quotes of the headings"),
				arguments(bytes("Nom," + good), "Two columns say the same"));
	}

	@Test
	void rejectsAFieldOf10Megabytes() {
		String huge = "x".repeat(10_000_000);
		LonglistFile read = new LonglistFile(
				CsvFile.withHeadings().row("Quoted", "Sector", huge).row(huge).row("After").bytes());
		assertThat(read.rows()).extracting(CandidateRow::name).containsExactly("After");
		assertThat(read.problems()).extracting(RowProblem::line).contains(2, 3);
		assertThat(read.problems()).allMatch((problem) -> problem.value().length() < 100);
	}

	@Test
	void asksForTheTimeZoneOfACountryThatHasSeveral() {
		LonglistFile read = new LonglistFile(CsvFile.withHeadings().row("Alpha", "Country", "US").bytes());
		assertThat(read.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.field()).isEqualTo("Time zone");
			assertThat(problem.reason("en")).contains("America/New_York", "Pacific/Honolulu");
		});
	}

	@Test
	void readsWithAndWithoutByteOrderMark() {
		String text = CsvFile.withHeadings().row("Éditions Exemple").text();
		assertThat(new LonglistFile(bytes("\uFEFF" + text)).rows()).extracting(CandidateRow::name)
			.containsExactly("Éditions Exemple");
		assertThat(new LonglistFile(bytes(text)).rows()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { ";", "\t" })
	void detectsTheDelimiter(String delimiter) {
		String text = CsvFile.withHeadings().row("Alpha").text().replace(",", delimiter);
		assertThat(new LonglistFile(bytes(text)).rows()).hasSize(1);
		assertThat(new LonglistFile(bytes("sep=" + delimiter + "\r\n" + text)).rows()).hasSize(1);
	}

	@Test
	@DisplayName("PRO-04, PRO-14, PRO-19, PRO-21: French headings and values, a competitor among them")
	void readsFrenchHeadingsAndValues() {
		String text = """
				ORGANISATION;Site Web;Pays;Langue;Nom du contact;Courriel;Fonction;Origine;Audience;\
				Affinité d'audience;adequation produit;Adéquation image;ADÉQUATION CULTURE;Ouverture;Relation;Preuves
				Café des Fictions;www.cafe.example;Belgique;français;Service partenariats;contact@cafe.example;\
				Développement commercial;Coup de cœur;12 500;5;4;3;2;Fermé;Concurrent;"Lettre mensuelle
				12 « numéros »; ""suivie""\"
				""";
		CandidateRow row = new LonglistFile(bytes(text)).rows().getFirst();
		assertThat(row.country()).isEqualTo("BE");
		assertThat(row.timeZone()).isEqualTo(ZoneId.of("Europe/Brussels"));
		assertThat(row.origin()).isEqualTo(Origin.PERSONAL_LIKING);
		assertThat(row.contact().keyPerson()).isTrue();
		assertThat(row.criteria()).isEqualTo(new Criteria(12_500L, 5, 4, 3, 2, Openness.CLOSED, Relation.COMPETITOR,
				"Lettre mensuelle\n12 « numéros »; \"suivie\""));
	}

	@Test
	void losesNoRowAfterAQuoteThatIsNeverClosed() {
		byte[] file = CsvFile.withHeadings()
			.row("Before")
			.line("\"Broken,,FR")
			.row("After")
			.row("Last", "Evidence", "two\nlines")
			.bytes();
		LonglistFile read = new LonglistFile(file);
		assertThat(read.rows()).extracting(CandidateRow::name).containsExactly("Before", "After", "Last");
		assertThat(read.problems()).singleElement().satisfies((problem) -> assertThat(problem.line()).isEqualTo(3));
	}

	@Test
	void losesNoRowAfterTextBehindAQuote() {
		byte[] file = CsvFile.withHeadings().line("\"Alpha\" Media,,FR").row("After").bytes();
		LonglistFile read = new LonglistFile(file);
		assertThat(read.rows()).extracting(CandidateRow::name).containsExactly("After");
		assertThat(read.problems().getFirst().reason("en")).contains("text follows a closing quote");
	}

	@Test
	void rejectsRowsWithTooManyOrTooFewColumns() {
		byte[] file = CsvFile.withHeadings()
			.line(String.join(",", CsvFile.good("Wide").values()) + ",more")
			.line("Narrow,,FR")
			.row("Right")
			.bytes();
		LonglistFile read = new LonglistFile(file);
		assertThat(read.rows()).hasSize(1);
		assertThat(read.problems()).extracting((problem) -> problem.line() + " " + problem.reason("en"))
			.containsExactly("2 23 columns instead of 22; put a field that contains the separator in quotes",
					"3 3 columns instead of 22");
	}

	@Test
	void namesTheLineARowBeginsOn() {
		byte[] file = CsvFile.withHeadings()
			.row("Alpha", "Evidence", "three\r\nlines\r\nlong")
			.line("")
			.line(",,,,")
			.row("Beta", "Country", "XX")
			.bytes();
		LonglistFile read = new LonglistFile(file);
		assertThat(read.rowsRead()).isEqualTo(2);
		assertThat(read.problems()).singleElement().satisfies((problem) -> assertThat(problem.line()).isEqualTo(7));
	}

	@Test
	void findsEverythingWrongWithARowAtOnce() {
		byte[] file = CsvFile.withHeadings().line("Alpha,,XX,de,,,,nobody,,,,,,,,9,,,,,,").bytes();
		assertThat(new LonglistFile(file).problems()).extracting(RowProblem::field)
			.contains("Country", "Language", "Contact name", "Contact email", "Contact role", "Audience affinity",
					"Product fit");
	}

	@Test
	void reportsHeadingsItDoesNotKnow() {
		String text = CsvFile.withHeadings().row("Alpha").text();
		String wider = text.replaceAll("\r\n", ",note\r\n").replaceFirst(",note", ",Favourite colour");
		LonglistFile read = new LonglistFile(bytes(wider));
		assertThat(read.ignoredColumns()).containsExactly("Favourite colour");
		assertThat(read.rows()).hasSize(1);
	}

	@Test
	void keepsTextThatOnlyLooksOdd() {
		List<String> names = List.of("O'Neill & Fils", "C++ Média", "L’Étoile «Nord»", "北京出版社", "Ça va ?", "-Tiret-");
		CsvFile file = CsvFile.withHeadings();
		IntStream.range(0, names.size()).forEach((i) -> file.row("Odd" + i, "Organisation", names.get(i)));
		LonglistFile read = new LonglistFile(file.bytes());
		assertThat(read.problems()).isEmpty();
		assertThat(read.rows()).extracting(CandidateRow::name).containsExactlyElementsOf(names);
	}

	@Test
	void takesTheTimeZoneOfACountryThatHasOne() {
		for (String country : List.of("FR", "DE", "CH", "JP", "SN", "MA")) {
			assertThat(TimeZones.of(country)).as(country).hasSize(1);
		}
		assertThat(TimeZones.of("CA")).hasSizeGreaterThan(4);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
