package org.binome.prospecting;

/**
 * Another programme has this name.
 */
public class ProgrammeNameTaken extends RuntimeException {

	public ProgrammeNameTaken(String name) {
		super("There is already a programme '" + name + "'; choose another name");
	}

}
