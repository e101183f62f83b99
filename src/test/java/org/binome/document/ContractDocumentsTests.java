package org.binome.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every contract, in every language and strictness, as a lawyer would receive it.
 */
class ContractDocumentsTests {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private static final Templates TEMPLATES = new Templates();

	private static final Printer PRINTER = new Printer();

	@BeforeAll
	static void prepareValidator() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	@ParameterizedTest
	@CsvSource({ "marketing,fr,light", "marketing,fr,standard", "marketing,fr,strict", "marketing,en,light",
			"marketing,en,standard", "marketing,en,strict", "reseller,fr,light", "reseller,fr,standard",
			"reseller,fr,strict", "reseller,en,light", "reseller,en,standard", "reseller,en,strict" })
	void con02EveryContractPrintsWholeArchivableAndAccessible(String kind, String language, String profile)
			throws Exception {
		String html = html(kind, language, Map.of("clauseProfile", profile));

		byte[] pdf = PRINTER.print(html, CREATED, attachments());

		keep(pdf, "%s-%s-%s.pdf".formatted(kind, language, profile));
		assertThat(RoundTrip.squeeze(StrippedText.of(pdf)))
			.isEqualTo(RoundTrip.squeeze(TextOutline.of(set(html)).text()));
		assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
		List<PdfPages.Page> pages = new PdfPages().read(pdf);
		assertThat(pages).hasSizeBetween(4, 8);
		assertThat(pages.getFirst().text()).contains(language.equals("fr") ? "L’essentiel" : "In short");
		assertThat(pages.stream().flatMap((page) -> page.lines().stream()).map(PdfPages.Line::text))
			.noneMatch((line) -> line.strip().endsWith("’"));
	}

	@ParameterizedTest
	@CsvSource({ "marketing,fr", "marketing,en", "reseller,fr", "reseller,en" })
	void sameInputGivesSameBytes(String kind, String language) throws Exception {
		String html = html(kind, language, Map.of());

		assertThat(new Printer().print(html, CREATED, attachments()))
			.isEqualTo(PRINTER.print(html, CREATED, attachments()));
	}

	@ParameterizedTest
	@CsvSource({ "fr", "en" })
	void con07StrictnessChangesTheClausesAndIsShown(String language) throws Exception {
		TextOutline light = TextOutline.of(html("marketing", language, Map.of("clauseProfile", "light")));
		TextOutline strict = TextOutline.of(html("marketing", language, Map.of("clauseProfile", "strict")));

		assertThat(Comparison.of(light, strict).clauses()).extracting(Comparison.ClauseChange::id)
			.contains("summary", "confidentiality", "liability", "term", "law")
			.doesNotContain("contributions", "schedule-objectives");
	}

	@Test
	void con03ObligationsStandPerSide() throws Exception {
		TextOutline contract = TextOutline.of(html("reseller", "en", Map.of()));

		TextOutline.Clause clause = contract.clauses()
			.stream()
			.filter((candidate) -> candidate.id().equals("contributions"))
			.findFirst()
			.orElseThrow();
		assertThat(clause.blocks()).contains("One trained salesperson per point of sale",
				"Two days of training per salesperson");
	}

	@Test
	void con09ScopeIsAScheduleOfTerritoryProductsAndSectors() throws Exception {
		TextOutline contract = TextOutline.of(html("marketing", "en", Map.of()));

		assertThat(contract.text()).contains("Territory Products Sectors")
			.contains("Belgium Bound notebooks Bookshops");
	}

	@Test
	void missingDetailsAreVisible() throws Exception {
		Map<String, Object> data = data("marketing", "en");
		@SuppressWarnings("unchecked")
		Map<String, Object> partner = ((List<Map<String, Object>>) data.get("parties")).get(1);
		partner.put("address", "");

		String html = TEMPLATES.render("contracts/marketing/contract-en.ftlh", data, Locale.UK);

		assertThat(TextOutline.of(html).text()).contains("[address to be completed]");
	}

	@ParameterizedTest
	@CsvSource({ "marketing,fr", "reseller,en" })
	void longTablesBreakOverPagesWithTheirHeadings(String kind, String language) throws Exception {
		List<Map<String, Object>> objectives = IntStream.rangeClosed(1, 90)
			.mapToObj((number) -> Map.<String, Object>of("name", "Objective " + number, "target", number * 10, "unit",
					"pieces", "dueOn", "2027-06-30", "benchmark", ""))
			.toList();

		byte[] pdf = PRINTER.print(html(kind, language, Map.of("objectives", objectives)), CREATED);

		keep(pdf, "long-%s-%s.pdf".formatted(kind, language));
		String heading = language.equals("fr") ? "Point de comparaison" : "Benchmark";
		assertThat(new PdfPages().read(pdf)).filteredOn((page) -> page.text().contains("Objective "))
			.hasSizeGreaterThan(2)
			.allMatch((page) -> page.text().contains(heading));
		assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	private static Attachment[] attachments() throws IOException {
		return LongContract.attachments("{}".getBytes(StandardCharsets.UTF_8));
	}

	private static Document set(String html) {
		Document document = Xhtml.parse(html);
		Typography.apply(document, Locale.of(document.getDocumentElement().getAttribute("lang")));
		return document;
	}

	private static void keep(byte[] pdf, String name) throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "documents"));
		Files.write(folder.resolve(name), pdf);
	}

	static String html(String kind, String language, Map<String, Object> changes) throws IOException {
		Map<String, Object> data = data(kind, language);
		data.putAll(changes);
		return TEMPLATES.render("contracts/%s/contract-%s.ftlh".formatted(kind, language), data,
				Locale.forLanguageTag(language));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> data(String kind, String language) throws IOException {
		try (InputStream sample = ContractDocumentsTests.class
			.getResourceAsStream("/templates/contracts/%s/sample-%s.json".formatted(kind, language))) {
			return new HashMap<>(JsonMapper.shared().readValue(sample, Map.class));
		}
	}

	static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			ValidationResult result = validator.validate(parser);
			assertThat(result.getTotalAssertions()).isPositive();
			return result.getTestAssertions()
				.stream()
				.filter((assertion) -> assertion.getStatus() == TestAssertion.Status.FAILED)
				.map((assertion) -> assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber()
						+ " " + assertion.getMessage())
				.distinct()
				.toList();
		}
	}

}
