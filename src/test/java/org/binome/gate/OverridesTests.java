package org.binome.gate;

import java.util.List;
import java.util.UUID;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@StageTest
@Import(GateScene.class)
class OverridesTests {

	private static final String REASON = "Their new director asked for it in writing";

	@Autowired
	Overrides overrides;

	@Autowired
	Gates gates;

	@Autowired
	GateScene scene;

	@Autowired
	Timeline timeline;

	@Autowired
	JavaMailSender mails;

	@Test
	void gov16LetsTheNextEvaluationPassOnce() {
		UUID subject = held();
		this.overrides.override(subject, Gate.WARMTH, "sponsor", REASON);
		assertThat(this.scene.ask(subject, Gate.WARMTH, "a", "b")).isTrue();
		Evaluation passed = latest(subject);
		assertThat(passed.overridden()).isTrue();
		assertThat(passed.findings()).isEqualTo(GateScene.findings("a", "b"));
		assertThat(passed.override().givenBy()).isEqualTo("sponsor");
		assertThat(passed.override().authority()).isEqualTo(Role.SPONSOR);
		assertThat(passed.override().reason()).isEqualTo(REASON);
		assertThat(this.scene.ask(subject, Gate.WARMTH, "a", "b")).isFalse();
	}

	@Test
	void gov16ANewFindingHoldsAgain() {
		UUID subject = held();
		this.overrides.override(subject, Gate.WARMTH, "sponsor", REASON);
		assertThat(this.scene.ask(subject, Gate.WARMTH, "a", "c")).isFalse();
		assertThat(this.scene.ask(subject, Gate.WARMTH, "a", "b")).as("it was for the next evaluation").isFalse();
	}

	@Test
	void gov16AFindingClearedMeanwhileIsNoHindrance() {
		UUID subject = held();
		this.overrides.override(subject, Gate.WARMTH, "admin", REASON);
		assertThat(this.scene.ask(subject, Gate.WARMTH, "b")).isTrue();
	}

	@Test
	void gov16CountsForItsGateAndItsSubjectOnly() {
		UUID subject = held();
		UUID other = held();
		this.scene.ask(subject, Gate.NAMED_PAIR, "a");
		this.overrides.override(subject, Gate.WARMTH, "sponsor", REASON);
		assertThat(this.scene.ask(other, Gate.WARMTH, "a")).isFalse();
		assertThat(this.scene.ask(subject, Gate.NAMED_PAIR, "a")).isFalse();
	}

	@Test
	void gov16ShowsOnTheHeldEvaluationThatItWaits() {
		UUID subject = held();
		this.overrides.override(subject, Gate.WARMTH, "sponsor", REASON);
		assertThat(latest(subject).stops()).isTrue();
		assertThat(latest(subject).override().reason()).isEqualTo(REASON);
	}

	@Test
	void gov16IsForSponsorAndAdministratorOnly() {
		UUID subject = held("sponsor");
		for (String username : List.of("manager", "legal", "nobody")) {
			refused(subject, username, REASON, "Only a sponsor");
		}
	}

	@Test
	void gov16IsNeverForTheOwner() {
		refused(held("sponsor"), "sponsor", REASON, "You own this partnership");
	}

	@Test
	void gov16IsNeverForTheOwnerOfTheProgramme() {
		UUID programme = this.scene.programme("sponsor");
		this.scene.ask(programme, Gate.READINESS, "not proven");
		assertThat(this.overrides.obstacle(programme, Gate.READINESS, "sponsor")).isPresent();
		assertThat(this.overrides.obstacle(programme, Gate.READINESS, "admin")).isEmpty();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "too short", "                          ", "....................",
			"aaaaaaaaaaaaaaaaaaaaaaaaa", "because because because because" })
	void gov16NeedsAReasonThatSaysSomething(String reason) {
		refused(held(), "sponsor", reason, "Give a reason");
	}

	@Test
	void gov16IsPossibleOnlyWhileTheGateHolds() {
		UUID subject = this.scene.partnership("manager");
		refused(subject, "sponsor", REASON, "holds nothing");
		this.scene.ask(subject, Gate.WARMTH, "a");
		this.scene.ask(subject, Gate.WARMTH);
		refused(subject, "sponsor", REASON, "holds nothing");
	}

	@Test
	void gov16IsGivenOncePerHold() {
		UUID subject = held();
		this.overrides.override(subject, Gate.WARMTH, "sponsor", REASON);
		refused(subject, "admin", REASON, "was given already");
	}

	@ParameterizedTest
	@EnumSource(names = { "LEGAL_APPROVAL", "SIGNATURE" })
	void con01IsNotPossibleBeforeAStepThatCannotBeTakenBack(Gate gate) {
		UUID subject = this.scene.partnership("manager");
		this.scene.ask(subject, gate, "nobody signed");
		assertThatExceptionOfType(OverrideRefused.class)
			.isThrownBy(() -> this.overrides.override(subject, gate, "sponsor", REASON))
			.withMessageContaining("taken back");
	}

	@Test
	void gov16TellsTheOwnerAndEverybodyWhoReadsThePartnership() {
		UUID subject = held();
		int before = mails().to("manager@binome.example").size();
		this.overrides.override(subject, Gate.WARMTH, "sponsor", REASON);
		assertThat(mails().to("manager@binome.example")).hasSize(before + 1);
		assertThat(mails().latestTextTo("manager@binome.example")).contains(REASON, "Relation établie", "a (fr)",
				"Elle vaut une fois");
		assertThat(this.timeline.of(subject).getFirst().english()).contains("Direction overrides", REASON);
	}

	private void refused(UUID subject, String username, String reason, String why) {
		assertThatExceptionOfType(OverrideRefused.class)
			.isThrownBy(() -> this.overrides.override(subject, Gate.WARMTH, username, reason))
			.withMessageContaining(why)
			.satisfies((ex) -> assertThat(ex.text("fr")).isNotEqualTo(ex.text("en")));
	}

	private UUID held() {
		return held("manager");
	}

	private UUID held(String owner) {
		UUID subject = this.scene.partnership(owner);
		this.scene.ask(subject, Gate.WARMTH, "a", "b");
		return subject;
	}

	private Evaluation latest(UUID subject) {
		return this.gates.latest(subject).getFirst();
	}

	private SentMails mails() {
		return (SentMails) this.mails;
	}

}
