package org.binome.process;

import java.util.List;
import java.util.Map;

import io.camunda.client.CamundaClient;
import org.binome.gate.Evaluation;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A designer may ask any gate in a process of his own, and finds it as everywhere: held
 * with findings, passed once a person with the authority took responsibility.
 */
@ProcessTest
@TestInstance(Lifecycle.PER_CLASS)
class GateAnywhereProcessTests {

	private static final String REASON = "Their board has asked for it in writing this week";

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Overrides overrides;

	@Autowired
	CamundaClient client;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	/** Nothing is known yet of what these gates ask about. */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "READINESS", "LONGLIST_COMPLETE", "AFFINITY", "SIZE_ARGUMENT",
			"CHANGE_CONTROL", "LEGAL_APPROVAL", "SIGNATURE" })
	void gov16IsHeldAndOverridden(Gate gate) {
		this.journey.untilShortlisted();
		ask(gate);
		this.engine.awaitTask("Task_Clear");
		assertThat(latest(gate).findings()).as(gate.id()).isNotEmpty();
		this.overrides.override(this.journey.partnership(), gate, "sponsor", REASON);
		this.engine.complete("Task_Clear", "manager", Map.of());
		this.engine.awaitElement("EndEvent_Passed");
		assertThat(latest(gate).overridden()).isTrue();
	}

	/**
	 * Of a shortlisted candidate this is known; a plan that nobody wants to leave holds
	 * nothing.
	 */
	@ParameterizedTest
	@EnumSource(names = { "READINESS", "LONGLIST_COMPLETE", "AFFINITY", "SIZE_ARGUMENT", "CHANGE_CONTROL" })
	void passes(Gate gate) {
		this.journey.untilShortlisted();
		ask(gate);
		this.engine.awaitElement("EndEvent_Passed");
		assertThat(latest(gate).findings()).isEmpty();
	}

	/** What can't be taken back waits for what it needs, whoever asks. */
	@ParameterizedTest
	@EnumSource(names = { "LEGAL_APPROVAL", "SIGNATURE" })
	void con01IsHeldAndCanNotBeOverridden(Gate gate) {
		this.journey.untilShortlisted();
		ask(gate);
		this.engine.awaitTask("Task_Clear");
		assertThat(latest(gate).findings()).isNotEmpty();
		assertThat(this.overrides.obstacle(this.journey.partnership(), gate, "sponsor")).isPresent();
	}

	@Test
	void aGateThatDoesNotExistTellsTheDesigner() {
		this.journey.untilShortlisted();
		DesignersProcess.asking("no-such-gate", this.client, this.journey);
		assertThat(this.engine.awaitIncident()).contains("no-such-gate", "four-pillars");
	}

	private void ask(Gate gate) {
		DesignersProcess.asking(gate.id(), this.client, this.journey);
	}

	private Evaluation latest(Gate gate) {
		List<Evaluation> latest = this.gates
			.latest(gate.ofProgramme() ? this.journey.programme() : this.journey.partnership());
		return latest.stream().filter((evaluation) -> evaluation.gate() == gate).findFirst().orElseThrow();
	}

}
