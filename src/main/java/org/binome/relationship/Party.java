package org.binome.relationship;

import java.util.UUID;

/**
 * A party beside us and the partner who leads (CON-12), as it was entered.
 *
 * @param position in the contract: we are 1, the leading partner is 2
 * @param organisationId null when what was entered isn't usable
 * @param personId the person who answers for the party, null when not usable
 * @param country ISO 3166-1 alpha-2
 * @param language "fr" or "en", of the mails to this party
 */
public record Party(int position, UUID organisationId, UUID personId, String name, String country, String language,
		String contactName, String contactEmail, String contactRole, String contribution, String benefit,
		Reserve reserve) {

	/** How terms, contract and signatures call this party, such as "party-3". */
	public String side() {
		return side(this.position);
	}

	/** How the party at this position is called. */
	public static String side(int position) {
		return switch (position) {
			case 1 -> "ours";
			case 2 -> "partner";
			default -> "party-" + position;
		};
	}

}
