package org.binome.process.model;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the variables of a FEEL expression: the names that are no keyword, no function,
 * no key of a context and no property of another variable.
 */
final class Feel {

	private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w)(?!\\s*[(:])");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");

	private static final Set<String> WORDS = Set.of("if", "then", "else", "and", "or", "not", "true", "false", "null",
			"is", "date", "time", "for", "in", "return", "some", "every", "satisfies", "between", "instance", "of",
			"item");

	private Feel() {
	}

	static Set<String> variables(String expression) {
		String code = expression.replaceFirst("^=", "").replaceAll("\"(\\\\.|[^\"])*\"", "\"\"");
		Set<String> names = new TreeSet<>();
		Matcher matcher = NAME.matcher(code);
		while (matcher.find()) {
			names.add(matcher.group());
		}
		names.removeAll(WORDS);
		return names;
	}

	/** The variables of a form's text: an expression, or a text with placeholders. */
	static Set<String> variablesOfTemplate(String text) {
		if (text.startsWith("=")) {
			return variables(text);
		}
		Set<String> names = new TreeSet<>();
		Matcher matcher = PLACEHOLDER.matcher(text);
		while (matcher.find()) {
			String code = matcher.group(1);
			if (!code.startsWith("/")) {
				names.addAll(variables(code.replaceFirst("^#(loop|if)\\s+", "")));
			}
		}
		return names;
	}

}
