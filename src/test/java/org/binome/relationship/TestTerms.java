package org.binome.relationship;

import java.time.LocalDate;

/**
 * Terms for tests.
 */
public final class TestTerms {

	private TestTerms() {
	}

	/** Terms in which nothing is missing. */
	public static Terms complete(LocalDate launchOn) {
		return new Terms("marketing", "Six articles invités", "Deux ateliers", "Une présence en librairie",
				"Des contenus", "France; Belgique", "Carnets", "Librairies", 6_000_000L, "EUR", 12, 60, launchOn,
				"medium");
	}

	/** A further party that can be named and reached. */
	public static Party party(int position, String name, String email, String language) {
		return new Party(position, null, null, name, "BE", language, "Direction de " + name, email, "Direction",
				"Apport de " + name, "Bénéfice de " + name, new Reserve("", "Recettes de " + name));
	}

	/** Terms in which nothing is there. */
	public static Terms empty() {
		return new Terms("", "", "", "", "", "", "", "", null, "", null, null, null, "");
	}

}
