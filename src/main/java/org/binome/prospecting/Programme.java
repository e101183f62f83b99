package org.binome.prospecting;

import java.time.Instant;
import java.util.UUID;

/**
 * A search for partners of one type for one purpose.
 *
 * @param kind the programme's kind in the policy table, "standard" unless told otherwise
 * @param partnershipType "marketing" or "reseller" (PRO-26)
 * @param persona whom we want to reach, in words (PRO-22)
 * @param owner user name of the partnership manager
 * @param language our working language, "fr" or "en"
 * @param audience how many people we reach ourselves; the size of candidates is compared
 * with it (PRO-15)
 * @param readiness the latest answer on whether we are ready, null before the first
 * @param longlistDeclared whether the longlist was declared complete (PRO-12)
 * @param scoredAt when the candidates were scored, null before; the longlist is closed
 * from then on
 */
public record Programme(UUID id, String name, String kind, String partnershipType, String persona, String owner,
		String language, long audience, Readiness readiness, boolean longlistDeclared, Instant scoredAt,
		Instant createdAt) {

	/** Whether candidates can still be imported. */
	public boolean longlistOpen() {
		return this.scoredAt == null;
	}

}
