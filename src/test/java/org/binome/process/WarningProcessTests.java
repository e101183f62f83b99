package org.binome.process;

import org.binome.Forms;
import org.binome.gate.Evaluation;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a gate only warns of does not hold, and is not hidden either.
 */
@ProcessTest
class WarningProcessTests {

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void gov16APilotGoesOnAndTheNextTaskShowsTheWarning() {
		this.journey.untilShortlisted();
		this.jdbc.sql("update programme set kind = 'pilot' where id = ?").param(this.journey.programme()).update();
		this.engine.complete("Task_BuildRelationship", "manager", Forms.approachAStranger());
		this.engine.awaitTask("Task_DraftMessage");
		assertThat(this.gates.latest(this.journey.partnership()))
			.filteredOn((evaluation) -> evaluation.gate() == Gate.WARMTH)
			.singleElement()
			.matches(Evaluation::warns, "warns")
			.satisfies((evaluation) -> assertThat(this.engine.variable("Task_DraftMessage", "brief")).contains("REL-01",
					evaluation.findings().getFirst().french()));
	}

}
