package org.binome.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.binome.TestClock;
import org.binome.document.SealCheck.Problem;
import org.binome.document.SealCheck.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecentChecksTests {

	private static final Result VALID = new Result(List.of(), "Binôme", "PAdES-BASELINE-B", Instant.EPOCH, null);

	private static final Result EXPIRED = new Result(List.of(Problem.ALTERED), "Binôme", "PAdES-BASELINE-B",
			Instant.EPOCH, null);

	private final TestClock clock = new TestClock();

	private final RecentChecks checks = new RecentChecks(this.clock);

	private final AtomicInteger validations = new AtomicInteger();

	@Test
	void theSameBytesAreValidatedOnceAnHour() {
		this.clock.stopAt(Instant.parse("2026-11-02T08:00:00Z"));
		assertThat(check("a", VALID)).isEqualTo(VALID);
		this.clock.advance(RecentChecks.TRUSTED.minusSeconds(1));
		assertThat(check("a", EXPIRED)).isEqualTo(VALID);
		assertThat(this.validations).hasValue(1);

		this.clock.advance(Duration.ofSeconds(1));

		assertThat(check("a", EXPIRED)).as("a certificate that expired shows").isEqualTo(EXPIRED);
		assertThat(this.validations).hasValue(2);
	}

	@Test
	void otherBytesAreAnotherDocument() {
		check("a", VALID);

		assertThat(check("b", EXPIRED)).isEqualTo(EXPIRED);
	}

	@Test
	void whatFailedIsTriedAgain() {
		assertThatThrownBy(() -> this.checks.of("a", () -> {
			throw new IllegalStateException("no database");
		})).hasMessage("no database");

		assertThat(check("a", VALID)).isEqualTo(VALID);
	}

	@Test
	void noMoreAreKeptThanFit() {
		for (int number = 0; number <= RecentChecks.KEPT; number++) {
			check("document " + number, VALID);
		}

		check("document " + RecentChecks.KEPT, VALID);
		assertThat(this.validations).hasValue(RecentChecks.KEPT + 1);
		check("document 0", VALID);
		assertThat(this.validations).as("the oldest gave way").hasValue(RecentChecks.KEPT + 2);
	}

	private Result check(String bytes, Result result) {
		return this.checks.of(bytes, () -> {
			this.validations.incrementAndGet();
			return result;
		});
	}

}
