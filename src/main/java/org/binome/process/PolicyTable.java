package org.binome.process;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.GateModes;
import org.binome.gate.Mode;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the strictness of a gate from the decision table <code>gate_policy</code>, which
 * a designer edits in Modeler. A table without an answer means block.
 */
@Component
class PolicyTable implements GateModes {

	private final Decisions decisions;

	private final JdbcClient jdbc;

	PolicyTable(Decisions decisions, JdbcClient jdbc) {
		this.decisions = decisions;
		this.jdbc = jdbc;
	}

	@Override
	public Mode mode(Gate gate, UUID subject) {
		Map<String, Object> inputs = this.jdbc.sql("""
				select p.kind as "programmeType", p.partnership_type as "partnershipType"
				from programme p left join partnership s on s.programme_id = p.id
				where p.id = :subject or s.id = :subject limit 1""").param("subject", subject).query().singleRow();
		inputs.put("gate", gate.id());
		JsonNode mode = this.decisions.decide("gate_policy", inputs);
		return mode.isNull() ? Mode.BLOCK : Mode.valueOf(mode.asString().toUpperCase(Locale.ROOT));
	}

}
