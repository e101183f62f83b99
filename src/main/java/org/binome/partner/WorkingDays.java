package org.binome.partner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * The days on which people work in every one of some countries: no Saturday, no Sunday,
 * no public holiday of the whole country. A country without a known calendar has its
 * weekends only.
 */
public final class WorkingDays {

	private final List<HolidayManager> holidays;

	private WorkingDays(List<HolidayManager> holidays) {
		this.holidays = holidays;
	}

	/**
	 * The common working days.
	 * @param countries ISO 3166-1 alpha-2
	 */
	public static WorkingDays of(String... countries) {
		return new WorkingDays(Arrays.stream(countries)
			.map((country) -> country.toUpperCase(Locale.ROOT))
			.distinct()
			.filter(WorkingDays::hasCalendar)
			.map((country) -> HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT))))
			.toList());
	}

	/** Whether the public holidays of a country are known. */
	public static boolean hasCalendar(String country) {
		return HolidayManager.getSupportedCalendarCodes().stream().anyMatch((code) -> code.equalsIgnoreCase(country));
	}

	public boolean contains(LocalDate date) {
		return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY
				&& this.holidays.stream().noneMatch((country) -> country.isHoliday(date));
	}

	/** The day itself if people work, else the next on which they do. */
	public LocalDate onOrAfter(LocalDate date) {
		LocalDate day = date;
		while (!contains(day)) {
			day = day.plusDays(1);
		}
		return day;
	}

	/**
	 * The working day so many working days earlier.
	 * @param date a working day
	 */
	public LocalDate minus(LocalDate date, int days) {
		LocalDate day = date;
		for (int left = days; left > 0;) {
			day = day.minusDays(1);
			if (contains(day)) {
				left--;
			}
		}
		return day;
	}

}
