package org.binome.portal;

import org.springframework.util.MultiValueMap;

/**
 * Reads texts from a posted form.
 */
final class Entries {

	private static final int LONGEST = 4000;

	private Entries() {
	}

	/**
	 * The text of a field without what the database can't keep, at most 4000 characters;
	 * empty when absent.
	 */
	static String text(MultiValueMap<String, String> form, String field) {
		String value = form.getFirst(field);
		if (value == null) {
			return "";
		}
		String text = value.replace("\u0000", "").strip();
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
