package org.binome.gate;

import java.util.UUID;

/**
 * Loads the facts of one gate from the database and applies its policy. Process variables
 * are never facts.
 */
public interface GateCheck {

	Gate gate();

	/**
	 * What the policy says.
	 * @param subject the partnership, or the programme for gates before the shortlist
	 */
	Verdict verdict(UUID subject);

}
