package org.binome.planning;

import java.time.LocalDate;
import java.util.List;

import org.binome.partner.WorkingDays;
import org.binome.planning.Plan.LaunchNote;
import org.binome.planning.PlanTemplate.Step;

/**
 * Counts backward from the launch in working days (PLA-01). A step whose day has passed
 * stands on the next working day and is flagged; the order of the steps is kept.
 */
final class Retroplanning {

	private static final int DAYS_WHEN_MISSING = 60;

	private Retroplanning() {
	}

	/**
	 * Dates every step.
	 * @param wished the launch date entered, null when there is none
	 */
	static Schedule schedule(PlanTemplate template, LocalDate wished, LocalDate today, WorkingDays days) {
		LocalDate first = days.onOrAfter(today);
		LocalDate launch = launch(wished, today, days);
		LaunchNote note = note(wished, launch, today);
		List<Dated> steps = template.steps().stream().map((step) -> {
			LocalDate day = days.minus(launch, step.before());
			return day.isBefore(first) ? new Dated(step, first, true) : new Dated(step, day, false);
		}).toList();
		return new Schedule(launch, note, steps);
	}

	private static LocalDate launch(LocalDate wished, LocalDate today, WorkingDays days) {
		if (wished == null) {
			return days.onOrAfter(today.plusDays(DAYS_WHEN_MISSING));
		}
		return days.onOrAfter(wished.isBefore(today) ? today : wished);
	}

	private static LaunchNote note(LocalDate wished, LocalDate launch, LocalDate today) {
		if (wished == null) {
			return LaunchNote.MISSING;
		}
		if (wished.isBefore(today)) {
			return LaunchNote.PAST;
		}
		return launch.equals(wished) ? null : LaunchNote.NO_WORKING_DAY;
	}

	/**
	 * A dated plan.
	 *
	 * @param note why the launch is not on the day wished, null when it is
	 */
	record Schedule(LocalDate launch, LaunchNote note, List<Dated> steps) {
	}

	/**
	 * A dated step.
	 *
	 * @param squeezed whether its day had passed already
	 */
	record Dated(Step step, LocalDate dueOn, boolean squeezed) {
	}

}
