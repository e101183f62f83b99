package org.binome.local;

/**
 * The local stack can't start; the message is the whole explanation for the person who
 * started it, the remedy says what to do about it.
 */
class LocalStartException extends RuntimeException {

	private final String remedy;

	LocalStartException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	LocalStartException(String message, String remedy, Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
