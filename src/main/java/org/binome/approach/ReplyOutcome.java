package org.binome.approach;

import java.util.Locale;

/**
 * What became of a message.
 */
public enum ReplyOutcome {

	INTERESTED("intéressé", "interested"), NOT_NOW("pas maintenant", "not now"), NO("non", "no"),

	/** The person asks not to be contacted again; honoured for ever. */
	DO_NOT_CONTACT("ne plus contacter", "do not contact again"),

	/** No answer came. It is not asked for again (APP-11). */
	SILENCE("sans réponse", "no answer");

	private final String french;

	private final String english;

	ReplyOutcome(String french, String english) {
		this.french = french;
		this.english = english;
	}

	public String label(String language) {
		return "fr".equals(language) ? this.french : this.english;
	}

	/** The word by which the process takes its way. */
	public String route() {
		return (this == DO_NOT_CONTACT) ? "no" : name().toLowerCase(Locale.ROOT);
	}

}
