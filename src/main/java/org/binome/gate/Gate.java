package org.binome.gate;

import java.util.Arrays;
import java.util.Locale;

/**
 * The points where a partnership passes or is held.
 */
public enum Gate {

	READINESS, LONGLIST_COMPLETE, AFFINITY, WARMTH, RESPECTFUL_MESSAGE, NAMED_PAIR, FOUR_PILLARS, QUANTIFIED_OBJECTIVES,
	TERM_SHEET, LEGAL_APPROVAL, SIGNATURE, PLAN_COMPLETE, TRACKING_PLAN;

	/**
	 * The gate's name in the header <code>gate</code> of a BPMN task and in the policy
	 * table.
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The gate of this id.
	 * @throws IllegalArgumentException naming the gates there are
	 */
	public static Gate of(String id) {
		return Arrays.stream(values())
			.filter((gate) -> gate.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"There is no gate '" + id + "'; the gates are " + Arrays.stream(values()).map(Gate::id).toList()));
	}

}
