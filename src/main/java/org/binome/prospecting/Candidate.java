package org.binome.prospecting;

import java.time.ZoneId;
import java.util.UUID;

/**
 * An organisation on the longlist of a programme.
 *
 * @param line the line of the file it was imported from
 * @param source the channel it was found through, may be null (PRO-21)
 * @param scores null until scored
 * @param partnershipId null until a partnership was opened
 */
public record Candidate(UUID id, UUID programmeId, int line, String name, String website, String country,
		String language, ZoneId timeZone, String sector, Contact contact, String source, Origin origin,
		Criteria criteria, Scores scores, boolean shortlisted, UUID partnershipId) {

	public boolean knockedOut() {
		return this.scores != null && this.scores.knockedOut() != null;
	}

}
