package org.binome.gate;

import java.time.Instant;
import java.util.List;

/**
 * What a check of all evidence found.
 *
 * @param chains how many partnerships and programmes have evidence
 * @param links how many links their chains should have
 * @param damages everything that is wrong
 * @param outOfReach whether the role of the application can't change evidence
 */
public record EvidenceReport(int chains, long links, List<Damage> damages, boolean outOfReach, Instant at) {

	public EvidenceReport {
		damages = List.copyOf(damages);
	}

	public boolean sound() {
		return this.damages.isEmpty();
	}

}
