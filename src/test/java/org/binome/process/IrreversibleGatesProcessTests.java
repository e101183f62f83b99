package org.binome.process;

import java.util.Map;

import io.camunda.client.CamundaClient;
import org.binome.gate.Evaluation;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * CON-01 allows a recorded, approved exception: a company may let gates be overridden
 * that guard what can't be taken back.
 */
@ProcessTest
@TestPropertySource(properties = "binome.gates.overridable=legal-approval,signature")
class IrreversibleGatesProcessTests {

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

	@ParameterizedTest
	@EnumSource(names = { "LEGAL_APPROVAL", "SIGNATURE" })
	void con01IsOverriddenWhereTheCompanyAllowsIt(Gate gate) {
		this.journey.untilShortlisted();
		DesignersProcess.asking(gate.id(), this.client, this.journey);
		this.engine.awaitTask("Task_Clear");
		this.overrides.override(this.journey.partnership(), gate, "sponsor",
				"The board has decided so in its minutes of this week");
		this.engine.complete("Task_Clear", "manager", Map.of());
		this.engine.awaitElement("EndEvent_Passed");
		assertThat(this.gates.latest(this.journey.partnership())).filteredOn("gate", gate)
			.singleElement()
			.returns(true, Evaluation::overridden);
	}

}
