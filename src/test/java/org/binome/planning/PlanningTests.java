package org.binome.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.StageTest;
import org.binome.gate.Gate;
import org.binome.partner.InvalidLink;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.partner.WorkingDays;
import org.binome.planning.Planning.Row;
import org.binome.relationship.Relationship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The planning stage on a real database: PLA-01, PLA-02, PLA-05, PLA-06.
 */
@StageTest
class PlanningTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Planning planning;

	@Autowired
	Plans plans;

	@Autowired
	SignedLinks links;

	@Autowired
	Clock clock;

	private Relationship relationship;

	private LocalDate launch;

	@BeforeEach
	void agreeTerms() {
		this.launch = WorkingDays.of("FR", "DE").onOrAfter(LocalDate.now(this.clock).plusDays(150));
		this.relationship = Relationship.open(this.context, "DE", "en").agreed(this.launch);
	}

	@Test
	void pla02EveryActionOfTheTemplateIsDatedAndOwnedByAPersonOfOneSide() {
		this.planning.build(id(), Relationship.key(), null, null, "fr");
		assertThat(this.plans.current(id()).orElseThrow().launchOn()).isEqualTo(this.launch);
		assertThat(this.plans.current(id()).orElseThrow().partnerCountry()).isEqualTo("DE");
		assertThat(this.relationship.rules(Gate.PLAN_COMPLETE)).isEmpty();
		assertThat(this.plans.actions(id())).anySatisfy((action) -> {
			assertThat(action.templateKey()).isEqualTo("approval");
			assertThat(action.owner()).isEqualTo("Direction des partenariats");
		});
	}

	@Test
	void pla06AMandatoryActionTakenOutHoldsUntilItIsBack() {
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
		List<Row> rows = rows();
		Row last = rows.removeLast();
		this.planning.review(id(), Relationship.key(), rows);
		assertThat(this.relationship.rules(Gate.PLAN_COMPLETE)).containsExactly("PLA-06");
		rows.add(last);
		this.planning.review(id(), Relationship.key(), rows);
		assertThat(this.relationship.rules(Gate.PLAN_COMPLETE)).isEmpty();
	}

	@Test
	void pla02WhatIsEnteredWronglyHolds() {
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
		List<Row> rows = rows();
		rows.add(new Row(null, "Sans date", null, "manager"));
		rows.add(new Row(UUID.randomUUID(), "D’un inconnu", this.launch, "inconnu"));
		rows.add(new Row(null, "Trop tard", this.launch.plusDays(1), "manager"));
		this.planning.review(id(), Relationship.key(), rows);
		assertThat(this.relationship.rules(Gate.PLAN_COMPLETE)).containsExactlyInAnyOrder("PLA-02", "PLA-02", "PLA-05");
		assertThat(this.plans.actions(id())).hasSize(rows.size());
	}

	@Test
	void theDateOfTheLaunchActionIsTheLaunch() {
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
		List<Row> rows = rows();
		Row last = rows.removeLast();
		rows.add(new Row(last.id(), last.name(), this.launch.plusDays(7), last.owner()));
		this.planning.review(id(), Relationship.key(), rows);
		assertThat(this.plans.current(id()).orElseThrow().launchOn()).isEqualTo(this.launch.plusDays(7));
	}

	@Test
	void theFirstWordOnAnActionStands() {
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
		UUID action = this.plans.actions(id()).getFirst().id();
		this.planning.close(id(), action, false, "plus utile", "manager");
		this.planning.close(id(), action, true, "", "manager");
		assertThat(this.plans.action(id(), action).orElseThrow().state()).isEqualTo("DROPPED");
		assertThat(this.planning.due(id())).noneMatch((due) -> due.id().equals(action));
	}

	@Test
	void theCalendarKeepsTheIdsOfItsEventsWhenThePlanIsBuiltAgain() {
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
		String first = this.plans.calendar(id());
		this.planning.build(id(), Relationship.key(), this.launch.plusDays(40), "DE", "fr");
		String second = this.plans.calendar(id());
		assertThat(lines(second, "UID:")).isEqualTo(lines(first, "UID:")).hasSize(12);
		assertThat(lines(second, "DTSTART")).isNotEqualTo(lines(first, "DTSTART"));
		assertThat(first).startsWith("BEGIN:VCALENDAR\r\n")
			.contains("DTSTART;VALUE=DATE:" + this.launch.toString().replace("-", ""), "Lancement");
	}

	@Test
	void thePartnerReadsTheCalendarInTheirLanguageThroughALink() {
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
		String url = this.plans.calendarUrl(id());
		assertThat(url).matches(".*/calendar/[A-Za-z0-9_-]+\\.ics");
		SignedLink link = this.links.resolve(url.replaceFirst(".*/calendar/(.+)\\.ics", "$1"));
		assertThat(this.plans.calendar(link)).contains("Launch ·").doesNotContain("Lancement");
		SignedLink other = this.links.issue("reply", id(), link.personId(), null, "reply:" + id(), Duration.ofDays(1));
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.plans.calendar(other));
	}

	private List<Row> rows() {
		return new ArrayList<>(this.plans.actions(id())
			.stream()
			.map((action) -> new Row(action.id(), action.name(), action.dueOn(), action.owner()))
			.toList());
	}

	private static List<String> lines(String calendar, String start) {
		return calendar.lines().filter((line) -> line.startsWith(start)).sorted().collect(Collectors.toList());
	}

	private UUID id() {
		return this.relationship.id();
	}

}
