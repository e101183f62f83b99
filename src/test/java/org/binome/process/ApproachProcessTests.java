package org.binome.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
class ApproachProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Partnerships partnerships;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void rel01AStrangerIsNotApproached() {
		this.journey.untilShortlisted();
		this.engine.complete("Task_BuildRelationship", "manager", Forms.approachAStranger());
		this.engine.awaitElement("Task_GateWarmth");
		this.engine.awaitTask("Task_BuildRelationship");
		assertThat(rules(Gate.WARMTH)).contains("REL-01");
		this.engine.complete("Task_BuildRelationship", "manager", Forms.warmGestures(this.journey.today()));
		this.engine.awaitTask("Task_DraftMessage");
		assertThat(rules(Gate.WARMTH)).isEmpty();
	}

	@Test
	void rel03TheNextGestureIsAskedForAfterAWeek() {
		this.journey.untilShortlisted();
		this.engine.complete("Task_BuildRelationship", "manager", Forms.firstGesture(this.journey.today()));
		this.engine.awaitElement("Task_RecordGestures");
		this.engine.pass(Duration.ofDays(8));
		this.engine.awaitTask("Task_BuildRelationship");
	}

	@Test
	void app13AHypedMessageIsHeldAndAReturnedOneRewritten() {
		this.journey.untilShortlisted();
		this.engine.complete("Task_BuildRelationship", "manager", Forms.warmGestures(this.journey.today()));
		this.engine.complete("Task_DraftMessage", "manager", Forms.pushyMessage());
		this.engine.awaitElement("Task_GateRespectfulMessage");
		this.engine.awaitTask("Task_DraftMessage");
		assertThat(rules(Gate.RESPECTFUL_MESSAGE)).contains("APP-02", "APP-13", "APP-14");
		this.engine.complete("Task_DraftMessage", "manager", Forms.message(this.journey.whyThem()));
		this.engine.complete("Task_ReviewMessage", "sponsor", Forms.review("return"));
		this.engine.awaitTask("Task_DraftMessage");
	}

	@Test
	void app15ARefusalTodayComesBackWithItsDate() {
		this.journey.slowly().untilShortlisted();
		this.journey.untilMessageSent();
		this.journey.human("Task_AwaitReply", "manager", Forms.reply("not_now"));
		this.journey.human("Task_RecordRefusal", "manager", Forms.refusal(true, this.journey.today().plusDays(60)));
		this.engine.awaitElement("Task_StoreRefusal");
		this.engine.pass(Duration.ofDays(61));
		this.engine.awaitTask("Task_BuildRelationship");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.OPEN);
	}

	@Test
	void app11SilenceIsNoYesAndNoReasonToChase() {
		this.journey.untilShortlisted();
		this.journey.untilMessageSent();
		this.engine.pass(Duration.ofDays(15));
		this.engine.pass(Duration.ofDays(31));
		this.engine.awaitElement("Task_RecordSilence");
		this.engine.complete("Task_RecordRefusal", "manager", Forms.refusal(false, null));
		this.engine.awaitElement("EndEvent_ApproachRefused");
		this.engine.awaitElement("EndEvent_PartnershipNotPursued");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.CLOSED);
	}

	@Test
	void aReplyByTheSignedLinkGoesOn() {
		this.journey.untilShortlisted();
		this.journey.untilMessageSent();
		this.journey.answer("reply", Map.of("outcome", "interested"));
		this.engine.awaitElement("EndEvent_PartnerInterested");
		this.engine.awaitTask("Task_DefinePartnership");
	}

	@Test
	void aReplyEnteredByTheManagerGoesOn() {
		this.journey.untilShortlisted();
		this.journey.untilMessageSent();
		this.engine.complete("Task_AwaitReply", "manager", Forms.reply("interested"));
		this.engine.awaitElement("EndEvent_PartnerInterested");
	}

	@Test
	void aNoByTheSignedLinkEndsInARecordedRefusal() {
		this.journey.untilShortlisted();
		this.journey.untilMessageSent();
		this.journey.answer("reply", Map.of("outcome", "no"));
		this.engine.awaitTask("Task_RecordRefusal");
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
