package org.binome.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Sets what people type as a printer would: typographic apostrophes, and in French the
 * spaces that must not break.
 */
final class Typography {

	private static final Set<String> UNTOUCHED = Set.of("style", "title", "code");

	private static final String DIGITS = "0123456789";

	private static final List<Rule> BEFORE_QUOTES = List.of(new Rule("'", "'(?<=\\p{L}')", "\u2019"),
			new Rule(".", "\\.{3}(?!\\.)(?<!\\.{4})", "\u2026"));

	private static final Rule FRENCH_QUOTES = new Rule("\"", "\"([^\"\n]+)\"", "«\u00a0$1\u00a0»");

	private static final Rule QUOTES = new Rule("\"", "\"([^\"\n]+)\"", "\u201c$1\u201d");

	private static final List<Rule> FRENCH_SPACES = List.of(
			new Rule(";!?", "(?=[;!?]+(?:\\s|$))(?<=[\\p{L}\\p{N}»)])", "\u202f"),
			new Rule(":", "(?=:(?:\\s|$))(?<=[\\p{L}»)])", "\u00a0"),
			new Rule("»", "(?=»)(?<=[^\\s\\u00a0\\u202f])", "\u00a0"), new Rule(";!?", "[ \\u00a0](?=[;!?])", "\u202f"),
			new Rule(":»%€", " (?=[:»%€])", "\u00a0"), new Rule("«", "«[ \\u202f]?(?!\\u00a0)", "«\u00a0"),
			new Rule(DIGITS, " (?<=\\d )(?=\\d{3}(?!\\d))", "\u202f"));

	/** What a line shouldn't part: "12 mois", "article 4", "n° 2". */
	private static final List<Rule> UNPARTED = List.of(
			new Rule(DIGITS, " (?<=\\d )(?=(?:mois|jours?|ans?|heures?|months?|days?|years?|hours?|[A-Z]{3})\\b)",
					"\u00a0"),
			new Rule(DIGITS, "(?iu) (?=\\d)(?<=(?:\\b(?:articles?|annexes?|schedules?|révision|revision|no\\.)|n°) )",
					"\u00a0"));

	private static final List<Rule> FRENCH = Stream.of(BEFORE_QUOTES, List.of(FRENCH_QUOTES), FRENCH_SPACES, UNPARTED)
		.flatMap(List::stream)
		.toList();

	private static final List<Rule> OTHERS = Stream.of(BEFORE_QUOTES, List.of(QUOTES), UNPARTED)
		.flatMap(List::stream)
		.toList();

	private Typography() {
	}

	static void apply(Document document, Locale locale) {
		visit(document.getDocumentElement(), locale.getLanguage().equals("fr"));
	}

	private static void visit(Node node, boolean french) {
		if (node.getNodeType() == Node.TEXT_NODE) {
			node.setNodeValue(set(node.getNodeValue(), french));
		}
		else if (!UNTOUCHED.contains(node.getNodeName())) {
			for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
				visit(child, french);
			}
		}
	}

	static String set(String text, boolean french) {
		String result = text;
		for (Rule rule : french ? FRENCH : OTHERS) {
			result = rule.apply(result);
		}
		return result;
	}

	/**
	 * A change to a text. Its pattern begins with the character to change, not with what
	 * must stand before it, because a search tries it at every place.
	 *
	 * @param signs one of them is in each text that the rule changes
	 * @param pattern what to change
	 * @param replacement what to put there
	 */
	private record Rule(String signs, Pattern pattern, String replacement) {

		Rule(String signs, String pattern, String replacement) {
			this(signs, Pattern.compile(pattern), replacement);
		}

		String apply(String text) {
			return concerns(text) ? this.pattern.matcher(text).replaceAll(this.replacement) : text;
		}

		private boolean concerns(String text) {
			for (int index = 0; index < this.signs.length(); index++) {
				if (text.indexOf(this.signs.charAt(index)) >= 0) {
					return true;
				}
			}
			return false;
		}

	}

}
