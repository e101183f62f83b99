package org.binome.partner;

import java.time.Instant;
import java.util.UUID;

/**
 * A link by which one person of the partner does one thing, without an account.
 *
 * @param purpose what can be done: "reply", "pillars", "term-sheet", "signature"
 * @param subjectId what it is about (a term sheet, a contract), may be null
 * @param url the absolute address with the token
 * @param usedAt null until the person has answered
 */
public record SignedLink(UUID id, String purpose, UUID partnershipId, UUID personId, UUID subjectId, String url,
		Instant expiresAt, Instant usedAt) {

	public boolean used() {
		return this.usedAt != null;
	}

}
