package org.binome.prospecting;

/**
 * Whether a programme is ready for partners (PRO-01).
 *
 * @param conceptProven the business concept is tested
 * @param offerProven the offer and its marketing are tested
 * @param evidence what shows it, or where it can be read
 */
public record Readiness(boolean conceptProven, boolean offerProven, String evidence, Decision decision) {

	public Readiness {
		evidence = (evidence != null) ? evidence.strip() : "";
	}

	/** What the owner decides about the programme. */
	public enum Decision {

		PROCEED, WAIT, ABANDON

	}

}
