package org.binome.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.binome.gate.GovernancePolicy.Level;
import org.binome.gate.GovernancePolicy.Seat;
import org.binome.gate.PartnershipDefinitionPolicy.Answer;
import org.binome.gate.PartnershipDefinitionPolicy.Money;
import org.binome.gate.PartnershipDefinitionPolicy.Point;
import org.binome.gate.ReciprocityPolicy.Balance;
import org.binome.gate.ReciprocityPolicy.Benefit;
import org.binome.gate.ScopeOverlapPolicy.Live;
import org.binome.gate.ScopeOverlapPolicy.Scope;
import org.binome.gate.SizeArgumentPolicy.Candidate;
import org.binome.gate.Verdict.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of the rules, and the seeds' own examples.
 */
class PolicyExamplesTests {

	private static final ContactWindowPolicy.Limits LIMITS = new ContactWindowPolicy.Limits(LocalTime.of(9, 0),
			LocalTime.of(16, 0), false, 2, Duration.ofDays(30), Duration.ofDays(7));

	private static final String LADDER = "First three newsletters of our own size, then the regional ones, then these";

	@ParameterizedTest
	@CsvSource({ "1000, 10000, false", "1000, 10001, true", "10000, 1000, false", "10001, 1000, true",
			"999, 100000, true", "1, 9223372036854775807, true" })
	void pro16TenTimesTheSizeNeedsAnArgument(long ours, long theirs, boolean held) {
		Verdict verdict = SizeArgumentPolicy
			.verdict(new SizeArgumentPolicy.Facts(ours, List.of(new Candidate("A", theirs, "")), LADDER, 10));
		assertThat(rules(verdict)).isEqualTo(held ? List.of("PRO-16") : List.of());
	}

	@Test
	void pro16AnUnknownSizeIsNoSmallOne() {
		assertThat(rules(SizeArgumentPolicy
			.verdict(new SizeArgumentPolicy.Facts(1000L, List.of(new Candidate("A", null, LADDER)), LADDER, 10))))
			.containsExactly("PRO-16");
		assertThat(rules(SizeArgumentPolicy
			.verdict(new SizeArgumentPolicy.Facts(0L, List.of(new Candidate("A", 5L, LADDER)), LADDER, 10))))
			.containsExactly("PRO-16");
	}

	@Test
	void pro15OnePartnerOfOurSizeIsEnoughToAimHighBesides() {
		List<Candidate> candidates = List.of(new Candidate("Giant", 100_000L, LADDER),
				new Candidate("Peer", 1500L, ""));
		assertThat(rules(SizeArgumentPolicy.verdict(new SizeArgumentPolicy.Facts(1000L, candidates, "", 10))))
			.isEmpty();
		assertThat(rules(
				SizeArgumentPolicy.verdict(new SizeArgumentPolicy.Facts(1000L, candidates.subList(0, 1), "", 10))))
			.containsExactly("PRO-15");
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T07:59:00Z, Europe/Paris, true", "2026-03-02T08:00:00Z, Europe/Paris, false",
			"2026-03-02T14:59:00Z, Europe/Paris, false", "2026-03-02T15:00:00Z, Europe/Paris, true",
			"2026-03-07T10:00:00Z, Europe/Paris, true", "2026-03-02T12:00:00Z, America/Montreal, true",
			"2026-03-02T15:00:00Z, America/Montreal, false", "2026-03-02T22:00:00Z, Asia/Tokyo, true" })
	void app01CountsTheReadersTimeNotOurs(Instant at, ZoneId zone, boolean held) {
		Verdict verdict = ContactWindowPolicy.verdict(
				new ContactWindowPolicy.Facts(at, zone, false, false, false, "their site", false, List.of(), LIMITS));
		assertThat(rules(verdict)).isEqualTo(held ? List.of("APP-01") : List.of());
	}

	@Test
	void app01ADemonstrationNeedNotWaitForMondayButForConsent() {
		Instant sunday = Instant.parse("2026-03-08T21:00:00Z");
		ContactWindowPolicy.Limits anyTime = new ContactWindowPolicy.Limits(LIMITS.from(), LIMITS.until(), true, 2,
				LIMITS.period(), LIMITS.coolDown());
		assertThat(rules(ContactWindowPolicy.verdict(new ContactWindowPolicy.Facts(sunday, ZoneId.of("Europe/Paris"),
				false, false, false, "their site", false, List.of(), anyTime))))
			.isEmpty();
		assertThat(rules(ContactWindowPolicy.verdict(new ContactWindowPolicy.Facts(sunday, ZoneId.of("Europe/Paris"),
				false, true, false, "their site", false, List.of(), anyTime))))
			.containsExactly("APP-03");
	}

	@Test
	void app03APrivateNumberIsUsableWithConsent() {
		Instant at = Instant.parse("2026-03-02T10:00:00Z");
		assertThat(rules(ContactWindowPolicy.verdict(new ContactWindowPolicy.Facts(at, ZoneId.of("Europe/Paris"), false,
				true, true, "given at the fair", false, List.of(), LIMITS))))
			.isEmpty();
	}

	@Test
	void app04ThreeCallsInHalfAnHourKillTheDeal() {
		Instant at = Instant.parse("2026-03-02T10:30:00Z");
		assertThat(rules(ContactWindowPolicy.verdict(new ContactWindowPolicy.Facts(at, ZoneId.of("Europe/Paris"), false,
				false, false, "their site", false, List.of(at.minusSeconds(1800), at.minusSeconds(900)), LIMITS))))
			.containsExactly("APP-04", "APP-04");
	}

	@ParameterizedTest
	@CsvSource({ "THEY_PAY_US, customer", "WE_PAY_THEM, supplier", "NEITHER, no partnership" })
	void pro27SaysWhatItIsInstead(Money money, String status) {
		Map<Point, Answer> answers = new EnumMap<>(Point.class);
		for (Point point : Point.values()) {
			answers.put(point, new Answer(point != Point.COMMON_GOAL, LADDER));
		}
		var held = (Held) PartnershipDefinitionPolicy.verdict(new PartnershipDefinitionPolicy.Facts(answers, money));
		assertThat(held.findings()).extracting(Finding::rule).containsExactly("QUA-01", "PRO-27");
		assertThat(held.findings().getLast().english()).contains(status);
	}

	@Test
	void qua01AQuestionNotAnsweredIsNoYes() {
		assertThat(rules(
				PartnershipDefinitionPolicy.verdict(new PartnershipDefinitionPolicy.Facts(Map.of(), Money.NEITHER))))
			.containsExactly("QUA-01", "QUA-01", "QUA-01", "QUA-01", "QUA-01");
	}

	@Test
	void gov02OnePersonOnTwoLevelsIsOneLevel() {
		List<Seat> seats = List.of(new Seat(Level.OPERATIONAL, true, "Direction"),
				new Seat(Level.EXECUTIVE, true, "direction"), new Seat(Level.OPERATIONAL, false, "Marketing"),
				new Seat(Level.EXECUTIVE, false, "Présidence"));
		assertThat(rules(GovernancePolicy.verdict(new GovernancePolicy.Facts(seats)))).containsExactly("GOV-02");
	}

	@Test
	void gov02AThirdLevelHalfFilledIsNoHindrance() {
		List<Seat> seats = List.of(new Seat(Level.OPERATIONAL, true, "Communication"),
				new Seat(Level.STEERING, true, "Direction"), new Seat(Level.OPERATIONAL, false, "Marketing"),
				new Seat(Level.STEERING, false, "Présidence"), new Seat(Level.EXECUTIVE, true, "Conseil"));
		assertThat(rules(GovernancePolicy.verdict(new GovernancePolicy.Facts(seats)))).isEmpty();
	}

	@Test
	void qua04ASponsorMayAcceptAnImbalance() {
		List<Benefit> benefits = List.of(new Benefit("New readers abroad", false));
		var ours = new Balance(1, 5);
		var theirs = new Balance(5, 3);
		assertThat(rules(ReciprocityPolicy
			.verdict(new ReciprocityPolicy.Facts(true, true, benefits, benefits, ours, theirs, ""))))
			.containsExactly("QUA-04");
		assertThat(rules(ReciprocityPolicy
			.verdict(new ReciprocityPolicy.Facts(true, true, benefits, benefits, ours, theirs, "sponsor")))).isEmpty();
	}

	@Test
	void qua10CommissionAloneIsFlagged() {
		List<Benefit> lasting = List.of(new Benefit("New readers abroad", false));
		List<Benefit> commission = List.of(new Benefit("Ten per cent commission", true));
		assertThat(rules(ReciprocityPolicy.verdict(new ReciprocityPolicy.Facts(true, true, lasting, commission,
				new Balance(3, 3), new Balance(3, 3), ""))))
			.containsExactly("QUA-10");
	}

	@Test
	void qua11TheOwnerMayLookAgainWhenThereIsNobodyElse() {
		Instant qualified = Instant.parse("2026-03-02T10:00:00Z");
		assertThat(rules(SecondLookPolicy.verdict(new SecondLookPolicy.Facts(qualified,
				qualified.plus(Duration.ofDays(2)), true, false, LADDER, true, Duration.ofDays(2)))))
			.isEmpty();
	}

	@Test
	void con09NoFrontierCanBeDrawnAcrossAnExclusiveScope() {
		var scope = new Scope(Set.of("France"), Set.of("Books"), Set.of("Retail"));
		var exclusive = new Live("A", "A company", new Scope(Set.of("*"), Set.of("books"), Set.of("retail")), true);
		var shared = new Live("A", "A company", exclusive.scope(), false);
		assertThat(rules(overlap(scope, exclusive, LADDER))).containsExactly("CON-09");
		assertThat(rules(overlap(scope, shared, LADDER))).isEmpty();
		assertThat(rules(overlap(scope, shared, ""))).containsExactly("CON-09");
	}

	@Test
	void con09WhatIsNotDelimitedCrossesEverything() {
		var scope = new Scope(Set.of(), Set.of("Books"), Set.of("Retail"));
		var live = new Live("A", "A company", new Scope(Set.of("Japan"), Set.of("books"), Set.of("retail")), false);
		assertThat(rules(overlap(scope, live, ""))).containsExactly("CON-09", "CON-09");
	}

	@Test
	void pro04ACompetitorIsNoKnockOutButNeedsLimits() {
		var everywhere = new Scope(Set.of("*"), Set.of("Books"), Set.of("Retail"));
		assertThat(rules(ScopeOverlapPolicy
			.verdict(new ScopeOverlapPolicy.Facts(everywhere, List.of(), Map.of(), true, true, "legal"))))
			.containsExactly("PRO-04");
		var limited = new Scope(Set.of("France"), Set.of("Books"), Set.of("*"));
		assertThat(rules(ScopeOverlapPolicy
			.verdict(new ScopeOverlapPolicy.Facts(limited, List.of(), Map.of(), true, true, "legal")))).isEmpty();
	}

	@Test
	void pla03NoChangeIsNothingToHold() {
		assertThat(rules(ChangeControlPolicy.verdict(new ChangeControlPolicy.Facts(List.of())))).isEmpty();
	}

	@Test
	void pil05AnEndAtTermNeedsNoCost() {
		assertThat(rules(ClosingPolicy.verdict(
				new ClosingPolicy.Facts(LADDER, LADDER, List.of(LADDER), List.of(), true, false, null, null, null))))
			.isEmpty();
	}

	private static Verdict overlap(Scope scope, Live live, String frontier) {
		return ScopeOverlapPolicy
			.verdict(new ScopeOverlapPolicy.Facts(scope, List.of(live), Map.of(live.id(), frontier), false, false, ""));
	}

	private static List<String> rules(Verdict verdict) {
		return (verdict instanceof Held held) ? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

}
