package org.binome.document;

/**
 * A document that can't be made whole. The message says what the author or the person who
 * entered the data has to change.
 */
public class DocumentFailure extends RuntimeException {

	DocumentFailure(String message) {
		super(message);
	}

	DocumentFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
