package org.binome.gate;

import java.util.List;

/**
 * What a policy says of the facts.
 */
public sealed interface Verdict {

	/** Held with these findings, or passed when there are none. */
	static Verdict of(List<Finding> findings) {
		return findings.isEmpty() ? new Passed() : new Held(findings);
	}

	/** Nothing speaks against going on. */
	record Passed() implements Verdict {
	}

	/**
	 * Something must be cleared first.
	 *
	 * @param findings at least one
	 */
	record Held(List<Finding> findings) implements Verdict {

		public Held {
			findings = List.copyOf(findings);
			if (findings.isEmpty()) {
				throw new IllegalArgumentException("A gate can't hold without a finding");
			}
		}

	}

}
