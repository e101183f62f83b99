package org.binome.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import static org.assertj.core.api.Assertions.assertThat;

class RedlineTests {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private static final String TITLE = "Comparison of revision 1 with revision 2";

	private final Redline redline = new Redline(new Printer());

	@BeforeAll
	static void prepareValidator() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	@ParameterizedTest
	@CsvSource({ "marketing,fr,light,strict", "marketing,en,standard,light", "reseller,en,light,strict" })
	void con02ARedlineIsItselfArchivableAndAccessible(String kind, String language, String before, String after)
			throws Exception {
		String older = ContractDocumentsTests.html(kind, language, Map.of("clauseProfile", before));
		String newer = ContractDocumentsTests.html(kind, language, Map.of("clauseProfile", after, "revision", 2,
				"scope", List.of(Map.of("territory", "Suisse", "products", "Carnets", "sectors", "Musées"))));

		byte[] pdf = this.redline.print(older, newer, TITLE, CREATED);

		Files.write(Files.createDirectories(Path.of("target", "documents"))
			.resolve("redline-%s-%s-%s-%s.pdf".formatted(kind, language, before, after)), pdf);
		assertThat(ContractDocumentsTests.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(ContractDocumentsTests.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
		assertThat(new PdfPages().read(pdf).getFirst().text()).contains(TITLE);
	}

	@Test
	void marksAddedAndRemovedWordsWithoutColour() {
		String text = text(
				ComparisonTests.article("a", "1. A", "The notice is <strong>sixty</strong> days.", "Gone now."),
				ComparisonTests.article("a", "1. A", "The notice is <strong>ninety working</strong> days.",
						"Something else entirely different."));

		assertThat(text).contains("The notice is [– sixty] [+ ninety working] days.", "[– Gone now.]",
				"[+ Something else entirely different.]");
	}

	@Test
	void showsRemovedRowsItemsAndClausesWhereTheyStood() {
		String before = ComparisonTests.article("a", "1. A", "Stays.")
				+ "<div data-clause=\"t\"><h2>2. T</h2><ul><li>one thing</li><li>other matter</li></ul>"
				+ "<table><tbody><tr><td>x</td><td>y</td></tr><tr><td>u</td><td>v</td></tr></tbody></table></div>"
				+ ComparisonTests.article("b", "3. B", "Removed clause.")
				+ ComparisonTests.article("c", "4. C", "End.");
		String after = ComparisonTests.article("a", "1. A", "Stays.")
				+ "<div data-clause=\"t\"><h2>2. T</h2><ul><li>one thing</li></ul>"
				+ "<table><tbody><tr><td>x</td><td>y</td></tr></tbody></table></div>"
				+ ComparisonTests.article("c", "3. C", "End.");

		assertThat(text(before, after).lines()
			.filter((line) -> line.matches("\\d\\. .*|\\[– .*|one.*|x.*|End.*|Stays.*"))
			.map(String::strip)).containsSubsequence("1. A", "Stays.", "2. T", "one thing", "[– other matter]", "x y",
					"[– u v]", "[– 3. B]", "[– Removed clause.]", "3. C", "End.");
	}

	@Test
	void saysWhereWhatMovedCameFromAndWentTo() {
		String paragraph = "Each party keeps the secrets of the other for five years.";
		String text = text(ComparisonTests.article("a", "1. A", "Alpha stays.", paragraph)
				+ ComparisonTests.article("b", "2. B", "Beta.") + ComparisonTests.article("c", "3. C", "Gamma."),
				ComparisonTests.article("c", "1. C", "Gamma.") + ComparisonTests.article("a", "2. A", "Alpha stays.")
						+ ComparisonTests.article("b", "3. B", paragraph, "Beta."));

		assertThat(text).contains("[– moved to “3. B”: " + paragraph + "]", "[moved from “1. A”] " + paragraph,
				"[Clause moved; it was “3. C”]", "[Here stood “3. C”; see “1. C”]");
	}

	@Test
	void holdsEveryWordOfTheNewerText() throws Exception {
		String older = ContractDocumentsTests.html("reseller", "fr", Map.of("clauseProfile", "strict"));
		String newer = ContractDocumentsTests.html("reseller", "fr", Map.of("clauseProfile", "light"));

		String marked = Redline.mark(older, newer, TITLE)
			.replaceAll("(?s)<del>.*?</del>", "")
			.replaceAll("(?s)<span class=\"mark\">.*?</span>", "")
			.replaceAll("(?s)<div class=\"legend-box\">.*?</div>", "");

		assertThat(squeezed(TextOutline.of(marked).text())).isEqualTo(squeezed(TextOutline.of(newer).text()));
	}

	private static String squeezed(String text) {
		return text.lines().map(String::strip).collect(Collectors.joining()).replaceAll("\\s+", "");
	}

	private static String text(String before, String after) {
		return TextOutline.of(Redline.mark(ComparisonTests.page(before), ComparisonTests.page(after), TITLE)).text();
	}

}
