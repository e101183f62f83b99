package org.binome.gate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.decision.Timeline;
import org.binome.gate.Gates.Origin;
import org.binome.relationship.Governance;
import org.binome.relationship.Governance.Above;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

@StageTest
@Import(GateScene.class)
class GatesTests {

	@Autowired
	Gates gates;

	@Autowired
	GateScene scene;

	@Autowired
	Evaluations evaluations;

	@Autowired
	EvidenceChain evidence;

	@Autowired
	GateEscalation escalation;

	@Autowired
	Governance governance;

	@Autowired
	Timeline timeline;

	@Autowired
	JavaMailSender mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void aGateAskedTooEarlyHoldsAndSaysWhatComesFirst() {
		UUID subject = this.scene.partnership("manager");
		assertThat(this.gates.pass(Gate.RESPECTFUL_MESSAGE, subject, GateScene.place())).isFalse();
		assertThat(this.gates.latest(subject)).singleElement()
			.satisfies((evaluation) -> assertThat(evaluation.findings())
				.containsExactly(new Finding("APP-02", "Aucun message n’est rédigé.", "No message is drafted.",
						"Rédigez d’abord le message.", "Draft the message first.")));
	}

	@Test
	void theFirstAnswerStandsWhenARetryAsksFromTheSamePlace() {
		UUID subject = this.scene.partnership("manager");
		Origin place = GateScene.place();
		assertThat(this.gates.record(Gate.WARMTH, subject, Verdict.of(GateScene.findings("a")), place)).isFalse();
		assertThat(this.gates.record(Gate.WARMTH, subject, Verdict.of(List.of()), place)).isFalse();
		assertThat(this.gates.history(subject)).hasSize(1);
		assertThat(this.evidence.verify(subject)).isEmpty();
	}

	@Test
	void keepsFactsProcessAndPolicyWithTheEvaluation() {
		UUID subject = this.scene.partnership("manager");
		gates(Mode.BLOCK).pass(Gate.NAMED_PAIR, subject, new Origin(77, 5, GateScene.place().elementInstanceKey()));
		Map<String, Object> row = this.jdbc.sql("""
				select facts->>'partnerName' as partner, process_instance_key, process_version, mode, verdict
				from gate_evaluation where subject_id = ?""").param(subject).query().singleRow();
		assertThat(row).containsEntry("partner", "Direction du marketing")
			.containsEntry("process_instance_key", 77L)
			.containsEntry("process_version", 5)
			.containsEntry("mode", "BLOCK")
			.containsEntry("verdict", "HELD");
		assertThat(this.gates.latest(subject).getFirst().policyVersion()).matches("[0-9a-f]{16}")
			.isEqualTo(new PolicyVersions().of(Gate.NAMED_PAIR))
			.isNotEqualTo(new PolicyVersions().of(Gate.FOUR_PILLARS));
	}

	@Test
	void gov16AWarningShowsItsFindingsAndLetsPass() {
		UUID subject = this.scene.partnership("manager");
		assertThat(gates(Mode.WARN).pass(Gate.NAMED_PAIR, subject, GateScene.place())).isTrue();
		Evaluation warned = this.gates.latest(subject).getFirst();
		assertThat(warned.warns()).isTrue();
		assertThat(warned.findings()).isNotEmpty();
		assertThat(this.gates.openFindings(subject, Gate.NAMED_PAIR)).isEqualTo(warned.findings());
	}

	@Test
	void gov16AGateThatIsOffIsRecordedAllTheSame() {
		UUID subject = this.scene.partnership("manager");
		assertThat(gates(Mode.OFF).pass(Gate.NAMED_PAIR, subject, GateScene.place())).isTrue();
		assertThat(this.gates.latest(subject).getFirst().mode()).isEqualTo(Mode.OFF);
	}

	@Test
	void gov03TheThirdHoldInARowIsToldToTheLevelAboveOnce() {
		UUID subject = this.scene.partnership("manager");
		int before = mails().to("sponsor@binome.example").size();
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		assertThat(mails().to("sponsor@binome.example")).hasSize(before);
		Origin third = GateScene.place();
		Verdict verdict = Verdict.of(GateScene.findings("desire is too low"));
		this.gates.record(Gate.FOUR_PILLARS, subject, verdict, third);
		this.gates.record(Gate.FOUR_PILLARS, subject, verdict, third);
		assertThat(mails().to("sponsor@binome.example")).hasSize(before + 1);
		assertThat(mails().latestTextTo("sponsor@binome.example")).contains("3 times in a row", "desire is too low",
				"Correct it", "/partnerships/" + subject);
		assertThat(this.timeline.of(subject)).extracting(Timeline.Event::french)
			.containsExactly(
					"Le contrôle « Quatre piliers » retient le partenariat pour la 3e fois ; prévenus : Direction.");
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		assertThat(mails().to("sponsor@binome.example")).hasSize(before + 1);
	}

	@Test
	void gov03TheSixthHoldInARowGoesOneLevelHigher() {
		UUID subject = this.scene.partnership("manager");
		int before = mails().to("admin@binome.example").size();
		for (int times = 0; times < 6; times++) {
			this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		}
		assertThat(mails().to("admin@binome.example")).hasSize(before + 1);
	}

	@Test
	void gov03NeverTellsTheOwnerAsTheLevelAbove() {
		UUID subject = this.scene.partnership("sponsor");
		int sponsor = mails().to("sponsor@binome.example").size();
		int admin = mails().to("admin@binome.example").size();
		for (int times = 0; times < 3; times++) {
			this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		}
		assertThat(mails().to("sponsor@binome.example")).hasSize(sponsor);
		assertThat(mails().to("admin@binome.example")).hasSize(admin + 1);
	}

	/** GOV-03: who is above helps when there is a problem. */
	@Test
	void gov02ThePersonNamedAtTheLevelAboveIsToldInsteadOfTheRole() {
		UUID subject = this.scene.partnership("manager");
		this.governance.name(subject, 1, new Above("Service juridique", "-", "board@" + subject + ".example", "-"));
		int sponsor = mails().to("sponsor@binome.example").size();
		int legal = mails().to("legal@binome.example").size();
		for (int times = 0; times < 6; times++) {
			this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		}
		assertThat(mails().to("legal@binome.example")).as("steering, by name").hasSize(legal + 1);
		assertThat(mails().to("board@" + subject + ".example")).as("executive, by address").hasSize(1);
		assertThat(mails().to("sponsor@binome.example")).hasSize(sponsor);
	}

	@Test
	void gov02ANameThatLeadsNowhereOrToTheOwnerLeavesItToTheRole() {
		UUID subject = this.scene.partnership("manager");
		this.governance.name(subject, 1, new Above("Somebody", "-", "manager", "-"));
		int sponsor = mails().to("sponsor@binome.example").size();
		int admin = mails().to("admin@binome.example").size();
		for (int times = 0; times < 6; times++) {
			this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		}
		assertThat(mails().to("sponsor@binome.example")).hasSize(sponsor + 1);
		assertThat(mails().to("admin@binome.example")).hasSize(admin + 1);
	}

	@Test
	void gov03CountsAnewOnceTheGateHasLetPass() {
		UUID subject = this.scene.partnership("manager");
		int before = mails().to("sponsor@binome.example").size();
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		this.scene.ask(subject, Gate.FOUR_PILLARS);
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		assertThat(mails().to("sponsor@binome.example")).hasSize(before);
	}

	@Test
	void everyGateHasANameInBothLanguagesAndItsRules() {
		for (Gate gate : Gate.values()) {
			assertThat(gate.rules()).isNotEmpty().allMatch((rule) -> rule.matches("[A-Z]{3}-\\d\\d"));
			assertThat(gate.label("fr")).isNotBlank();
			assertThat(gate.label("en")).isNotBlank();
			assertThat(Gate.of(gate.id())).isEqualTo(gate);
		}
		assertThat(Gate.values()).hasSize(24);
		assertThat(new HashSet<>(Arrays.asList(Gate.values())).stream().map((gate) -> gate.label("fr")).distinct())
			.hasSize(24);
	}

	/** Gates with one check, in this mode. */
	private Gates gates(Mode mode) {
		PolicyCheck<NamedPairPolicy.Facts> check = new PolicyCheck<>() {

			@Override
			public Gate gate() {
				return Gate.NAMED_PAIR;
			}

			@Override
			public NamedPairPolicy.Facts facts(UUID subject) {
				return new NamedPairPolicy.Facts("", false, "Direction du marketing", "x@y.example", true);
			}

			@Override
			public Verdict judge(NamedPairPolicy.Facts facts) {
				return NamedPairPolicy.verdict(facts);
			}

		};
		return new Gates(List.of(check), (gate, subject) -> mode, this.evaluations, this.evidence, this.escalation,
				this.transactions, java.time.Clock.systemUTC());
	}

	private SentMails mails() {
		return (SentMails) this.mails;
	}

}
