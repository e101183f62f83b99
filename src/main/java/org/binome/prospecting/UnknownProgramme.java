package org.binome.prospecting;

import java.util.UUID;

/**
 * No programme has this id.
 */
public class UnknownProgramme extends RuntimeException {

	public UnknownProgramme(UUID id) {
		super("There is no programme " + id);
	}

}
