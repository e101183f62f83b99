package org.binome.relationship;

import java.util.UUID;

/**
 * The two people without whom nothing is possible: one named on each side (GOV-01).
 *
 * @param ourAccount user name of our person
 * @param partnerPersonId the partner's person, to whom links are mailed
 */
public record Pair(String ourAccount, UUID partnerPersonId, String partnerName, String partnerEmail,
		String partnerRole) {
}
