package org.binome.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The contract of a partnership, or an amendment to it. There is one contract and a chain
 * of amendments; each has revisions (PIL-01).
 *
 * @param reference what people call it, printed on every page
 * @param termSheetId the accepted terms it is drawn up from (CON-06)
 * @param drawnUpOn the day it was opened
 * @param amendment 0 for the contract, then counts the amendments
 * @param amends the one in force when this amendment was asked for, null for the contract
 * @param revisionInForce null until released, like all that follow
 * @param startsOn the day of the last signature
 * @param endsOn the last day of the term
 * @param noticeBy the last day for notice
 * @param noticeReminderAt when the decision on renewal is asked for
 */
public record Contract(UUID id, String reference, UUID partnershipId, UUID termSheetId, State state,
		LocalDate drawnUpOn, int amendment, UUID amends, Integer revisionInForce, LocalDate startsOn, LocalDate endsOn,
		LocalDate noticeBy, Instant noticeReminderAt) {

	/** Whether this changes a contract instead of being one. */
	public boolean isAmendment() {
		return this.amends != null;
	}

	static String reference(LocalDate drawnUpOn, long number) {
		return "BIN-%d-%04d".formatted(drawnUpOn.getYear(), number);
	}

	/** Where a contract stands. */
	public enum State {

		DRAFT, IN_FORCE, REFUSED, DECLINED

	}

}
