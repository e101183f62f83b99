package org.binome.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	@Property
	void noticeIsDueSoManyDaysBeforeTheEnd(@ForAll @IntRange(min = 0, max = 4_000) int day,
			@ForAll @IntRange(min = 1, max = 120) int months, @ForAll @IntRange(min = 0, max = 27) int noticeDays) {
		LocalDate start = LocalDate.of(2024, 1, 1).plusDays(day);

		Term term = Term.starting(start, months, noticeDays);

		assertThat(term.endsOn()).isAfterOrEqualTo(start).isEqualTo(start.plusMonths(months).minusDays(1));
		assertThat(ChronoUnit.DAYS.between(term.noticeBy(), term.endsOn())).isEqualTo(noticeDays);
	}

	@Property
	void theReminderComesThirtyDaysBeforeNoticeAndNeverInThePast(@ForAll @IntRange(min = 0, max = 4_000) int day,
			@ForAll @IntRange(min = 1, max = 36) int months, @ForAll @IntRange(min = 0, max = 400) int noticeDays) {
		LocalDate start = LocalDate.of(2024, 1, 1).plusDays(day);
		Instant now = start.atTime(16, 0).atZone(PARIS).toInstant();
		Term term = Term.starting(start, months, noticeDays);

		Instant reminder = term.reminderAt(now, PARIS);

		assertThat(reminder).isAfterOrEqualTo(now);
		assertThat(term.noticeBy()).isAfterOrEqualTo(start);
		LocalDate wished = term.noticeBy().minusDays(30);
		if (wished.isAfter(start)) {
			assertThat(LocalDate.ofInstant(reminder, PARIS)).isEqualTo(wished);
		}
	}

	@Test
	void monthAndYearEndsAreCalendarDays() {
		assertThat(Term.starting(LocalDate.of(2026, 11, 30), 12, 60))
			.isEqualTo(new Term(LocalDate.of(2026, 11, 30), LocalDate.of(2027, 11, 29), LocalDate.of(2027, 9, 30)));
		assertThat(Term.starting(LocalDate.of(2027, 8, 31), 6, 30).endsOn()).isEqualTo(LocalDate.of(2028, 2, 28));
		assertThat(Term.starting(LocalDate.of(2026, 12, 15), 2, 45).noticeBy()).isEqualTo(LocalDate.of(2026, 12, 31));
	}

	@Test
	void pil01AnAmendmentKeepsTheEndUnlessItChangesTheDuration() {
		Term same = Term.amended(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 9, 10), 12, 60);
		assertThat(same.endsOn()).isEqualTo(Term.starting(LocalDate.of(2026, 3, 1), 12, 60).endsOn());
		assertThat(same.startsOn()).isEqualTo(LocalDate.of(2026, 9, 10));
		assertThat(Term.amended(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 9, 10), 24, 60).endsOn())
			.isEqualTo(LocalDate.of(2028, 2, 29));
	}

	@Test
	void pil01AnEndThatWouldHavePassedCountsFromTheAmendment() {
		assertThat(Term.amended(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 9, 10), 12, 60))
			.isEqualTo(Term.starting(LocalDate.of(2026, 9, 10), 12, 60));
		assertThat(Term.amended(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 20), 12, 60).noticeBy())
			.isEqualTo(LocalDate.of(2027, 2, 20));
	}

}
