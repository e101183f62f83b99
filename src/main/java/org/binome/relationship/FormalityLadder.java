package org.binome.relationship;

import java.math.BigDecimal;

/**
 * How formal the paper has to be (CON-11): the decision table
 * <code>formality_ladder</code>.
 */
public interface FormalityLadder {

	/** What the table proposes for these facts. */
	Rung propose(Facts facts);

	/**
	 * What the form depends on; what is not known yet is null.
	 *
	 * @param partnershipType "marketing" or "reseller"
	 * @param value in major units of the currency
	 * @param parties how many, ourselves included
	 * @param commission whether business brought is paid for
	 */
	record Facts(String partnershipType, String risk, BigDecimal value, Integer durationMonths, int parties,
			boolean exclusive, boolean commission) {
	}

	/**
	 * A rung of the ladder.
	 *
	 * @param kind the form proposed
	 * @param frenchReason why, in French
	 * @param englishReason why, in English
	 */
	record Rung(String kind, String frenchReason, String englishReason) {

		/** Why this form. */
		public String reason(String language) {
			return "fr".equals(language) ? this.frenchReason : this.englishReason;
		}

	}

}
