package org.binome.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.gate.Verdict.Held;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that says pass or hold. Every evaluation is kept.
 */
@Service
public class Gates {

	private final Map<Gate, GateCheck> checks = new EnumMap<>(Gate.class);

	private final GateModes modes;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Gates(List<GateCheck> checks, GateModes modes, JdbcClient jdbc, JsonMapper json) {
		for (GateCheck check : checks) {
			if (this.checks.put(check.gate(), check) != null) {
				throw new IllegalStateException("Two checks for the gate " + check.gate().id());
			}
		}
		this.modes = modes;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Evaluates a gate on the facts in the database and records the result.
	 * @param origin where in the process it was asked; asked again from the same place,
	 * the first answer stands
	 * @return whether the process may go on
	 */
	@Transactional
	public boolean pass(Gate gate, UUID subject, Origin origin) {
		GateCheck check = this.checks.get(gate);
		if (check == null) {
			throw new IllegalArgumentException("Nothing checks the gate " + gate.id());
		}
		return record(gate, subject, check.verdict(subject), origin);
	}

	/** Records a verdict reached elsewhere, such as an approval that was refused. */
	@Transactional
	public boolean record(Gate gate, UUID subject, Verdict verdict, Origin origin) {
		List<Finding> findings = (verdict instanceof Held held) ? held.findings() : List.of();
		Mode mode = this.modes.mode(gate, subject);
		boolean letThrough = findings.isEmpty() || mode != Mode.BLOCK;
		this.jdbc.sql("""
				insert into gate_evaluation (subject_id, gate, verdict, mode, let_through, findings,
					process_instance_key, process_version, element_instance_key)
				values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
				on conflict (subject_id, gate, element_instance_key) do nothing""")
			.params(subject, gate.id(), findings.isEmpty() ? "PASSED" : "HELD", mode.name(), letThrough,
					this.json.writeValueAsString(findings), origin.processInstanceKey(), origin.processVersion(),
					origin.elementInstanceKey())
			.update();
		return this.jdbc.sql(
				"select let_through from gate_evaluation where subject_id = ? and gate = ? and element_instance_key = ?")
			.params(subject, gate.id(), origin.elementInstanceKey())
			.query(Boolean.class)
			.single();
	}

	/**
	 * The findings of these gates that are open: each gate's latest evaluation counts.
	 */
	public List<Finding> openFindings(UUID subject, Gate... gates) {
		List<String> ids = Arrays.stream(gates).map(Gate::id).toList();
		return latest(subject).stream()
			.filter((evaluation) -> ids.contains(evaluation.gate().id()))
			.flatMap((evaluation) -> evaluation.findings().stream())
			.toList();
	}

	/**
	 * The latest evaluation of each gate the subject has met, in the order of the gates.
	 */
	public List<Evaluation> latest(UUID subject) {
		return this.jdbc.sql("""
				select distinct on (gate) * from gate_evaluation where subject_id = ?
				order by gate, id desc""")
			.param(subject)
			.query(this::evaluation)
			.list()
			.stream()
			.sorted((one, other) -> one.gate().compareTo(other.gate()))
			.toList();
	}

	private Evaluation evaluation(ResultSet row, int number) throws SQLException {
		List<Finding> findings = this.json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {
		});
		return new Evaluation(row.getObject("subject_id", UUID.class), Gate.of(row.getString("gate")),
				"HELD".equals(row.getString("verdict")), Mode.valueOf(row.getString("mode")),
				row.getBoolean("let_through"), findings, row.getTimestamp("at").toInstant());
	}

	/** The place in a process where a gate was asked. */
	public record Origin(long processInstanceKey, int processVersion, long elementInstanceKey) {
	}

}
