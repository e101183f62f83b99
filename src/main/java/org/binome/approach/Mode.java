package org.binome.approach;

/**
 * How we approach somebody (REL-01).
 */
public enum Mode {

	/** After gestures that built a relation: the rule. */
	WARM,

	/** Without, respectfully and for a reason: the exception. */
	COLD

}
