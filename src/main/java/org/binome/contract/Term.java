package org.binome.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How long a contract runs and when notice is due.
 *
 * @param startsOn first day
 * @param endsOn last day: the day before the same day of the month the duration later
 * @param noticeBy last day on which notice can reach the other side
 */
record Term(LocalDate startsOn, LocalDate endsOn, LocalDate noticeBy) {

	private static final int REMINDER_DAYS = 30;

	private static final LocalTime REMINDER_TIME = LocalTime.of(9, 0);

	/**
	 * Computes the dates on the calendar, over month and year ends.
	 * @param months duration, at least 1
	 * @param noticeDays calendar days before the end, never before the start
	 */
	static Term starting(LocalDate startsOn, int months, int noticeDays) {
		LocalDate endsOn = startsOn.plusMonths(months).minusDays(1);
		LocalDate noticeBy = endsOn.minusDays(noticeDays);
		return new Term(startsOn, endsOn, noticeBy.isBefore(startsOn) ? startsOn : noticeBy);
	}

	/**
	 * The term of a contract as amended: the new duration counts from the day the
	 * contract began, so that an amendment which doesn't touch the duration leaves the
	 * end where it was; only when that end would have passed it counts from the signature
	 * of the amendment.
	 * @param began first day of the contract
	 * @param signedOn day of the amendment's last signature
	 */
	static Term amended(LocalDate began, LocalDate signedOn, int months, int noticeDays) {
		Term running = starting(began, months, noticeDays);
		if (!running.endsOn().isAfter(signedOn)) {
			return starting(signedOn, months, noticeDays);
		}
		return new Term(signedOn, running.endsOn(),
				running.noticeBy().isBefore(signedOn) ? signedOn : running.noticeBy());
	}

	/** Thirty days before notice is due, in the morning; never in the past. */
	Instant reminderAt(Instant now, ZoneId zone) {
		Instant reminder = this.noticeBy.minusDays(REMINDER_DAYS).atTime(REMINDER_TIME).atZone(zone).toInstant();
		return reminder.isBefore(now) ? now : reminder;
	}

}
