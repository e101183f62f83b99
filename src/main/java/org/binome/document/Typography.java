package org.binome.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Sets what people type as a printer would: typographic apostrophes, and in French the
 * spaces that must not break.
 */
final class Typography {

	private static final Set<String> UNTOUCHED = Set.of("style", "title", "code");

	private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'");

	private static final Pattern ELLIPSIS = Pattern.compile("(?<!\\.)\\.{3}(?!\\.)");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"\n]+)\"");

	private static final Pattern NO_SPACE_BEFORE_HIGH = Pattern.compile("(?<=[\\p{L}\\p{N}»)])(?=[;!?]+(?:\\s|$))");

	private static final Pattern NO_SPACE_BEFORE_COLON = Pattern.compile("(?<=[\\p{L}»)])(?=:(?:\\s|$))");

	private static final Pattern SPACE_BEFORE_HIGH = Pattern.compile("[ \\u00a0](?=[;!?])");

	private static final Pattern SPACE_BEFORE = Pattern.compile(" (?=[:»%€])");

	private static final Pattern SPACE_AFTER_OPENING = Pattern.compile("«[ \\u202f]?(?!\\u00a0)");

	private static final Pattern NO_SPACE_BEFORE_CLOSING = Pattern.compile("(?<=[^\\s\\u00a0\\u202f])(?=»)");

	private static final Pattern SPACE_AFTER_NUMBER = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");

	/** What a line shouldn't part: "12 mois", "article 4", "n° 2". */
	private static final Pattern UNIT = Pattern
		.compile("(?<=\\d) (?=(?:mois|jours?|ans?|heures?|months?|days?|years?|hours?|[A-Z]{3})\\b)");

	private static final Pattern NUMBERED = Pattern
		.compile("(?iu)(?<=\\b(?:articles?|annexes?|schedules?|révision|revision|no\\.)|n°) (?=\\d)");

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
		String result = APOSTROPHE.matcher(text).replaceAll("\u2019");
		result = ELLIPSIS.matcher(result).replaceAll("\u2026");
		result = QUOTED.matcher(result).replaceAll(french ? "«\u00a0$1\u00a0»" : "\u201c$1\u201d");
		if (french) {
			result = NO_SPACE_BEFORE_HIGH.matcher(result).replaceAll("\u202f");
			result = NO_SPACE_BEFORE_COLON.matcher(result).replaceAll("\u00a0");
			result = NO_SPACE_BEFORE_CLOSING.matcher(result).replaceAll("\u00a0");
			result = SPACE_BEFORE_HIGH.matcher(result).replaceAll("\u202f");
			result = SPACE_BEFORE.matcher(result).replaceAll("\u00a0");
			result = SPACE_AFTER_OPENING.matcher(result).replaceAll("«\u00a0");
			result = SPACE_AFTER_NUMBER.matcher(result).replaceAll("\u202f");
		}
		result = UNIT.matcher(result).replaceAll("\u00a0");
		return NUMBERED.matcher(result).replaceAll("\u00a0");
	}

}
