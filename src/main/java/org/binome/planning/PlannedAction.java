package org.binome.planning;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One step of the plan, dated and owned (PLA-02).
 *
 * @param dueOn null as long as no date is set
 * @param owner user name of our person, or name of the partner's; empty as long as nobody
 * owns it
 * @param state PLANNED, DONE or DROPPED
 * @param templateKey the step of the template it comes from, null when added by hand
 * @param mandatory whether the plan is incomplete without it
 * @param squeezed whether its computed day had passed, so that it stands on the next
 * working day instead
 * @param note what was said when it was done or dropped
 */
public record PlannedAction(UUID id, String name, LocalDate dueOn, String owner, String state, String templateKey,
		Side side, boolean mandatory, boolean squeezed, String note) {

	/** Who is to act. */
	public enum Side {

		OURS, THEIRS, BOTH

	}

}
