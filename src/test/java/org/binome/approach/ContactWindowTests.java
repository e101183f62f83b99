package org.binome.approach;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.binome.partner.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

@Label("APP-01: respect the other's time zone")
class ContactWindowTests {

	private static final LocalTime from = LocalTime.of(9, 0);

	private static final LocalTime until = LocalTime.of(16, 0);

	private final ContactWindow window = new ContactWindow(from, until);

	@Property(tries = 2000)
	void isAlwaysInOfficeHoursOfAWorkingDay(@ForAll("moments") Instant earliest, @ForAll("zones") ZoneId zone,
			@ForAll("countries") String country) {
		ZonedDateTime local = this.window.next(earliest, zone, country).atZone(zone);
		assertThat(local.toLocalTime()).isBetween(from, until.minusNanos(1));
		assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
		assertThat(WorkingDays.of(country).contains(local.toLocalDate())).isTrue();
	}

	@Property(tries = 1000)
	void isTheEarliestSuchMoment(@ForAll("moments") Instant earliest, @ForAll("zones") ZoneId zone,
			@ForAll("countries") String country) {
		Instant next = this.window.next(earliest, zone, country);
		assertThat(next).isAfterOrEqualTo(earliest);
		for (Instant hour = earliest; hour.isBefore(next); hour = hour.plusSeconds(3600)) {
			ZonedDateTime local = hour.atZone(zone);
			LocalTime time = local.toLocalTime();
			boolean open = !time.isBefore(from) && time.isBefore(until)
					&& WorkingDays.of(country).contains(local.toLocalDate());
			assertThat(open).as("%s is open, before %s", local, next).isFalse();
		}
	}

	@Property(tries = 500)
	void aMomentInsideTheWindowStays(@ForAll("moments") Instant earliest, @ForAll("zones") ZoneId zone,
			@ForAll("countries") String country) {
		Instant next = this.window.next(earliest, zone, country);
		assertThat(this.window.next(next, zone, country)).isEqualTo(next);
	}

	@Provide
	Arbitrary<Instant> moments() {
		long first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
		long last = Instant.parse("2033-12-31T00:00:00Z").getEpochSecond();
		return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
	}

	@Provide
	Arbitrary<ZoneId> zones() {
		return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
	}

	@Provide
	Arbitrary<String> countries() {
		return Arbitraries.of("FR", "DE", "US", "JP", "MA", "SA", "CA", "GB", "CN", "BR", "ZZ");
	}

	@Example
	void waitsForMondayMorningAfterAFridayAfternoon() {
		assertThat(next("2026-03-06T16:00", "Europe/Paris", "FR")).isEqualTo("2026-03-09T09:00");
		assertThat(next("2026-03-06T15:59", "Europe/Paris", "FR")).isEqualTo("2026-03-06T15:59");
	}

	@Example
	void neverWakesSomebodyInMontreal() {
		Instant nineInParis = LocalDateTime.parse("2026-03-04T09:00").atZone(ZoneId.of("Europe/Paris")).toInstant();
		assertThat(this.window.next(nineInParis, ZoneId.of("America/Toronto"), "CA"))
			.isEqualTo(LocalDateTime.parse("2026-03-04T09:00").toInstant(ZoneOffset.ofHours(-5)));
	}

	@Example
	void keepsOfficeHoursWhenClocksChange() {
		assertThat(next("2026-03-29T00:30", "Europe/Paris", "FR")).isEqualTo("2026-03-30T09:00");
		assertThat(next("2026-10-25T02:30", "Europe/Paris", "FR")).isEqualTo("2026-10-26T09:00");
	}

	@Example
	void respectsPublicHolidaysOfTheCountry() {
		assertThat(next("2026-05-01T10:00", "Europe/Paris", "FR")).isEqualTo("2026-05-04T09:00");
		assertThat(next("2026-07-14T10:00", "Europe/Paris", "FR")).isEqualTo("2026-07-15T09:00");
		assertThat(next("2026-07-14T10:00", "Europe/Berlin", "DE")).isEqualTo("2026-07-14T10:00");
		assertThat(next("2026-11-26T10:00", "America/New_York", "US"))
			.isEqualTo("2026-11-27T10:00".replace("10", "09"));
	}

	@Example
	void survivesADayThatDoesNotExist() {
		// Samoa went from Thursday 29 to Saturday 31 December 2011
		assertThat(next("2011-12-29T17:00", "Pacific/Apia", "WS").substring(0, 10))
			.isIn(List.of("2012-01-02", "2012-01-03", "2012-01-04"));
	}

	private String next(String local, String zone, String country) {
		ZoneId id = ZoneId.of(zone);
		return this.window.next(LocalDateTime.parse(local).atZone(id).toInstant(), id, country)
			.atZone(id)
			.toLocalDateTime()
			.toString();
	}

}
