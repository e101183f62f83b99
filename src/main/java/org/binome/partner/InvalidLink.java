package org.binome.partner;

/**
 * A signed link can't be used.
 */
public class InvalidLink extends RuntimeException {

	private final Reason reason;

	public InvalidLink(Reason reason) {
		super("The link is " + reason.name().toLowerCase(java.util.Locale.ROOT));
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Why. */
	public enum Reason {

		/** Not one of our links, or altered. */
		UNKNOWN,

		/** Its time is over. */
		EXPIRED,

		/** The answer was given already. */
		USED

	}

}
