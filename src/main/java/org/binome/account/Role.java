package org.binome.account;

/**
 * What a person inside the company may do. Each role but ADMIN has a group of the same
 * meaning in Camunda ({@link #group()}).
 */
public enum Role {

	/** Owns partnerships: completes the tasks of every stage. */
	MANAGER("partnership-managers"),

	/** Reviews the exact contract revision. */
	LEGAL("legal"),

	/** Takes the one binary decision and signs for the company. */
	SPONSOR("sponsors"),

	/** Runs the platform; the last level of escalation. */
	ADMIN("admins");

	private final String group;

	Role(String group) {
		this.group = group;
	}

	/** The candidate group of this role's tasks in the BPMN models. */
	public String group() {
		return this.group;
	}

	/**
	 * The next level of responsibility, to which a task left too long is escalated
	 * (GOV-03). The last level is its own next.
	 */
	public Role above() {
		return switch (this) {
			case MANAGER, LEGAL -> SPONSOR;
			case SPONSOR, ADMIN -> ADMIN;
		};
	}

}
