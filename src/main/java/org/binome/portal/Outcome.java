package org.binome.portal;

import java.util.Map;

/**
 * What became of a partner's answer.
 */
public sealed interface Outcome {

	/** The answer is stored; these words thank for it. */
	static Outcome accepted(String french, String english) {
		return new Accepted(french, english);
	}

	/**
	 * Something must be entered otherwise.
	 * @param errors a text in the page's language by name of the field
	 */
	static Outcome rejected(Map<String, String> errors) {
		return new Rejected(errors);
	}

	/**
	 * The same page goes on.
	 * @param session stands for the person from now on; empty to keep the one there is
	 */
	static Outcome goesOn(String session) {
		return new GoesOn(session);
	}

	/** A step on the way to the answer. */
	record GoesOn(String session) implements Outcome {
	}

	/** Stored. */
	record Accepted(String french, String english) implements Outcome {

		public String text(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

	/** Not stored. */
	record Rejected(Map<String, String> errors) implements Outcome {

		public Rejected {
			errors = Map.copyOf(errors);
			if (errors.isEmpty()) {
				throw new IllegalArgumentException("An answer can't be rejected without an error");
			}
		}

	}

}
