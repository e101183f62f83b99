package org.binome.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("REL-01: build a relation before you ask")
class WarmthPolicyTests {

	@Test
	void passesThreeGesturesOverFourteenDays() {
		assertThat(warm(0, 5, 14)).isInstanceOf(Passed.class);
	}

	@Test
	void holdsTooFewGestures() {
		assertThat(english(warm(0, 20))).containsExactly("2 gesture(s) of 3: the relation is too young to ask.");
	}

	@Test
	void holdsGesturesMadeAllAtOnce() {
		assertThat(english(warm(0, 1, 13))).containsExactly("The gestures are spread over 13 day(s) of 14.");
	}

	@Test
	void holdsAStranger() {
		assertThat(english(warm())).hasSize(2);
	}

	@Test
	void countsTheSpreadWhateverTheOrder() {
		assertThat(warm(14, 0, 3)).isInstanceOf(Passed.class);
	}

	@Test
	void letsAColdApproachPassOnlyWithAReason() {
		assertThat(verdict(List.of(), true, "")).isInstanceOf(Held.class);
		assertThat(verdict(List.of(), true, "because")).isInstanceOf(Held.class);
		assertThat(verdict(List.of(), true, "They leave the market in two weeks")).isInstanceOf(Passed.class);
	}

	private static Verdict warm(int... days) {
		LocalDate first = LocalDate.of(2026, 3, 2);
		return verdict(IntStream.of(days).mapToObj(first::plusDays).toList(), false, "");
	}

	private static Verdict verdict(List<LocalDate> gestures, boolean cold, String reason) {
		return WarmthPolicy.verdict(new WarmthPolicy.Facts(gestures, 3, 14, cold, reason));
	}

	private static List<String> english(Verdict verdict) {
		return ((Held) verdict).findings().stream().map(Finding::english).toList();
	}

}
