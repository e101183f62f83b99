package org.binome.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every contract, in every language and strictness, as a lawyer would receive it: plain
 * first page (CON-02), obligations per side (CON-03), strictness (CON-07), scope
 * (CON-09), the warning of French law (CON-10), two parties or more (CON-12), figures in
 * a memorandum (QUA-14).
 */
class ContractDocumentsTests {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private static final List<String> KINDS = List.of("handshake", "mou", "marketing", "reseller", "referral",
			"amendment");

	private static final List<String> LANGUAGES = List.of("fr", "en");

	private static final List<String> TABLE_HEADS = List.of("Territoire Produits Secteurs",
			"Territory Products Sectors", "Objectif Cible Échéance Point de comparaison",
			"Objective Target Due Benchmark", "Point Avant Après", "Point Before After", "Partie Apporte Reçoit",
			"Party Gives Receives", "Pour Signataire Date et signature", "For Signatory Date and signature");

	private static final Templates TEMPLATES = new Templates();

	private static final Printer PRINTER = new Printer();

	@BeforeAll
	static void prepareValidator() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	static Stream<Arguments> documents() {
		Map<String, List<Integer>> pages = Map.of("handshake", List.of(1, 1), "mou", List.of(4, 6), "marketing",
				List.of(4, 6), "reseller", List.of(5, 8), "referral", List.of(5, 8), "amendment", List.of(3, 3));
		List<Arguments> documents = new ArrayList<>();
		for (String kind : KINDS) {
			for (String language : LANGUAGES) {
				for (String profile : List.of("light", "standard", "strict")) {
					documents.add(Arguments.of(kind, language, profile, pages.get(kind)));
				}
			}
		}
		for (String language : LANGUAGES) {
			documents.add(Arguments.of("marketing", "three-" + language, "standard", List.of(4, 7)));
			documents.add(Arguments.of("referral", "three-" + language, "strict", List.of(5, 9)));
		}
		return documents.stream();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void con02EveryContractPrintsWholeArchivableAndAccessible(String kind, String sample, String profile,
			List<Integer> length) throws Exception {
		String html = html(kind, sample, Map.of("clauseProfile", profile, "clauseVariants", Map.of()));

		byte[] pdf = PRINTER.print(html, CREATED, attachments());

		keep(pdf, "%s-%s-%s.pdf".formatted(kind, sample, profile));
		assertThat(RoundTrip.squeeze(StrippedText.of(pdf)))
			.isEqualTo(RoundTrip.squeeze(TextOutline.of(set(html)).text()));
		assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
		List<PdfPages.Page> pages = new PdfPages().read(pdf);
		assertThat(pages).hasSizeBetween(length.getFirst(), length.getLast());
		assertWellSet(pages, TextOutline.of(html), sample.endsWith("fr"));
		assertThat(pages.getFirst().text()).contains(summary(kind, sample.endsWith("fr")))
			.contains(sample.endsWith("fr") ? "avocat" : "lawyer");
		assertThat(html).doesNotContain("class=\"missing\"");
	}

	private static String summary(String kind, boolean french) {
		if (kind.equals("handshake")) {
			return french ? "Ce que chacun apporte et reçoit" : "What each of us gives and receives";
		}
		return french ? "L’essentiel" : "In short";
	}

	/**
	 * No line ends in an apostrophe, no heading at the foot of a page, no signature block
	 * on a page of its own; the words come in reading order.
	 */
	private static void assertWellSet(List<PdfPages.Page> pages, TextOutline outline, boolean french) {
		Set<String> headings = outline.clauses()
			.stream()
			.map((clause) -> plain(clause.title()))
			.filter((title) -> !title.isEmpty())
			.collect(Collectors.toSet());
		Set<String> tableHeads = TABLE_HEADS.stream().map(ContractDocumentsTests::plain).collect(Collectors.toSet());
		for (PdfPages.Page page : pages) {
			List<String> lines = page.lines().stream().map(PdfPages.Line::text).map(String::strip).toList();
			List<String> body = lines.stream().filter((line) -> !line.isEmpty()).toList();
			assertThat(body).noneMatch((line) -> line.endsWith("’") || line.endsWith("«") || line.startsWith("»"));
			if (french) {
				assertThat(body).noneMatch((line) -> line.matches("[;:!?].*"));
			}
			assertThat(body).as("page %d", page.number()).hasSizeGreaterThan(3);
			assertThat(plain(body.getLast())).isNotIn(headings).isNotIn(tableHeads);
			assertThat(words(textBetweenHeadAndFoot(page))).as("page %d: no word is broken", page.number())
				.isSubsetOf(words(outline.text()));
			int signatures = body.indexOf("Signatures");
			if (signatures >= 0) {
				assertThat(body.subList(1, signatures)).hasSizeGreaterThan(1);
			}
		}
		String printed = plain(pages.stream().map(PdfPages.Page::text).collect(Collectors.joining(" ")));
		int position = 0;
		for (String heading : outline.clauses().stream().map((clause) -> plain(clause.title())).toList()) {
			int found = printed.indexOf(heading, position);
			assertThat(found).as(heading).isNotNegative();
			position = found;
		}
	}

	/** What stands between the narrowest margins there are, of 21 and 18 millimetres. */
	private static String textBetweenHeadAndFoot(PdfPages.Page page) {
		return page.lines()
			.stream()
			.filter((line) -> line.y() > 59 && line.y() < page.height() - 51)
			.map(PdfPages.Line::text)
			.collect(Collectors.joining(" "));
	}

	/** Words and figures, of which a line may end between two. */
	private static Set<String> words(String text) {
		return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).collect(Collectors.toSet());
	}

	private static String plain(String text) {
		return text.replaceAll("[\\s\\u00a0\\u202f]+", "").replace('\'', '’');
	}

	static Stream<Arguments> kindsAndLanguages() {
		return KINDS.stream().flatMap((kind) -> LANGUAGES.stream().map((language) -> Arguments.of(kind, language)));
	}

	@ParameterizedTest
	@MethodSource("kindsAndLanguages")
	void sameInputGivesSameBytes(String kind, String language) throws Exception {
		String html = html(kind, language, Map.of());

		assertThat(new Printer().print(html, CREATED, attachments()))
			.isEqualTo(PRINTER.print(html, CREATED, attachments()));
	}

	/** Nothing is hyphenated: lines end where words do, in the narrowest column too. */
	@ParameterizedTest
	@MethodSource("kindsAndLanguages")
	void noLongWordIsBroken(String kind, String language) throws Exception {
		for (String word : List.of("institutionnalisation", "professionnalisation", "approvisionnements",
				"telecommunications", "internationalization", "interchangeability")) {
			Map<String, Object> data = data(kind, language);
			List<Object> parties = new ArrayList<>();
			for (Object party : (List<?>) data.get("parties")) {
				parties.add(with(party, Map.of("contribution", List.of(word, word), "benefit", List.of(word, word),
						"signatory", word, "signatoryTitle", word)));
			}
			List<Object> objectives = new ArrayList<>();
			for (Object objective : (List<?>) data.get("objectives")) {
				objectives
					.add(with(objective, Map.of("name", word, "unit", word, "benchmark", word, "dueOn", "2027-09-30")));
			}
			Map<String, Object> longWords = new HashMap<>(Map.of("parties", parties, "objectives", objectives, "scope",
					List.of(Map.of("territory", word, "products", List.of(word, word), "sectors", word))));
			if (data.containsKey("changes")) {
				longWords.put("changes", List.of(Map.of("what", word, "before", word, "after", word)));
			}

			byte[] pdf = PRINTER.print(html(kind, language, longWords), CREATED);

			String text = new PdfPages().read(pdf).stream().map(PdfPages.Page::text).collect(Collectors.joining(" "));
			assertThat(count(text, word)).as(word).isEqualTo(count(RoundTrip.squeeze(text), word)).isPositive();
			assertThat(count(text, "2027")).isEqualTo(count(RoundTrip.squeeze(text), "2027"));
		}
	}

	private static Map<String, Object> with(Object entry, Map<String, Object> changes) {
		@SuppressWarnings("unchecked")
		Map<String, Object> changed = new HashMap<>((Map<String, Object>) entry);
		changed.putAll(changes);
		return changed;
	}

	private static int count(String text, String word) {
		return text.split(word, -1).length - 1;
	}

	@ParameterizedTest
	@CsvSource({ "fr, light", "fr, strict", "en, light", "en, strict" })
	void con12ANoteForFourStaysOnOnePage(String language, String profile) throws Exception {
		List<Object> parties = new ArrayList<>((List<?>) data("handshake", language).get("parties"));
		List<?> three = (List<?>) data("marketing", "three-" + language).get("parties");
		parties.addAll(List.of(three.get(2),
				with(three.get(2), Map.of("side", "party-4", "name", "Cartonnages du Midi SAS"))));

		byte[] pdf = PRINTER.print(html("handshake", language, Map.of("parties", parties, "clauseProfile", profile)),
				CREATED);

		keep(pdf, "handshake-%s-%s-four.pdf".formatted(language, profile));
		assertThat(new PdfPages().read(pdf)).hasSize(1);
		assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("kindsAndLanguages")
	void con12WordingFitsTwoPartiesAndThree(String kind, String language) throws Exception {
		Map<String, Object> data = data(kind, language);
		String two = TextOutline.of(html(kind, language, Map.of())).text().toLowerCase(Locale.ROOT);
		List<Object> parties = new ArrayList<>((List<?>) data.get("parties"));
		parties.add(((List<?>) data("marketing", "three-" + language).get("parties")).get(2));
		String third = "Imprimerie des Quais SA";
		String html = html(kind, language, Map.of("parties", parties));
		String three = TextOutline.of(html).text();

		byte[] pdf = PRINTER.print(html, CREATED);
		keep(pdf, "%s-%s-with-third.pdf".formatted(kind, language));
		List<PdfPages.Page> pages = new PdfPages().read(pdf);
		assertWellSet(pages, TextOutline.of(html), language.equals("fr"));
		if (kind.equals("handshake")) {
			assertThat(pages).hasSize(1);
		}
		assertThat(two).doesNotContain("all parties accepted", "the other parties", "les autres parties",
				"aux autres parties", "des autres parties");
		assertThat(three.toLowerCase(Locale.ROOT)).doesNotContain("both", "the other party", "les deux parties",
				"l’autre partie", "deux parties", "l’un de l’autre");
		TextOutline outline = TextOutline.of(html);
		for (String clause : kind.equals("handshake") ? List.of("parties", "contributions", "signatures")
				: List.of("parties", "summary", "signatures")) {
			assertThat(outline.clauses()).filteredOn((candidate) -> candidate.id().equals(clause))
				.flatExtracting(TextOutline.Clause::blocks)
				.anyMatch((block) -> block.contains(third));
		}
		if (!kind.equals("amendment")) {
			assertThat(html).contains("data-obliges=\"all\"");
		}
	}

	@ParameterizedTest
	@CsvSource({ "fr,QUA-14 : un protocole", "en,QUA-14: a memorandum" })
	void qua14AMemorandumNeedsAQuantifiedObjective(String language, String message) throws Exception {
		Map<String, Object> vague = new HashMap<>(Map.of("name", "Grow", "unit", "", "dueOn", "", "benchmark", ""));
		vague.put("target", null);
		Map<String, Object> undated = Map.of("name", "Grow", "target", 10, "unit", "%", "dueOn", "", "benchmark", "");

		for (List<Object> objectives : List.of(List.of(), List.<Object>of(vague), List.<Object>of(undated))) {
			assertThatThrownBy(() -> html("mou", language, Map.of("objectives", objectives)))
				.isInstanceOfSatisfying(TemplateFailure.class,
						(failure) -> assertThat(failure.template())
							.isEqualTo("contracts/mou/contract-%s.ftlh".formatted(language)))
				.hasMessageContaining(message);
		}
	}

	@ParameterizedTest
	@CsvSource({ "fr,ce protocole peut engager", "en,this memorandum may bind you" })
	void con10FrenchLawCallsForAWarning(String language, String warning) throws Exception {
		assertThat(html("mou", language, Map.of())).contains(warning);
		assertThat(html("mou", language, Map.of("governingLaw", "BE"))).doesNotContain(warning);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void anAmendmentNamesWhatItChangesAndRefusesToChangeNothing(String language) throws Exception {
		String text = TextOutline.of(html("amendment", language, Map.of())).text();

		assertThat(text).contains("BIN-2026-0042-M").contains("3f1c9a7e5b0d2468");
		assertThatThrownBy(() -> html("amendment", language, Map.of("changes", List.of())))
			.isInstanceOf(TemplateFailure.class);
		assertThatThrownBy(() -> html("amendment", language, Map.of("amends", Map.of())))
			.isInstanceOf(TemplateFailure.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void optionalDataIsPrintedWhenThereIsAny(String language) throws Exception {
		Map<String, Object> plain = new HashMap<>();
		for (String name : List.of("commission", "frontiers", "clauseVariants")) {
			plain.put(name, null);
		}
		String without = TextOutline.of(html("reseller", language, plain)).text();
		String with = TextOutline.of(html("reseller", language, Map.of())).text();

		assertThat(with).contains(language.equals("fr") ? "une commission de 4 %" : "a commission of 4%")
			.contains(language.equals("fr") ? "musées nationaux belges" : "Belgian national museums")
			.contains(language.equals("fr") ? "places de marché en ligne" : "online marketplaces")
			.contains(language.equals("fr") ? "Son fichier de clients" : "Its customer file");
		assertThat(without).doesNotContain("ommission").doesNotContain("elgian national").doesNotContain("nationaux");
	}

	@Test
	void referencesPointForwardAndBrokenOnesNameTheirPlace() throws Exception {
		String html = html("marketing", "fr", Map.of("clauseProfile", "strict"));
		TextOutline outline = TextOutline.of(html);
		String term = outline.clauses()
			.stream()
			.filter((clause) -> clause.id().equals("term"))
			.findFirst()
			.orElseThrow()
			.title()
			.split("\\.")[0];

		assertThat(outline.text()).contains("dans les conditions de l’article " + term + ".")
			.contains("objectifs chiffrés de l’annexe 2.");
		StringTemplateLoader broken = new StringTemplateLoader();
		broken.putTemplate("broken.ftlh", """
				<#import "/shared/contract.ftlh" as c>
				<@c.document title="T">
				<@c.article id="a" title="A"><@c.clause>See article ${c.ref("nowhere")}.</@c.clause></@c.article>
				</@c.document>""");
		Templates templates = new Templates(
				new MultiTemplateLoader(
						new TemplateLoader[] { broken, new ClassTemplateLoader(Templates.class, "/templates") }),
				Duration.ofSeconds(10));
		assertThatThrownBy(() -> templates.render("broken.ftlh", data("marketing", "en"), Locale.UK))
			.isInstanceOfSatisfying(TemplateFailure.class, (failure) -> {
				assertThat(failure.template()).isEqualTo("broken.ftlh");
				assertThat(failure.line()).isEqualTo(3);
			})
			.hasMessageContaining("nowhere");
	}

	@Test
	void aHouseStyleIsChosenByName() throws Exception {
		String plain = html("marketing", "fr", Map.of());
		Templates branded = new Templates("terracotta");
		String styled = branded.render("contracts/marketing/contract-fr.ftlh", data("marketing", "fr"), Locale.FRENCH);

		byte[] pdf = PRINTER.print(styled, CREATED);

		keep(pdf, "marketing-fr-terracotta.pdf");
		assertThat(failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
		assertThat(TextOutline.of(styled)).isEqualTo(TextOutline.of(plain));
		assertThat(pdf).isNotEqualTo(PRINTER.print(plain, CREATED));
		assertThatThrownBy(() -> new Templates("nowhere")).hasMessageContaining("templates/brands/nowhere.css");
		assertThatThrownBy(() -> new Templates("../shared/contract")).hasMessageContaining("binome.company.brand");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0|EUR|zéro euro|zero euros
			100|EUR|un euro|one euro
			150|EUR|un euro et cinquante centimes|one euro and fifty cents
			101|EUR|un euro et un centime|one euro and one cent
			8000|EUR|quatre-vingts euros|eighty euros
			20000|EUR|deux cents euros|two hundred euros
			6000000|EUR|soixante mille euros|sixty thousand euros
			8000000|EUR|quatre-vingt mille euros|eighty thousand euros
			100000000|EUR|un million d’euros|one million euros
			120000000|EUR|un million deux cent mille euros|one million two hundred thousand euros
			300000000|CHF|trois millions de francs suisses|three million Swiss francs
			100000000000|EUR|un milliard d’euros|one billion euros
			5000|JPY|cinq mille yens japonais|five thousand Japanese yen
			""")
	void amountsAreSpelledOut(long minor, String currency, String french, String english) {
		assertThat(Wording.words(minor, currency, Locale.FRENCH)).isEqualTo(french);
		assertThat(Wording.words(minor, currency, Locale.UK)).isEqualTo(english);
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

	@Test
	void noPageStaysEmptyHoweverLongASchedule() throws Exception {
		for (int objectives = 3; objectives <= 20; objectives++) {
			byte[] pdf = new LongContract(TEMPLATES, PRINTER, objectives).drawUp();

			assertThat(new PdfPages().read(pdf)).as("%d objectives", objectives)
				.allMatch((page) -> page.lines().size() > 5);
		}
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

	static String html(String kind, String sample, Map<String, Object> changes) throws IOException {
		Map<String, Object> data = data(kind, sample);
		data.putAll(changes);
		String language = data.get("language").toString();
		return TEMPLATES.render("contracts/%s/contract-%s.ftlh".formatted(kind, language), data,
				Locale.forLanguageTag(language));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> data(String kind, String sample) throws IOException {
		try (InputStream file = ContractDocumentsTests.class
			.getResourceAsStream("/templates/contracts/%s/sample-%s.json".formatted(kind, sample))) {
			return new HashMap<>(JsonMapper.shared().readValue(file, Map.class));
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
