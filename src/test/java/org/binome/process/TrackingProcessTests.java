package org.binome.process;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.Forms;
import org.binome.SentMails;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.tracking.Reading;
import org.binome.tracking.Readings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
class TrackingProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Partnerships partnerships;

	@Autowired
	Readings readings;

	@Autowired
	SentMails mails;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void pil01ReadingsAndReviewsRepeatUntilTheEndEvenWhenEveryTaskWaits() {
		this.journey.untilLaunched();
		this.journey.slowly()
			.human("Task_RecordReading", "manager", Forms.reading(this.journey.metric(), this.journey.today()));
		this.engine.awaitElement("Task_RecordReadings");
		assertThat(this.readings.of(this.journey.partnership())).hasSize(1);
		this.engine.pass(Duration.ofDays(100));
		this.journey.human("Task_HoldReview", "manager", Forms.periodicReview("continue"));
		this.engine.awaitElement("Task_ScheduleTracking", 2);
		this.engine.complete("Task_RecordReading", "manager",
				Forms.reading(this.journey.metric(), this.journey.today()));
		this.engine.awaitElement("Task_RecordReadings", 2);
		this.engine.pass(Duration.ofDays(100));
		this.engine.complete("Task_HoldReview", "manager", Forms.periodicReview("end"));
		this.journey.human("Task_HoldRetrospective", "manager", Forms.retrospective(this.journey.objective()));
		this.engine.awaitElement("EndEvent_PartnershipEnded");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.CLOSED);
	}

	@Test
	void trk10AnEndIsHeldUntilItSaysWhatWasLearntAndWhatItCost() {
		this.journey.untilLaunched();
		this.engine.complete("Task_RecordReading", "manager",
				Forms.reading(this.journey.metric(), this.journey.today()));
		this.engine.awaitElement("Task_RecordReadings");
		this.engine.pass(Duration.ofDays(100));
		this.engine.complete("Task_HoldReview", "manager", Forms.periodicReview("end"));
		this.engine.complete("Task_HoldRetrospective", "manager", Forms.thinRetrospective());
		this.engine.awaitElement("Task_GateClosing");
		this.engine.awaitTask("Task_HoldRetrospective");
		assertThat(rules(Gate.CLOSING)).contains("TRK-10", "PIL-05");
		assertThat(this.partnerships.get(this.journey.partnership()).state()).isEqualTo(State.ACTIVE);
		this.engine.complete("Task_HoldRetrospective", "manager", Forms.retrospective(this.journey.objective()));
		this.engine.awaitElement("EndEvent_PartnershipEnded");
		assertThat(rules(Gate.CLOSING)).isEmpty();
		assertThat(this.mails.to(this.journey.contact()).stream().map(SentMails::text))
			.filteredOn((text) -> text.contains("Notre partenariat s’achève le "))
			.hasSize(1);
	}

	@Test
	void trk05AReadingByTheApiAnswersTheTask() {
		this.journey.untilLaunched();
		this.engine.awaitTask("Task_RecordReading");
		this.readings.record(this.journey.partnership(), UUID.fromString(this.journey.metric()), new BigDecimal("41"),
				this.journey.today(), "manager", Reading.Source.API);
		this.engine.awaitElement("BoundaryEvent_ReadingRecorded");
		assertThat(rules(Gate.TRACKING_PLAN)).isEmpty();
	}

	@Test
	void theRenewalIsDecidedBeforeTheNoticeDate() {
		this.journey.untilLaunched();
		this.engine.awaitTask("Task_RecordReading");
		this.engine.pass(Duration.ofDays(730));
		this.journey.slowly().human("Task_DecideRenewal", "manager", Forms.renewal("renew"));
		this.engine.awaitElement("EndEvent_RenewalDecided");
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.partnership(), gate).stream().map(Finding::rule).toList();
	}

}
