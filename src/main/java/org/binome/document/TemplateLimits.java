package org.binome.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;

/**
 * What a template may not even try: a single step that makes very much of very little
 * can't be stopped once it runs, so a template is read through before.
 */
final class TemplateLimits {

	/** What templates may do with a value. None makes much of little. */
	private static final Set<String> BUILT_INS = Set.of("abs", "boolean", "c", "cap_first", "capitalize", "ceiling",
			"cn", "contains", "counter", "date", "datetime", "default", "ends_with", "esc", "exists", "first", "floor",
			"has_content", "has_next", "html", "if_exists", "index", "index_of", "int", "is_boolean", "is_even_item",
			"is_first", "is_hash", "is_last", "is_number", "is_odd_item", "is_sequence", "is_string", "item_cycle",
			"item_parity", "join", "keys", "last", "last_index_of", "length", "lower_case", "max", "min", "no_esc",
			"reverse", "round", "seq_contains", "seq_index_of", "size", "sort", "sort_by", "split", "starts_with",
			"string", "substring", "switch", "then", "time", "trim", "truncate", "uncap_first", "upper_case", "url",
			"values");

	private static final Pattern BUILT_IN = Pattern.compile("\\?([a-zA-Z_]+)");

	/** Three dots are an ellipsis. */
	private static final Pattern RANGE = Pattern.compile("(?<!\\.)\\.\\.(?!\\.)");

	private static final Pattern ALL_VARIABLES = Pattern
		.compile("(?<![\\w.])\\.(?:vars|globals|locals|main|namespace|data_model|dataModel)\\b");

	private static final Pattern ASSIGNMENT = Pattern.compile("<#(assign|local|global) ");

	private static final Pattern VARIABLE = Pattern.compile("([\\p{L}_$@][\\p{L}\\p{N}_$@]*)(\\s*[-+*/%]?=(?!=))?");

	/** How often a loop is thought to run. */
	private static final int ROUNDS = 30;

	/** In characters. */
	private static final long LONGEST_VALUE = 20_000_000;

	private TemplateLimits() {
	}

	/**
	 * Reads a template as the engine has understood it, which leaves no odd spelling.
	 * @param source as it was written
	 * @throws ParseException with the place and what can't be done there
	 */
	static void check(Template template, String source) throws ParseException {
		String text = template.toString();
		Set<String> all = template.getConfiguration()
			.getSupportedBuiltInNames(Configuration.AUTO_DETECT_NAMING_CONVENTION);
		Matcher builtIn = BUILT_IN.matcher(text);
		while (builtIn.find()) {
			String name = builtIn.group(1);
			if (all.contains(name) && !BUILT_INS.contains(name)) {
				throw refused("?" + name + " can't be used in a template of documents", template, source,
						Pattern.compile("\\?\\s*" + name));
			}
		}
		if (RANGE.matcher(text).find()) {
			throw refused("a range such as 1..9 can't be used in a template of documents", template, source, RANGE);
		}
		if (ALL_VARIABLES.matcher(text).find()) {
			throw refused("variables can only be used by their names", template, source, ALL_VARIABLES);
		}
		String grown = grown(text);
		if (grown != null) {
			throw refused(grown + " is made of itself again and again, which could fill the memory", template, source,
					Pattern.compile("(?:assign|local|global)\\s+" + Pattern.quote(grown) + "\\b"));
		}
	}

	/**
	 * Adds up how long the variables get when every value is as long as what it is made
	 * of. One that is appended to grows by as much each time; one that is doubled has no
	 * end.
	 * @return its name, or null
	 */
	private static String grown(String text) {
		Map<String, Long> lengths = new HashMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			BinaryOperator<Long> replacement = (round == 0) ? (before, now) -> now : Math::max;
			Matcher assignment = ASSIGNMENT.matcher(text);
			while (assignment.find()) {
				String value = value(text, assignment);
				long length = value.length();
				for (Matcher variable = VARIABLE.matcher(value); variable.find();) {
					boolean replaced = variable.group(2) != null && variable.group(2).strip().equals("=");
					length += replaced ? 0 : lengths.getOrDefault(variable.group(1), 0L);
				}
				for (Matcher variable = VARIABLE.matcher(value); variable.find();) {
					if (variable.group(2) != null || variable.start() == 0) {
						lengths.merge(variable.group(1), length, replacement);
					}
				}
				if (length > LONGEST_VALUE) {
					return assigned(value);
				}
			}
		}
		return null;
	}

	private static String assigned(String value) {
		Matcher variable = VARIABLE.matcher(value);
		return variable.find() ? variable.group(1) : "";
	}

	/**
	 * What stands in the tag or, when it has no value, up to the end of what it holds.
	 */
	private static String value(String text, Matcher assignment) {
		int end = endOfTag(text, assignment.end());
		String tag = text.substring(assignment.end(), end);
		boolean holds = !tag.contains("=") && !tag.contains("++") && !tag.contains("--");
		int close = text.lastIndexOf("</#" + assignment.group(1) + ">");
		return (holds && close > end) ? tag + text.substring(end, close) : tag;
	}

	private static int endOfTag(String text, int from) {
		int depth = 0;
		char quote = 0;
		for (int index = from; index < text.length(); index++) {
			char character = text.charAt(index);
			if (quote != 0) {
				index += (character == '\\') ? 1 : 0;
				quote = (character == quote) ? 0 : quote;
			}
			else if (character == '"' || character == '\'') {
				quote = character;
			}
			else if (character == '>' && depth == 0) {
				return index;
			}
			else {
				depth += ("([{".indexOf(character) >= 0) ? 1 : (")]}".indexOf(character) >= 0) ? -1 : 0;
			}
		}
		return text.length();
	}

	private static ParseException refused(String problem, Template template, String source, Pattern cause) {
		Matcher place = cause.matcher(source);
		int at = place.find() ? place.start() : -1;
		int line = (at < 0) ? 0
				: (int) source.substring(0, at).chars().filter((character) -> character == '\n').count() + 1;
		int column = (at < 0) ? 0 : at - source.lastIndexOf('\n', at);
		return new ParseException(problem, template, line, column, line, column);
	}

}
