package org.binome.gate;

/**
 * An override that isn't possible, in words for the person who asked for it.
 */
public class OverrideRefused extends RuntimeException {

	private final String french;

	OverrideRefused(String french, String english) {
		super(english);
		this.french = french;
	}

	public String text(String language) {
		return "fr".equals(language) ? this.french : getMessage();
	}

}
