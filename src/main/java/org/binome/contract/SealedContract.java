package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * A signed and sealed revision.
 *
 * @param revisionSha256 of the document that was signed: the first bytes of the file
 * @param sha256 of the file
 * @param certificate of the key that sealed it, DER
 * @param level B, or T with a time stamp
 */
public record SealedContract(UUID contractId, int revision, String revisionSha256, String sha256, byte[] certificate,
		String level, Instant sealedAt) {
}
