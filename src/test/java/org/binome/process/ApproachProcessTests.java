package org.binome.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.SentMails;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.binome.partner.Objections;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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

	@Autowired
	Overrides overrides;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Objections objections;

	@Autowired
	SentMails mails;

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

	@Test
	void app03APrivateAddressWaitsForConsent() {
		untilReviewed(Forms.messageToPrivateAddress(this.journey.whyThem()));
		this.journey.untilContactWindow();
		this.engine.awaitTask("Task_ClearContact");
		assertThat(rules(Gate.CONTACT_WINDOW)).containsExactly("APP-03");
		assertThat(this.mails.to(this.journey.contact())).isEmpty();
		this.journey.slowly().human("Task_ClearContact", "manager", Forms.consent(this.journey.today()));
		this.engine.awaitElement("Task_PlanContactWindow", 2);
		this.journey.untilContactWindow();
		this.engine.awaitTask("Task_AwaitReply");
		assertThat(rules(Gate.CONTACT_WINDOW)).isEmpty();
		assertThat(this.mails.to(this.journey.contact())).hasSize(1);
	}

	@Test
	void app03TheThirdHoldIsToldAndASponsorLetsAPrivateAddressThrough() {
		untilReviewed(Forms.messageToPrivateAddress(this.journey.whyThem()));
		for (int planned = 1; planned <= 3; planned++) {
			this.engine.awaitElement("Task_PlanContactWindow", planned);
			assertThat(told()).isEqualTo(0);
			this.journey.untilContactWindow();
			this.engine.awaitElement("Task_GateContactWindow", planned);
			this.engine.awaitTask("Task_ClearContact");
			if (planned < 3) {
				this.engine.complete("Task_ClearContact", "manager", Forms.noConsent());
			}
		}
		assertThat(told()).isEqualTo(1);
		this.overrides.override(this.journey.partnership(), Gate.CONTACT_WINDOW, "sponsor",
				"Their chair gave us this address before witnesses");
		this.engine.complete("Task_ClearContact", "manager", Forms.noConsent());
		this.engine.awaitElement("Task_PlanContactWindow", 4);
		this.journey.untilContactWindow();
		this.engine.awaitTask("Task_AwaitReply");
		assertThat(this.mails.to(this.journey.contact())).hasSize(1);
	}

	@Test
	void app01WhatOnlyNeedsWaitingWaitsByItselfAndBothersNobody() {
		untilReviewed(Forms.message(this.journey.whyThem()));
		this.journey.untilMidnight();
		this.engine.awaitElement("Task_GateContactWindow");
		this.engine.awaitElement("Task_PlanContactWindow", 2);
		assertThat(rules(Gate.CONTACT_WINDOW)).containsExactly("APP-01");
		this.journey.untilContactWindow();
		this.engine.awaitTask("Task_AwaitReply");
		assertThat(this.engine.completed("Task_GateContactWindow")).isEqualTo(2);
		assertThat(this.engine.completed("Task_ClearContact")).isZero();
		assertThat(this.mails.to(this.journey.contact())).hasSize(1);
	}

	@Test
	void app03WhatChangesWhileTheMailWaitsHoldsItBack() {
		untilReviewed(Forms.message(this.journey.whyThem()));
		this.mails.refuseOnce(this.journey.contact(), () -> this.objections.add(this.journey.contact()));
		this.journey.untilContactWindow();
		this.engine.awaitElement("BoundaryEvent_NotNow");
		this.engine.awaitElement("Task_PlanContactWindow", 2);
		this.journey.untilContactWindow();
		this.engine.awaitTask("Task_ClearContact");
		assertThat(rules(Gate.CONTACT_WINDOW)).containsExactly("APP-03");
		assertThat(this.mails.to(this.journey.contact())).isEmpty();
	}

	@Test
	void app03AnotherPersonIsWrittenToAnew() {
		untilReviewed(Forms.message(this.journey.whyThem()));
		this.objections.add(this.journey.contact());
		this.journey.untilContactWindow();
		String other = "communication" + this.journey.contact().replaceFirst("^[^@]+", "");
		this.engine.complete("Task_ClearContact", "manager", Forms.anotherContact(other));
		this.engine.complete("Task_DraftMessage", "manager", Forms.message(this.journey.whyThem()));
		this.engine.complete("Task_ReviewMessage", "sponsor", Forms.review("send"));
		this.engine.awaitElement("Task_PlanContactWindow", 2);
		this.journey.untilContactWindow();
		this.engine.awaitTask("Task_AwaitReply");
		assertThat(this.mails.to(this.journey.contact())).isEmpty();
		assertThat(this.mails.to(other)).hasSize(1);
		assertThat(this.mails.latestTextTo(other)).contains("Direction de la communication");
	}

	@Test
	void app03WhoAskedToBeLeftAloneIs() {
		untilReviewed(Forms.message(this.journey.whyThem()));
		this.objections.add(this.journey.contact());
		this.journey.untilContactWindow();
		this.engine.complete("Task_ClearContact", "manager", Map.of("decision", "give_up"));
		this.engine.complete("Task_RecordRefusal", "manager", Forms.refusal(true, null));
		this.engine.awaitElement("EndEvent_ApproachRefused");
		assertThat(this.mails.to(this.journey.contact())).isEmpty();
	}

	/** Planned for the next window, because it is late when the review is done. */
	private void untilReviewed(Map<String, Object> message) {
		this.journey.untilShortlisted();
		this.engine.complete("Task_BuildRelationship", "manager", Forms.warmGestures(this.journey.today()));
		this.engine.complete("Task_DraftMessage", "manager", message);
		this.engine.awaitTask("Task_ReviewMessage");
		this.journey.untilEvening();
		this.engine.complete("Task_ReviewMessage", "sponsor", Forms.review("send"));
		this.engine.awaitElement("Task_PlanContactWindow");
	}

	/** How often the gate's holds were told to the level above. */
	private int told() {
		return this.jdbc
			.sql("select count(*) from timeline where partnership_id = ? and business_key like 'gate-escalation:%'")
			.param(this.journey.partnership())
			.query(Integer.class)
			.single();
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
