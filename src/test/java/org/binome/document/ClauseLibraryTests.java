package org.binome.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.document.ClauseLibrary.Clause;
import org.binome.document.ClauseLibrary.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What clauses.yaml says of the clauses is what the templates do, in both languages.
 */
class ClauseLibraryTests {

	private static final ClauseLibrary LIBRARY = new ClauseLibrary();

	private static final List<String> STRICTNESSES = List.of("light", "standard", "strict");

	static Stream<String> kinds() {
		return LIBRARY.kinds().stream().map(Kind::id);
	}

	@Test
	void everyFileIsInTheLibraryAndEveryClauseInAFileAndAKind() throws Exception {
		Set<String> files = LIBRARY.clauses().stream().map(Clause::file).collect(Collectors.toSet());
		for (String language : List.of("fr", "en")) {
			Resource[] found = new PathMatchingResourcePatternResolver()
				.getResources("classpath:templates/clauses/" + language + "/*.ftlh");
			assertThat(Arrays.stream(found).map((file) -> file.getFilename().replace(".ftlh", "")))
				.containsExactlyInAnyOrderElementsOf(files);
		}
		assertThat(LIBRARY.kinds().stream().flatMap((kind) -> kind.clauses().stream()).collect(Collectors.toSet()))
			.containsExactlyInAnyOrderElementsOf(LIBRARY.clauses());
		Resource[] folders = new PathMatchingResourcePatternResolver()
			.getResources("classpath:templates/contracts/*/contract-fr.ftlh");
		assertThat(folders).hasSameSizeAs(LIBRARY.kinds());
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyKindHoldsItsClausesInBothLanguages(String id) throws Exception {
		Kind kind = LIBRARY.kind(id);
		for (String language : List.of("fr", "en")) {
			String html = ContractDocumentsTests.html(id, language, Map.of());
			Map<String, String> titles = titles(html);
			Set<String> expected = new LinkedHashSet<>(kind.own());
			kind.clauses().stream().map(Clause::id).forEach(expected::add);
			if (!html.contains("data-clause=\"commission\"")) {
				expected.remove("commission");
			}

			assertThat(titles.keySet()).containsExactlyInAnyOrderElementsOf(expected);
			assertThat(titles.keySet()).filteredOn((clause) -> kind.clauses().stream().anyMatch(is(clause)))
				.containsExactlyElementsOf(
						kind.clauses().stream().map(Clause::id).filter(titles.keySet()::contains).toList());
			for (Clause clause : kind.clauses()) {
				if (titles.containsKey(clause.id())) {
					assertThat(titles.get(clause.id())).as(clause.id()).endsWith(clause.titles().get(language));
				}
			}
			assertThat(html).contains("<title>" + kind.titles().get(language) + " –");
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void con03ObligationsAreTheSameInBothLanguages(String id) throws Exception {
		for (String strictness : STRICTNESSES) {
			Map<String, Object> profile = Map.of("clauseProfile", strictness);
			assertThat(obligations(ContractDocumentsTests.html(id, "en", profile))).as(id + " " + strictness)
				.isEqualTo(obligations(ContractDocumentsTests.html(id, "fr", profile)))
				.isNotEmpty();
		}
	}

	@Test
	void con07EveryClauseHasTheVariantsItDeclaresInBothLanguages() throws Exception {
		for (Kind kind : LIBRARY.kinds()) {
			for (String language : List.of("fr", "en")) {
				for (Clause clause : kind.clauses()) {
					Map<String, List<String>> groups = new LinkedHashMap<>();
					for (String strictness : STRICTNESSES) {
						String text = textOf(
								ContractDocumentsTests
									.html(kind.id(), language,
											Map.of("clauseVariants", Map.of(clause.id(), strictness), "commission",
													Map.of("percent", 5, "basis", "x", "paymentDays", 30))),
								clause.id());
						groups.computeIfAbsent(text, (key) -> new ArrayList<>()).add(strictness);
					}
					assertThat(new ArrayList<>(groups.values())).as(kind.id() + " " + language + " " + clause.id())
						.isEqualTo(clause.variants());
				}
			}
		}
	}

	@Test
	void con07AClauseThatDepartsFromTheProfileIsShownOnTheFirstPage() throws Exception {
		Map<String, Object> variants = Map.of("clauseProfile", "light", "clauseVariants",
				Map.of("liability", "strict", "law", "light"));

		assertThat(textOf(ContractDocumentsTests.html("marketing", "fr", variants), "summary"))
			.contains("Rigueur des clauses Légère ; stricte pour l’article « Responsabilité »")
			.doesNotContain("« Loi applicable");
		assertThat(textOf(ContractDocumentsTests.html("marketing", "en", variants), "summary"))
			.contains("Strictness Light; strict for the article “Liability”");
	}

	@Test
	void aVariantThatDoesNotExistIsRefused() {
		assertThatThrownBy(() -> ContractDocumentsTests.html("marketing", "fr",
				Map.of("clauseVariants", Map.of("liability", "severe"))))
			.isInstanceOf(TemplateFailure.class)
			.hasMessageContaining("liability")
			.hasMessageContaining("severe");
	}

	@Test
	void clausesReadOnlyDataThatTheSchemaDescribes() throws Exception {
		String schema = new ClassPathResource("templates/contracts/data.schema.json").getContentAsString(UTF_8);
		Set<String> described = JsonMapper.shared()
			.readTree(schema)
			.get("properties")
			.propertyNames()
			.stream()
			.collect(Collectors.toSet());
		for (Clause clause : LIBRARY.clauses()) {
			assertThat(described).as(clause.id()).containsAll(clause.data());
			if (!clause.when().isEmpty()) {
				assertThat(clause.data()).as(clause.id()).contains(clause.when());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "clauses: {}", "clauses: {a: {title: {fr: A}}}\nkinds: {}",
			"clauses: {a: {title: {fr: A, en: A}, variants: [light, strict]}}\nkinds: {}",
			"clauses: {a: {title: {fr: A, en: A}, variants: [light standard strict], requires: [b]}}\nkinds: {k: {title: {fr: K, en: K}, clauses: [a]}}",
			"clauses: {}\nkinds: {k: {title: {fr: K, en: K}, clauses: [missing]}}" })
	void aMistakeInTheLibraryIsNamed(String yaml) {
		assertThatThrownBy(() -> new ClauseLibrary(new Yaml().<Object>load(yaml)))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("clauses.yaml");
	}

	@Test
	void anUnknownKindIsRefused() {
		assertThatThrownBy(() -> LIBRARY.kind("merger")).hasMessageContaining("merger").hasMessageContaining("mou");
	}

	private static Predicate<Clause> is(String id) {
		return (clause) -> clause.id().equals(id);
	}

	private static Map<String, String> titles(String html) {
		Map<String, String> titles = new LinkedHashMap<>();
		NodeList elements = Xhtml.parse(html).getElementsByTagName("div");
		for (int index = 0; index < elements.getLength(); index++) {
			if (elements.item(index) instanceof Element element && element.hasAttribute("data-clause")) {
				assertThat(titles).doesNotContainKey(element.getAttribute("data-clause"));
				titles.put(element.getAttribute("data-clause"),
						element.getElementsByTagName("h2").item(0).getTextContent().strip());
			}
		}
		return titles;
	}

	private static Map<String, List<String>> obligations(String html) {
		Map<String, List<String>> sides = new HashMap<>();
		NodeList elements = Xhtml.parse(html).getElementsByTagName("*");
		String clause = "";
		for (int index = 0; index < elements.getLength(); index++) {
			if (elements.item(index) instanceof Element element) {
				clause = element.hasAttribute("data-clause") ? element.getAttribute("data-clause") : clause;
				if (element.hasAttribute("data-obliges")) {
					String side = element.getAttribute("data-obliges");
					assertThat(side).matches("all|(ours|partner|party-[0-9]+)( (ours|partner|party-[0-9]+))*");
					sides.computeIfAbsent(clause, (key) -> new ArrayList<>()).add(side);
				}
			}
		}
		return sides;
	}

	private static String textOf(String html, String clause) {
		return TextOutline.of(html)
			.clauses()
			.stream()
			.filter((candidate) -> candidate.id().equals(clause))
			.flatMap((candidate) -> candidate.blocks().stream())
			.collect(Collectors.joining("\n"));
	}

}
