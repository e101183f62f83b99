package org.binome.relationship;

import java.util.UUID;

/**
 * Nobody is there who could leave: no pair is named, or the partnership is over.
 */
public class NoPair extends RuntimeException {

	NoPair(UUID partnershipId) {
		super("The partnership " + partnershipId + " has no named pair, or is closed; nobody can leave it");
	}

}
