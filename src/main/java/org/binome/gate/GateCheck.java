package org.binome.gate;

import java.util.UUID;

/**
 * Loads the facts of one gate from the database and applies its policy. Process variables
 * are never facts. {@link PolicyCheck} is the usual way to write one.
 */
public interface GateCheck {

	Gate gate();

	/**
	 * What the policy says.
	 * @param subject the partnership, or the programme for gates before the shortlist
	 * @throws NothingToJudge when what the gate is about doesn't exist yet
	 */
	Verdict verdict(UUID subject);

	/**
	 * What the policy says, with the facts it was told: both are kept as evidence. Facts
	 * are read once, so the verdict rests on what is kept.
	 */
	default Assessment assess(UUID subject) {
		return new Assessment(verdict(subject), null);
	}

	/**
	 * A verdict and what it rests on.
	 *
	 * @param facts anything that can be written as JSON; null when the check doesn't tell
	 */
	record Assessment(Verdict verdict, Object facts) {
	}

}
