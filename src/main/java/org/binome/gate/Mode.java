package org.binome.gate;

/**
 * How strictly a gate is applied (GOV-16).
 */
public enum Mode {

	/** Not applied: evaluated and recorded only. */
	OFF,

	/** Findings are shown, the process goes on. */
	WARN,

	/** Findings hold the process. */
	BLOCK

}
