package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * One text of a contract, for ever the same.
 *
 * @param number counts from 1
 * @param kind of agreement, such as "marketing"; what its template is called
 * @param clauseProfile "light", "standard" or "strict" (CON-07)
 * @param language "fr" or "en", the partner's
 * @param templateVersion fingerprint of the templates it was made with
 * @param dataSha256 of the data it was made from
 * @param sha256 of the PDF
 * @param author user name of the person who caused it
 * @param reason why there is this revision
 * @param createdAt the date the PDF carries
 * @param recordedAt when the database got it
 */
public record Revision(UUID contractId, int number, String kind, String clauseProfile, String language,
		String templateVersion, String dataSha256, String sha256, String author, String reason, Instant createdAt,
		Instant recordedAt) {
}
