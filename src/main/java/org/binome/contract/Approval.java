package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What a legal reviewer decided on exactly one text.
 *
 * @param sha256 of the PDF that was read
 * @param approver user name, as the engine tells it
 */
public record Approval(UUID contractId, int revision, String sha256, String approver, Decision decision, String reason,
		Instant completedAt) {

	/** What can be decided. */
	public enum Decision {

		APPROVED, RETURNED, REFUSED

	}

}
