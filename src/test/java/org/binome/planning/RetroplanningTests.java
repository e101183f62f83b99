package org.binome.planning;

import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.binome.partner.WorkingDays;
import org.binome.planning.Plan.LaunchNote;
import org.binome.planning.Retroplanning.Dated;
import org.binome.planning.Retroplanning.Schedule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * PLA-01: the dates of a plan.
 */
class RetroplanningTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

	private static final PlanTemplate TEMPLATE = new PlanTemplates().of("marketing");

	@Test
	void pla01CountsBackwardOverTheHolidaysOfBothCountries() {
		WorkingDays days = WorkingDays.of("FR", "DE");
		Schedule schedule = Retroplanning.schedule(TEMPLATE, LocalDate.of(2027, 1, 12), TODAY, days);
		assertThat(schedule.launch()).isEqualTo(LocalDate.of(2027, 1, 12));
		assertThat(schedule.note()).isNull();
		// 2 and 5 working days before: nothing but a weekend between
		assertThat(due(schedule, "rehearsal")).isEqualTo(LocalDate.of(2027, 1, 8));
		assertThat(due(schedule, "schedule")).isEqualTo(LocalDate.of(2027, 1, 5));
		// 10: over New Year's Day, a Friday
		assertThat(due(schedule, "approval")).isEqualTo(LocalDate.of(2026, 12, 28));
		// 15: over Christmas Day, a Friday
		assertThat(due(schedule, "tracked-links")).isEqualTo(LocalDate.of(2026, 12, 18));
	}

	@Test
	void aHolidayOfThePartnersCountryCounts() {
		// 26 October: national day of Austria, a Monday in 2026
		assertThat(WorkingDays.of("FR").contains(LocalDate.of(2026, 10, 26))).isTrue();
		assertThat(WorkingDays.of("FR", "AT").contains(LocalDate.of(2026, 10, 26))).isFalse();
		assertThat(WorkingDays.of("FR", "AT").minus(LocalDate.of(2026, 10, 27), 1))
			.isEqualTo(LocalDate.of(2026, 10, 23));
	}

	@Test
	void aCountryWithoutCalendarHasItsWeekends() {
		assertThat(WorkingDays.hasCalendar("XX")).isFalse();
		assertThat(WorkingDays.of("XX").contains(LocalDate.of(2026, 12, 25))).isTrue();
		assertThat(WorkingDays.of("XX").contains(LocalDate.of(2026, 12, 26))).isFalse();
	}

	@Test
	void aStepWhoseDayHasPassedStandsOnTheNextWorkingDayAndIsFlagged() {
		// a Saturday
		LocalDate today = LocalDate.of(2026, 9, 5);
		Schedule schedule = Retroplanning.schedule(TEMPLATE, LocalDate.of(2026, 9, 15), today, WorkingDays.of("FR"));
		assertThat(due(schedule, "kick-off")).isEqualTo(LocalDate.of(2026, 9, 7));
		assertThat(schedule.steps()).filteredOn(Dated::squeezed)
			.allSatisfy((dated) -> assertThat(dated.dueOn()).isEqualTo(LocalDate.of(2026, 9, 7)));
		assertThat(schedule.steps().getLast().squeezed()).isFalse();
	}

	@Test
	void aLaunchThatCannotBeIsMovedAndItIsSaid() {
		WorkingDays days = WorkingDays.of("FR");
		assertThat(Retroplanning.schedule(TEMPLATE, LocalDate.of(2027, 1, 1), TODAY, days).note())
			.isEqualTo(LaunchNote.NO_WORKING_DAY);
		assertThat(Retroplanning.schedule(TEMPLATE, TODAY.minusDays(1), TODAY, days).note()).isEqualTo(LaunchNote.PAST);
		assertThat(Retroplanning.schedule(TEMPLATE, null, TODAY, days).note()).isEqualTo(LaunchNote.MISSING);
	}

	@Property(tries = 300)
	void pla01NoStepFallsOnAWeekendOrAHoliday(@ForAll("launches") LocalDate launch,
			@ForAll("countries") String country) {
		WorkingDays days = WorkingDays.of("FR", country);
		assertThat(Retroplanning.schedule(TEMPLATE, launch, TODAY, days).steps())
			.allSatisfy((dated) -> assertThat(days.contains(dated.dueOn())).isTrue());
	}

	@Property(tries = 300)
	void pla01TheOrderOfTheStepsIsKeptAndNoneComesAfterTheLaunch(@ForAll("launches") LocalDate launch,
			@ForAll("countries") String country) {
		Schedule schedule = Retroplanning.schedule(TEMPLATE, launch, TODAY, WorkingDays.of("FR", country));
		List<LocalDate> dates = schedule.steps().stream().map(Dated::dueOn).toList();
		assertThat(dates).isSorted().allSatisfy((date) -> assertThat(date).isBetween(TODAY, schedule.launch()));
	}

	@Property(tries = 300)
	void pla01WhenTheLaunchMovesAllStepsMove(@ForAll @IntRange(min = 100, max = 700) int days,
			@ForAll @IntRange(min = 10, max = 200) int later, @ForAll("countries") String country) {
		WorkingDays calendar = WorkingDays.of("FR", country);
		List<Dated> first = Retroplanning.schedule(TEMPLATE, TODAY.plusDays(days), TODAY, calendar).steps();
		List<Dated> second = Retroplanning.schedule(TEMPLATE, TODAY.plusDays(days + later), TODAY, calendar).steps();
		for (int step = 0; step < first.size(); step++) {
			assertThat(second.get(step).dueOn()).isAfter(first.get(step).dueOn());
		}
	}

	@Provide
	Arbitrary<LocalDate> launches() {
		return Arbitraries.integers().between(-30, 800).map((days) -> TODAY.plusDays(days));
	}

	@Provide
	Arbitrary<String> countries() {
		return Arbitraries.of("FR", "DE", "BE", "CH", "GB", "US", "IT", "XX");
	}

	private static LocalDate due(Schedule schedule, String key) {
		return schedule.steps()
			.stream()
			.filter((dated) -> dated.step().key().equals(key))
			.map(Dated::dueOn)
			.findFirst()
			.orElseThrow();
	}

}
