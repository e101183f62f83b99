package org.binome.gate;

import java.time.Duration;
import java.util.UUID;

import org.binome.StageTest;
import org.binome.TestClock;
import org.binome.gate.GateReport.Line;
import org.binome.partner.Partnerships;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@StageTest
@Import(GateScene.class)
class GateReportTests {

	@Autowired
	GateReport report;

	@Autowired
	GateScene scene;

	@Autowired
	Overrides overrides;

	@Autowired
	Partnerships partnerships;

	@Autowired
	TestClock clock;

	private UUID programme;

	private UUID subject;

	@BeforeEach
	void partnership() {
		this.subject = this.scene.partnership("manager");
		this.programme = this.partnerships.get(this.subject).programmeId();
	}

	@Test
	void pil02AGateThatHeldAndWasClearedChangedTheOutcome() {
		this.scene.ask(this.subject, Gate.WARMTH, "a");
		this.clock.advance(Duration.ofDays(2));
		this.scene.ask(this.subject, Gate.WARMTH, "a");
		this.clock.advance(Duration.ofDays(1));
		this.scene.ask(this.subject, Gate.WARMTH);
		this.scene.ask(this.subject, Gate.WARMTH);
		Line line = line(Gate.WARMTH);
		assertThat(line.evaluated()).isEqualTo(4);
		assertThat(line.held()).isEqualTo(2);
		assertThat(line.passed()).isEqualTo(2);
		assertThat(line.cleared()).isEqualTo(1);
		assertThat(line.changed()).isEqualTo(1);
		assertThat(line.days()).isEqualByComparingTo("3");
	}

	@Test
	void pil02AGateThatAlwaysPassedChangedNothingAndCostNothing() {
		this.scene.ask(this.subject, Gate.WARMTH);
		Line line = line(Gate.WARMTH);
		assertThat(line.changed()).isZero();
		assertThat(line.days()).isEqualByComparingTo("0");
		assertThat(line(Gate.CLOSING).evaluated()).isZero();
	}

	@Test
	void gov16AnOverrideIsReportedAndIsNoChangeOfTheOutcome() {
		this.scene.ask(this.subject, Gate.WARMTH, "a");
		this.overrides.override(this.subject, Gate.WARMTH, "sponsor", "They wrote to us first, last week");
		this.scene.ask(this.subject, Gate.WARMTH, "a");
		Line line = line(Gate.WARMTH);
		assertThat(line.overridden()).isEqualTo(1);
		assertThat(line.changed()).isZero();
		assertThat(line.waiting()).isZero();
	}

	@Test
	void pil02APartnershipClosedWhileHeldEndedThere() {
		this.scene.ask(this.subject, Gate.FOUR_PILLARS, "a");
		assertThat(line(Gate.FOUR_PILLARS).waiting()).isEqualTo(1);
		this.partnerships.close(this.subject, "no desire");
		Line line = line(Gate.FOUR_PILLARS);
		assertThat(line.ended()).isEqualTo(1);
		assertThat(line.changed()).isEqualTo(1);
		assertThat(line.waiting()).isZero();
	}

	@Test
	void gov08GatesOfTheProgrammeItselfCountWithIt() {
		this.scene.ask(this.programme, Gate.READINESS, "a");
		assertThat(line(Gate.READINESS).held()).isEqualTo(1);
		assertThat(this.report.lines(this.scene.programme("manager"))).allMatch((line) -> line.evaluated() == 0);
		assertThat(this.report.lines(null)).hasSize(24);
	}

	private Line line(Gate gate) {
		return this.report.lines(this.programme)
			.stream()
			.filter((line) -> line.gate() == gate)
			.findFirst()
			.orElseThrow();
	}

}
