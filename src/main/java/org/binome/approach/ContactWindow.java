package org.binome.approach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.binome.partner.WorkingDays;

/**
 * When somebody may be contacted: on working days of their country, in office hours of
 * their time zone (APP-01).
 */
final class ContactWindow {

	/** No country is on holiday that long. */
	private static final int DAYS_TRIED = 60;

	private final LocalTime from;

	private final LocalTime until;

	ContactWindow(LocalTime from, LocalTime until) {
		this.from = from;
		this.until = until;
	}

	/**
	 * The first moment inside a window that is not before the earliest.
	 * @param country ISO 3166-1 alpha-2
	 */
	Instant next(Instant earliest, ZoneId zone, String country) {
		WorkingDays days = WorkingDays.of(country);
		LocalDate first = earliest.atZone(zone).toLocalDate();
		for (LocalDate day = first; day.isBefore(first.plusDays(DAYS_TRIED)); day = day.plusDays(1)) {
			Instant opens = day.atTime(this.from).atZone(zone).toInstant();
			Instant closes = day.atTime(this.until).atZone(zone).toInstant();
			Instant moment = earliest.isAfter(opens) ? earliest : opens;
			// a zone that changes sides of the date line leaves out a day
			boolean exists = opens.atZone(zone).toLocalDate().equals(day);
			if (exists && days.contains(day) && moment.isBefore(closes)) {
				return moment;
			}
		}
		throw new IllegalStateException(
				"No working day within " + DAYS_TRIED + " days after " + earliest + " in " + country);
	}

}
