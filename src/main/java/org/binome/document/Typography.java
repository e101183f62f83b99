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

	private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");

	private static final Pattern SPACE_BEFORE_HIGH = Pattern.compile("[ \\u00a0](?=[;!?])");

	private static final Pattern SPACE_BEFORE = Pattern.compile(" (?=[:»%€])");

	private static final Pattern SPACE_AFTER_OPENING = Pattern.compile("« ");

	private static final Pattern SPACE_AFTER_NUMBER = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");

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
		if (french) {
			result = SPACE_BEFORE_HIGH.matcher(result).replaceAll("\u202f");
			result = SPACE_BEFORE.matcher(result).replaceAll("\u00a0");
			result = SPACE_AFTER_OPENING.matcher(result).replaceAll("«\u00a0");
			result = SPACE_AFTER_NUMBER.matcher(result).replaceAll("\u202f");
		}
		return result;
	}

}
