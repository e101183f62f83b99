package org.binome.prospecting;

import java.time.ZoneId;

import org.binome.partner.Organisations;

/**
 * A row of a longlist file that is right.
 */
record CandidateRow(int line, String name, String website, String country, String language, ZoneId timeZone,
		String sector, Contact contact, String source, Origin origin, Criteria criteria) {

	String dedupeKey() {
		return Organisations.dedupeKey(this.name, this.website);
	}

}
