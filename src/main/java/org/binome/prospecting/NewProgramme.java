package org.binome.prospecting;

import java.util.Set;

/**
 * What is needed to open a programme. See {@link Programme} for the fields.
 *
 * @throws IllegalArgumentException naming the field that is missing or wrong
 */
public record NewProgramme(String name, String kind, String partnershipType, String persona, long audience,
		String owner, String language) {

	private static final int LONGEST_NAME = 120;

	public NewProgramme {
		require(name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
				"name: 1 to " + LONGEST_NAME + " characters");
		require(kind != null && Set.of("standard", "pilot").contains(kind), "kind: standard or pilot");
		require(partnershipType != null && Set.of("marketing", "reseller").contains(partnershipType),
				"partnershipType: marketing or reseller");
		require(audience > 0, "audience: a number above 0, the people you reach yourselves");
		require(owner != null && !owner.isBlank(), "owner: a user name");
		require(language != null && Set.of("fr", "en").contains(language), "language: fr or en");
		name = name.strip();
		persona = (persona != null) ? persona.strip() : "";
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
