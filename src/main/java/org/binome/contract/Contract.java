package org.binome.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The contract of a partnership. There is one; its text has revisions.
 *
 * @param reference what people call it, printed on every page
 * @param termSheetId the accepted terms it is drawn up from (CON-06)
 * @param drawnUpOn the day it was opened
 * @param revisionInForce null until released, like all that follow
 * @param startsOn the day of the last signature
 * @param endsOn the last day of the term
 * @param noticeBy the last day for notice
 * @param noticeReminderAt when the decision on renewal is asked for
 */
public record Contract(UUID id, String reference, UUID partnershipId, UUID termSheetId, State state,
		LocalDate drawnUpOn, Integer revisionInForce, LocalDate startsOn, LocalDate endsOn, LocalDate noticeBy,
		Instant noticeReminderAt) {

	static String reference(LocalDate drawnUpOn, long number) {
		return "BIN-%d-%04d".formatted(drawnUpOn.getYear(), number);
	}

	/** Where a contract stands. */
	public enum State {

		DRAFT, IN_FORCE, REFUSED, DECLINED

	}

}
