package org.binome.partner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.springframework.stereotype.Component;

/**
 * The days people work in a country: Monday to Friday but for its public holidays.
 * Regional holidays are not known. Of a country without a holiday calendar only weekends
 * are known.
 */
@Component
public class WorkingDays {

	private final Set<String> known = HolidayManager.getSupportedCalendarCodes()
		.stream()
		.map((code) -> code.toLowerCase(Locale.ROOT))
		.collect(Collectors.toUnmodifiableSet());

	private final Map<String, Optional<HolidayManager>> calendars = new ConcurrentHashMap<>();

	/**
	 * Whether people work on this day.
	 * @param country ISO 3166-1 alpha-2
	 */
	public boolean isWorkingDay(LocalDate date, String country) {
		boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend && calendar(country).map((calendar) -> !calendar.isHoliday(date)).orElse(true);
	}

	private Optional<HolidayManager> calendar(String country) {
		return this.calendars.computeIfAbsent(country.toLowerCase(Locale.ROOT), (code) -> this.known.contains(code)
				? Optional.of(HolidayManager.getInstance(ManagerParameters.create(code))) : Optional.empty());
	}

}
