package org.binome.partner;

import java.util.UUID;

/**
 * No partnership has this id.
 */
public class UnknownPartnership extends RuntimeException {

	public UnknownPartnership(UUID id) {
		super("There is no partnership " + id);
	}

}
