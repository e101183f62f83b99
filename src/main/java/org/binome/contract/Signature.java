package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What one person answered to exactly one text.
 *
 * @param signer user name on our side, id of the person on the partner's
 * @param reason why not, empty when signed
 */
public record Signature(UUID contractId, int revision, String sha256, Side side, String signer, String name,
		String title, String email, Answer answer, String reason, Instant signedAt) {

	/** Whose signature. */
	public enum Side {

		OURS, PARTNER

	}

	/** What was answered. */
	public enum Answer {

		SIGNED, DECLINED

	}

}
