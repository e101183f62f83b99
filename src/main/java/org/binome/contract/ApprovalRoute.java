package org.binome.contract;

import java.math.BigDecimal;

/**
 * Who has to approve a revision: the decision table <code>approval_route</code>, which a
 * designer edits in Modeler (CON-02, CON-11).
 */
public interface ApprovalRoute {

	/** What the table asks for these facts. */
	Required of(Facts facts);

	/**
	 * What the route depends on.
	 *
	 * @param kind of contract, such as "marketing"
	 * @param profile "light", "standard" or "strict"
	 * @param value in major units of the contract's currency
	 * @param deviations how many clauses deviate from the profile
	 */
	record Facts(String kind, String profile, BigDecimal value, int deviations) {
	}

	/**
	 * How many people approve, each another one.
	 *
	 * @param legal at least 1
	 * @param sponsors may be 0
	 */
	record Required(int legal, int sponsors) {

		public Required {
			legal = Math.max(legal, 1);
			sponsors = Math.max(sponsors, 0);
		}

	}

}
