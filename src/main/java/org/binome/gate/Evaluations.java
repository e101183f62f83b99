package org.binome.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Role;
import org.binome.gate.GateCheck.Assessment;
import org.binome.gate.Gates.Origin;
import org.binome.gate.Verdict.Held;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every evaluation of every gate, as it was.
 */
@Repository
class Evaluations {

	private static final String SELECT = """
			select e.*, o.id as o_id, o.evaluation_id as o_evaluation, o.given_by, o.authority, o.reason, o.at as o_at
			from gate_evaluation e
				left join gate_override o on o.id = e.override_id or (not e.let_through and o.evaluation_id = e.id)
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Evaluations(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Keeps an evaluation; empty if one from the same place is kept already. */
	Optional<Long> add(Gate gate, UUID subject, Assessment assessment, Mode mode, GateOverride override, Origin origin,
			String policyVersion, Instant at) {
		List<Finding> findings = (assessment.verdict() instanceof Held held) ? held.findings() : List.of();
		return this.jdbc.sql("""
				insert into gate_evaluation (subject_id, gate, verdict, mode, let_through, findings, facts,
					policy_version, override_id, process_instance_key, process_version, element_instance_key, at)
				values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)
				on conflict (subject_id, gate, element_instance_key) do nothing returning id""")
			.params(subject, gate.id(), findings.isEmpty() ? "PASSED" : "HELD", mode.name(),
					findings.isEmpty() || mode != Mode.BLOCK || override != null,
					this.json.writeValueAsString(findings),
					(assessment.facts() != null) ? this.json.writeValueAsString(assessment.facts()) : null,
					policyVersion, (override != null) ? override.id() : null, origin.processInstanceKey(),
					origin.processVersion(), origin.elementInstanceKey(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.query(Long.class)
			.optional();
	}

	Evaluation from(Gate gate, UUID subject, Origin origin) {
		return this.jdbc.sql(SELECT + "where e.subject_id = ? and e.gate = ? and e.element_instance_key = ?")
			.params(subject, gate.id(), origin.elementInstanceKey())
			.query(this::evaluation)
			.single();
	}

	Optional<Evaluation> latest(Gate gate, UUID subject) {
		return this.jdbc.sql(SELECT + "where e.subject_id = ? and e.gate = ? order by e.id desc limit 1")
			.params(subject, gate.id())
			.query(this::evaluation)
			.optional();
	}

	/** The latest of each gate, in the order of the gates. */
	List<Evaluation> latest(UUID subject) {
		return this.jdbc.sql(SELECT + """
				where e.id in (select max(id) from gate_evaluation where subject_id = ? group by gate)""")
			.param(subject)
			.query(this::evaluation)
			.list()
			.stream()
			.sorted((one, other) -> one.gate().compareTo(other.gate()))
			.toList();
	}

	/** All of a subject, newest first. */
	List<Evaluation> of(UUID subject) {
		return this.jdbc.sql(SELECT + "where e.subject_id = ? order by e.id desc")
			.param(subject)
			.query(this::evaluation)
			.list();
	}

	/** How often the gate has stopped the subject since it last let it through. */
	int timesHeld(Evaluation latest) {
		return this.jdbc.sql("""
				select count(*) from gate_evaluation e
				where e.subject_id = :subject and e.gate = :gate and not e.let_through and e.id <= :id
					and e.id > (select coalesce(max(p.id), 0) from gate_evaluation p
						where p.subject_id = :subject and p.gate = :gate and p.let_through and p.id < :id)""")
			.param("subject", latest.subject())
			.param("gate", latest.gate().id())
			.param("id", latest.id())
			.query(Integer.class)
			.single();
	}

	private Evaluation evaluation(ResultSet row, int number) throws SQLException {
		List<Finding> findings = this.json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {
		});
		return new Evaluation(row.getLong("id"), row.getObject("subject_id", UUID.class),
				Gate.of(row.getString("gate")), "HELD".equals(row.getString("verdict")),
				Mode.valueOf(row.getString("mode")), row.getBoolean("let_through"), findings, override(row),
				row.getString("policy_version"), instant(row, "at"));
	}

	private static GateOverride override(ResultSet row) throws SQLException {
		UUID id = row.getObject("o_id", UUID.class);
		return (id == null) ? null : new GateOverride(id, row.getLong("o_evaluation"), row.getString("given_by"),
				Role.valueOf(row.getString("authority")), row.getString("reason"), instant(row, "o_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
