package org.binome.contract;

import java.util.UUID;

/**
 * There is no such contract or revision.
 */
public class UnknownContract extends RuntimeException {

	UnknownContract(UUID id) {
		super("There is no contract " + id);
	}

	UnknownContract(UUID id, int revision) {
		super("The contract " + id + " has no revision " + revision);
	}

}
