package org.binome.process;

import org.binome.account.Role;

/**
 * Gathers what a person needs for one human task.
 */
public interface TaskBrief {

	/** The id of the human task in the model. */
	String task();

	/**
	 * Who does it: decides who is reminded. The manager's tasks go to the partnership's
	 * owner.
	 */
	default Role role() {
		return Role.MANAGER;
	}

	Brief brief(Job job);

}
