package org.binome.portal;

/**
 * One field of a request can't be as it is.
 */
class InvalidField extends RuntimeException {

	private final String field;

	InvalidField(String field, String message) {
		super(message);
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
