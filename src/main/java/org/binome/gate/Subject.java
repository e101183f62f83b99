package org.binome.gate;

import java.util.Set;
import java.util.UUID;

/**
 * What gates are asked about: a partnership, or a programme before its shortlist.
 *
 * @param partnership whether it is a partnership
 * @param name the organisation, or the programme
 * @param owner user name of the accountable person
 * @param owners everyone who may not let its gates pass: its owner and the programme's
 */
public record Subject(UUID id, boolean partnership, String name, String owner, Set<String> owners) {

	/** The page of this subject in the portal. */
	public String path() {
		return (this.partnership ? "/partnerships/" : "/programmes/") + this.id;
	}

}
