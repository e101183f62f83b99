package org.binome.document;

import java.util.List;
import java.util.Map;

import org.binome.document.Comparison.BlockChange;
import org.binome.document.Comparison.Change;
import org.binome.document.Comparison.ClauseChange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	@Test
	void showsWordsClauseByClause() {
		Comparison comparison = compare(
				article("a", "1. A", "The notice is sixty days.") + article("b", "2. B", "Gone."),
				article("a", "1. A", "The notice is ninety working days.") + article("c", "2. C", "New."));

		assertThat(comparison.clauses()).extracting((clause) -> clause.id() + " " + clause.change())
			.containsExactly("a CHANGED", "b REMOVED", "c ADDED");
		assertThat(comparison.clauses().getFirst().blocks().getLast().segments())
			.extracting((segment) -> segment.change() + " " + segment.text())
			.containsExactly("SAME The notice is ", "REMOVED sixty ", "ADDED ninety working ", "SAME days.");
		assertThat(comparison.changedClauses()).isEqualTo(3);
	}

	@Test
	void saysNothingOfTheSameText() {
		String text = article("a", "1. A", "One.", "Two.");

		assertThat(compare(text, text).unchanged()).isTrue();
	}

	@Test
	void oneMoreArticleOnlyRenumbersThoseThatFollow() {
		Comparison comparison = compare(
				article("a", "1. A", "First.") + article("b", "2. B", "<span class=\"n n3\">2.1</span> Second."),
				article("x", "1. X", "New words here.") + article("a", "2. A", "First.")
						+ article("b", "3. B", "<span class=\"n n3\">3.1</span> Second."));

		assertThat(comparison.clauses()).extracting((clause) -> clause.id() + " " + clause.change())
			.containsExactly("x ADDED", "a RENUMBERED", "b RENUMBERED");
		assertThat(comparison.changedClauses()).isEqualTo(1);
	}

	@Test
	void aNumberOfTheTextItselfIsAWord() {
		Comparison comparison = compare(article("a", "1. A", "2 workshops a year"),
				article("a", "1. A", "3 workshops a year"));

		assertThat(comparison.clauses()).singleElement()
			.satisfies((clause) -> assertThat(clause.change()).isEqualTo(Change.CHANGED));
	}

	@Test
	void findsAClauseThatMoved() {
		Comparison comparison = compare(
				article("a", "1. A", "First.") + article("b", "2. B", "Second.") + article("c", "3. C", "Third."),
				article("c", "1. C", "Third.") + article("a", "2. A", "First.") + article("b", "3. B", "Second."));

		assertThat(comparison.clauses()).extracting((clause) -> clause.id() + " " + clause.change())
			.containsExactly("c MOVED", "a RENUMBERED", "b RENUMBERED");
		ClauseChange moved = comparison.clauses().getFirst();
		assertThat(moved.formerTitle()).isEqualTo("3. C");
		assertThat(moved.formerlyAfter()).isEqualTo("b");
	}

	@Test
	void findsAParagraphThatMovedToAnotherClause() {
		String paragraph = "Each party keeps the secrets of the other for five years.";
		Comparison comparison = compare(article("a", "1. A", "Alpha stays.", paragraph) + article("b", "2. B", "Beta."),
				article("a", "1. A", "Alpha stays.") + article("b", "2. B", paragraph, "Beta."));

		assertThat(changes(comparison, "a")).containsExactly("SAME 1. A", "SAME Alpha stays.",
				"MOVED_AWAY " + paragraph + " (2. B)");
		assertThat(changes(comparison, "b")).containsExactly("SAME 2. B", "MOVED " + paragraph + " (1. A)",
				"SAME Beta.");
	}

	@Test
	void findsAParagraphThatMovedWithinItsClauseAndChanged() {
		String before = "Each party keeps the secrets of the other for five full years.";
		String after = "Each party keeps the secrets of the other for three full years.";
		Comparison comparison = compare(
				article("a", "1. A", before, "A long sentence stands between both of them here.",
						"And another long sentence that stays where it was."),
				article("a", "1. A", "A long sentence stands between both of them here.",
						"And another long sentence that stays where it was.", after));

		BlockChange moved = comparison.clauses().getFirst().blocks().getLast();
		assertThat(moved.change()).isEqualTo(Change.MOVED);
		assertThat(moved.segments()).extracting((segment) -> segment.change() + " " + segment.text())
			.contains("REMOVED five", "ADDED three");
	}

	@Test
	void readsEveryWordOfBothRevisionsFromTheComparison() throws Exception {
		TextOutline light = TextOutline
			.of(ContractDocumentsTests.html("marketing", "fr", Map.of("clauseProfile", "light")));
		TextOutline strict = TextOutline
			.of(ContractDocumentsTests.html("marketing", "fr", Map.of("clauseProfile", "strict")));

		Comparison comparison = Comparison.of(light, strict);

		for (ClauseChange clause : comparison.clauses()) {
			if (clause.change() == Change.CHANGED) {
				assertThat(words(clause, Change.REMOVED)).as("newer text of " + clause.id())
					.containsExactlyInAnyOrderElementsOf(text(strict, clause.id()));
				assertThat(words(clause, Change.ADDED)).as("older text of " + clause.id())
					.containsExactlyInAnyOrderElementsOf(text(light, clause.id()));
			}
		}
	}

	/** The blocks without the words of one kind. */
	private static List<String> words(ClauseChange clause, Change without) {
		Change block = (without == Change.REMOVED) ? Change.MOVED_AWAY : Change.MOVED;
		return clause.blocks()
			.stream()
			.filter((change) -> change.change() != without && change.change() != block)
			.map((change) -> change.segments()
				.stream()
				.filter((segment) -> segment.change() != without)
				.map(Comparison.Segment::text)
				.reduce("", String::concat))
			.toList();
	}

	private static List<String> text(TextOutline outline, String id) {
		return outline.clauses()
			.stream()
			.filter((clause) -> clause.id().equals(id))
			.flatMap((clause) -> java.util.stream.IntStream.range(0, clause.blocks().size())
				.mapToObj((index) -> clause.blocks().get(index).substring(clause.numbers().get(index).length())))
			.toList();
	}

	private static List<String> changes(Comparison comparison, String id) {
		return comparison.clauses()
			.stream()
			.filter((clause) -> clause.id().equals(id))
			.flatMap((clause) -> clause.blocks().stream())
			.map((block) -> block.change() + " " + block.number() + block.segments().getFirst().text()
					+ (block.place().isEmpty() ? "" : " (" + block.place() + ")"))
			.toList();
	}

	private static Comparison compare(String before, String after) {
		return Comparison.of(TextOutline.of(page(before)), TextOutline.of(page(after)));
	}

	static String article(String id, String title, String... paragraphs) {
		StringBuilder html = new StringBuilder("<div data-clause=\"" + id + "\"><h2>" + title + "</h2>");
		for (String paragraph : paragraphs) {
			html.append("<p>").append(paragraph).append("</p>");
		}
		return html.append("</div>").toString();
	}

	static String page(String body) {
		return "<html lang=\"en\"><head><title>T</title><style>body{font-family:'Source Serif'}</style></head><body>"
				+ body + "</body></html>";
	}

}
