package org.binome.approach;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to win a partner, from gestures to reply.
 *
 * @param number from 1
 * @param coldReason why without a relation, empty if warm
 * @param sendAt when the message is to be sent, null until planned
 * @param sentAt null until sent
 * @param reply null until there is one
 * @param refusal null unless refused
 * @param reapproachAt when we ask again, null if never
 */
public record Attempt(UUID id, UUID partnershipId, int number, Mode mode, String coldReason, Instant sendAt,
		Instant sentAt, Reply reply, Refusal refusal, Instant reapproachAt) {

	/** Whether the message is out and no reply is known. */
	public boolean waiting() {
		return this.sentAt != null && this.reply == null;
	}

}
