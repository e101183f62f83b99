package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What one person answered to exactly one text.
 *
 * @param organisationId the partner signed for; null for us
 * @param signer user name on our side, id of the person on the partner's; for paper, who
 * is said to have signed
 * @param reason why not, empty when signed
 * @param method how it was given
 * @param statement what was agreed to in so many words
 * @param ip network address it came from, may be empty
 * @param userAgent how the browser named itself, may be empty
 * @param codeVerifiedAt when the person showed to read the mailbox, or null
 * @param drawingSha256 of the drawn signature, or null
 */
public record Signature(UUID contractId, int revision, String sha256, Side side, UUID organisationId, String signer,
		String name, String title, String email, Answer answer, String reason, Method method, String statement,
		String ip, String userAgent, Instant codeVerifiedAt, String drawingSha256, UUID scanId, Instant signedAt) {

	/** Whose signature. */
	public enum Side {

		OURS, PARTNER

	}

	/** What was answered. */
	public enum Answer {

		SIGNED, DECLINED

	}

	/** How it was given. */
	public enum Method {

		/** With an account, in a task. */
		ACCOUNT,

		/** Through a link and a code mailed to one person. */
		SIGNED_LINK,

		/** By hand on paper, of which there is a scan. */
		WET_INK

	}

}
