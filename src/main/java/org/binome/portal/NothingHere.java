package org.binome.portal;

/**
 * What an address names does not exist.
 */
class NothingHere extends RuntimeException {

	NothingHere(String message) {
		super(message);
	}

}
