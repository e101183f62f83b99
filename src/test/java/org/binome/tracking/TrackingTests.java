package org.binome.tracking;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.gate.Gate;
import org.binome.partner.Objections;
import org.binome.partner.WorkingDays;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pairs;
import org.binome.relationship.Relationship;
import org.binome.tracking.Reading.Source;
import org.binome.tracking.Readings.Entry;
import org.binome.tracking.Retrospectives.Lesson;
import org.binome.tracking.TrackingPlans.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tracking stage on a real database: TRK-01 to TRK-09, among them TRK-05 and TRK-07,
 * and PIL-01.
 */
@StageTest
class TrackingTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	TrackingPlans trackingPlans;

	@Autowired
	TrackingLetter letter;

	@Autowired
	Metrics metrics;

	@Autowired
	Readings readings;

	@Autowired
	Reviews reviews;

	@Autowired
	Renewals renewals;

	@Autowired
	Retrospectives retrospectives;

	@Autowired
	ClosingLetter closingLetter;

	@Autowired
	Objections objections;

	@Autowired
	Pairs pairs;

	@Autowired
	Objectives objectives;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Relationship relationship;

	private UUID revenue;

	private UUID buyers;

	private LocalDate today;

	@BeforeEach
	void agreeTerms() {
		this.today = LocalDate.now(this.clock);
		this.relationship = Relationship.open(this.context, "FR", "fr").agreed(this.today.plusDays(120));
		List<UUID> ids = this.objectives.of(id()).stream().map(Objective::id).toList();
		this.revenue = ids.getFirst();
		this.buyers = ids.getLast();
	}

	@Test
	void trk06ThePartnerIsToldWhatIsFollowed() {
		agree();
		this.letter.send(id());
		this.letter.send(id());
		assertThat(this.relationship.rules(Gate.TRACKING_PLAN)).isEmpty();
		assertThat(this.mails.latestTextTo(this.relationship.contact())).contains("Ventes", "Achats",
				"Une seconde lettre", "/calendar/");
	}

	@Test
	void aPlanThatIsHeldIsNotMailed() {
		int before = this.mails.to(this.relationship.contact()).size();
		this.trackingPlans.agree(id(), Relationship.key(), List.of(draft(this.revenue, "Likes")));
		this.letter.send(id());
		assertThat(this.mails.to(this.relationship.contact())).hasSize(before);
	}

	@Test
	void trk02AThirdMetricIsHeldAndKeptAsContextAtMost() {
		this.trackingPlans.agree(id(), Relationship.key(), List.of(draft(this.revenue, "Ventes"),
				draft(this.revenue, "Marge"), draft(this.revenue, "Leads"), draft(this.buyers, "Achats")));
		assertThat(this.relationship.rules(Gate.TRACKING_PLAN)).containsExactly("TRK-02");
		assertThat(this.metrics.of(id())).filteredOn(Metric::decisive).hasSize(3);
	}

	@Test
	void trk02TheDatabaseRefusesAThirdToo() {
		agree();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into metric (id, tracking_plan_id, partnership_id, objective_id, position, decisive, name,
					kind, unit, owner, off_target)
				select gen_random_uuid(), tracking_plan_id, partnership_id, objective_id, 3, true, 'x', 'other',
					'', '', '' from metric where objective_id = ?""").param(this.revenue).update());
	}

	@Test
	void trk03VanityIsHeldAndNeverDecides() {
		this.trackingPlans.agree(id(), Relationship.key(),
				List.of(draft(this.revenue, "Vues"), draft(this.buyers, "Achats")));
		assertThat(this.relationship.rules(Gate.TRACKING_PLAN)).containsExactly("TRK-03");
		assertThat(this.metrics.of(id())).filteredOn((metric) -> "vanity".equals(metric.kind()))
			.noneMatch(Metric::decisive);
	}

	@Test
	void whatWasEnteredIsShownAgain() {
		var draft = new Draft(null, "Ventes", null, "", "inconnu", "");
		this.trackingPlans.agree(id(), Relationship.key(), List.of(draft));
		assertThat(this.trackingPlans.latest(id())).containsExactly(draft);
		assertThat(this.relationship.rules(Gate.TRACKING_PLAN)).contains("TRK-01", "TRK-06", "TRK-09");
	}

	@Test
	void trk05ACorrectionKeepsWhatItCorrects() {
		agree();
		UUID metric = this.metrics.of(id()).getFirst().id();
		record(metric, "10", this.today, Source.TASK);
		record(metric, "10.0", this.today, Source.TASK);
		record(metric, "12", this.today, Source.TASK);
		assertThat(this.readings.of(id())).singleElement()
			.satisfies((reading) -> assertThat(reading.value()).isEqualByComparingTo("12"));
		assertThat(this.readings.history(metric, this.today)).hasSize(2);
	}

	@Test
	void trk05AFigureIsTiedToAMetricAndADayThatHasCome() {
		agree();
		UUID metric = this.metrics.of(id()).getFirst().id();
		assertThatExceptionOfType(InvalidReading.class)
			.isThrownBy(() -> record(UUID.randomUUID(), "1", this.today, Source.API));
		assertThatExceptionOfType(InvalidReading.class)
			.isThrownBy(() -> record(metric, "1", this.today.plusDays(1), Source.API));
	}

	@Test
	void theProcessIsToldOnceTheApiHasGivenEveryDecisiveFigureOfThePeriod() {
		agree();
		this.reviews.schedule(id(), Relationship.key());
		List<Metric> decisive = this.metrics.of(id());
		record(decisive.getFirst().id(), "1", this.today, Source.API);
		assertThat(this.relationship.signals("reading-recorded")).isZero();
		record(decisive.getLast().id(), "1", this.today, Source.API);
		assertThat(this.relationship.signals("reading-recorded")).isEqualTo(1);
		this.reviews.schedule(id(), Relationship.key());
		assertThat(this.readings.missing(id())).hasSize(decisive.size());
	}

	@Test
	void trk07WhatCannotBeKeptIsSaidAndTheRestIsKept() {
		agree();
		UUID metric = this.metrics.of(id()).getFirst().id();
		this.readings.recordAll(id(), Relationship.key(), List.of(new Entry(metric, BigDecimal.ONE, this.today),
				new Entry(metric, null, this.today), new Entry(metric, BigDecimal.TEN, this.today.plusYears(1))),
				"manager");
		assertThat(this.readings.of(id())).hasSize(1);
		assertThat(this.relationship.state().toString()).contains("Chiffres non gardés");
	}

	@Test
	void pil01TheNextReviewIsInAQuarterOnAWorkingMorning() {
		ZonedDateTime at = this.reviews.schedule(id(), Relationship.key());
		assertThat(at.toLocalDate()).isBetween(this.today.plusDays(90), this.today.plusDays(97));
		assertThat(WorkingDays.of("FR").contains(at.toLocalDate())).isTrue();
		assertThat(at.getHour()).isEqualTo(9);
		this.reviews.hold(id(), true, "Les chiffres montent", "Un atelier de plus", "manager");
		this.reviews.hold(id(), false, "Non", "", "manager");
		assertThat(this.reviews.of(id())).singleElement()
			.satisfies((review) -> assertThat(review.decision()).isEqualTo("CONTINUE"));
	}

	@Test
	void aRenewalAfterTheNoticeDateIsSaidToBeLate() {
		this.jdbc.sql("""
				insert into contract (id, partnership_id, term_sheet_id, state, drawn_up_on, notice_by)
				select gen_random_uuid(), partnership_id, id, 'IN_FORCE', ?, ? from term_sheet
				where partnership_id = ?""").params(this.today.minusYears(1), this.today.minusDays(2), id()).update();
		this.renewals.decide(id(), Relationship.key(), false, "Trop peu de ventes", "manager");
		assertThat(this.renewals.latest(id()).orElseThrow().late()).isTrue();
		assertThat(this.relationship.state().toString()).contains("après la date de préavis");
	}

	@Test
	void trk10LessonsAreFoundBeforeTheNextPartnershipOfTheSameType() {
		this.retrospectives.keep(id(), Relationship.key(), retrospective("Dater l’atelier après l’animateur"),
				"manager");
		Relationship next = Relationship.open(this.context, "FR", "fr");
		assertThat(this.retrospectives.lessons(next.id(), 3)).extracting(Lesson::text)
			.contains("Dater l’atelier après l’animateur");
		assertThat(this.retrospectives.lessons(id(), 3)).extracting(Lesson::text)
			.doesNotContain("Dater l’atelier après l’animateur");
	}

	@Test
	void theSameRetrospectiveIsKeptOnceAndTheLatestCounts() {
		long entry = Relationship.key();
		this.retrospectives.keep(id(), entry, retrospective("Une leçon"), "manager");
		this.retrospectives.keep(id(), entry, retrospective("Une autre"), "manager");
		assertThat(this.retrospectives.latest(id()).orElseThrow().lessons()).containsExactly("Une leçon");
		this.retrospectives.keep(id(), Relationship.key(), retrospective("La dernière"), "manager");
		assertThat(this.retrospectives.latest(id()).orElseThrow().lessons()).containsExactly("La dernière");
	}

	@Test
	void pil05OnlyAnEndBeforeTheTermAsksWhatItCost() {
		contractUntil(this.today.plusDays(1));
		assertThat(this.retrospectives.facts(id()).early()).isTrue();
		this.jdbc.sql("update contract set ends_on = ? where partnership_id = ?").params(this.today, id()).update();
		assertThat(this.retrospectives.facts(id()).early()).isFalse();
	}

	@Test
	void pil05ThePartnerIsThankedOnceAndNotAtAllWhenTheyAskedForSilence() {
		assertThat(this.retrospectives.facts(id()).partnerThanked()).isFalse();
		String address = this.pairs.partnerPerson(id()).email();
		int before = this.mails.to(address).size();
		this.closingLetter.send(id(), "Merci pour vos samedis.");
		this.closingLetter.send(id(), "Une seconde fois");
		assertThat(this.mails.to(address)).hasSize(before + 1);
		assertThat(this.mails.latestTextTo(address)).contains("Notre partenariat s’achève le ")
			.contains("Merci pour vos samedis.");
		assertThat(this.retrospectives.facts(id()).partnerThanked()).isTrue();
		Relationship silent = Relationship.open(this.context, "FR", "en");
		String leftAlone = this.pairs.partnerPerson(silent.id()).email();
		this.objections.add(leftAlone);
		this.closingLetter.send(silent.id(), "");
		assertThat(this.mails.to(leftAlone)).isEmpty();
		assertThat(this.retrospectives.facts(silent.id()).partnerThanked()).isTrue();
	}

	private void contractUntil(LocalDate endsOn) {
		this.jdbc.sql("""
				insert into contract (id, partnership_id, term_sheet_id, state, drawn_up_on, ends_on)
				select gen_random_uuid(), partnership_id, id, 'IN_FORCE', ?, ? from term_sheet
				where partnership_id = ?""").params(this.today.minusYears(1), endsOn, id()).update();
	}

	private static Retrospective retrospective(String lesson) {
		return new Retrospective("Les ateliers", "La lettre", List.of(lesson), List.of(), null, null, "", "", "");
	}

	private void agree() {
		this.trackingPlans.agree(id(), Relationship.key(),
				List.of(draft(this.revenue, "Ventes"), draft(this.buyers, "Achats")));
	}

	private static Draft draft(UUID objective, String name) {
		return new Draft(objective, name, BigDecimal.TEN, "EUR", "manager", "Une seconde lettre");
	}

	private void record(UUID metric, String value, LocalDate on, Source source) {
		this.readings.record(id(), metric, new BigDecimal(value), on, "manager", source);
	}

	private UUID id() {
		return this.relationship.id();
	}

}
