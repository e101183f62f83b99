package org.binome.tracking;

import java.time.Instant;
import java.util.UUID;

/**
 * A periodic review of a partnership (PIL-01).
 *
 * @param number counts from 1
 * @param scheduledAt when its period began
 * @param reviewAt when it is to be held
 * @param decision "CONTINUE" or "END", null until it was held
 */
public record Review(UUID id, UUID partnershipId, int number, Instant scheduledAt, Instant reviewAt, String decision,
		String summary, String nextSteps, Instant heldAt) {
}
