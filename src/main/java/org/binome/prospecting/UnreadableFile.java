package org.binome.prospecting;

/**
 * A file can't be imported at all. Nothing of it was added.
 */
public class UnreadableFile extends RuntimeException {

	private final String french;

	UnreadableFile(String french, String english) {
		super(english);
		this.french = french;
	}

	/** What is wrong and how to clear it, in the language "fr" or "en". */
	public String reason(String language) {
		return "fr".equals(language) ? this.french : getMessage();
	}

}
