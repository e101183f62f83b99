package org.binome.contract;

import java.time.Instant;

/**
 * Another strictness of one clause than the profile of the contract says (CON-07).
 *
 * @param clause id of the clause
 * @param variant "light", "standard" or "strict"
 * @param askedBy user name
 * @param approvedBy user name of somebody else, null before
 */
public record Deviation(long id, String clause, String variant, String reason, String askedBy, Instant askedAt,
		String approvedBy) {

	public boolean approved() {
		return this.approvedBy != null;
	}

}
