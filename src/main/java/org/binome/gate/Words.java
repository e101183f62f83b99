package org.binome.gate;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a text that says something from one that only fills a field: different words
 * count, not characters.
 */
final class Words {

	private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private Words() {
	}

	/** Whether the text has at least so many different words of two letters or more. */
	static boolean atLeast(int number, String text) {
		return text != null && NO_LETTERS.splitAsStream(text.toLowerCase(Locale.ROOT))
			.filter((word) -> word.codePoints().filter(Character::isLetter).distinct().count() > 1)
			.distinct()
			.count() >= number;
	}

	static boolean blank(String text) {
		return text == null || text.isBlank();
	}

}
