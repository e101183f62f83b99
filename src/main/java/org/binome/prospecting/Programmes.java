package org.binome.prospecting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The programmes and whether they are ready.
 */
@Repository
public class Programmes {

	private static final String SELECT = """
			select p.*, r.concept_proven, r.offer_proven, r.evidence, r.decision
			from programme p left join lateral
				(select * from readiness where programme_id = p.id order by id desc limit 1) r on true""";

	private final JdbcClient jdbc;

	private final Signals signals;

	private final Clock clock;

	Programmes(JdbcClient jdbc, Signals signals, Clock clock) {
		this.jdbc = jdbc;
		this.signals = signals;
		this.clock = clock;
	}

	/**
	 * Opens a programme and starts its prospecting.
	 * @throws ProgrammeNameTaken if another one has the name
	 */
	@Transactional
	public Programme open(NewProgramme programme) {
		UUID id = UUID.randomUUID();
		int rows = this.jdbc.sql("""
				insert into programme (id, name, kind, partnership_type, persona, audience, owner, language)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing""")
			.params(id, programme.name(), programme.kind(), programme.partnershipType(), programme.persona(),
					programme.audience(), programme.owner(), programme.language())
			.update();
		if (rows == 0) {
			throw new ProgrammeNameTaken(programme.name());
		}
		this.signals.send("programme-opened", id,
				Map.of("programmeId", id.toString(), "language", programme.language(), "owner", programme.owner()));
		return get(id);
	}

	/**
	 * The programme.
	 * @throws UnknownProgramme if there is none
	 */
	public Programme get(UUID id) {
		return this.jdbc.sql(SELECT + " where p.id = ?")
			.param(id)
			.query(Programmes::programme)
			.optional()
			.orElseThrow(() -> new UnknownProgramme(id));
	}

	/** All programmes, newest first. */
	public List<Programme> all() {
		return this.jdbc.sql(SELECT + " order by p.created_at desc, p.id").query(Programmes::programme).list();
	}

	/**
	 * Stores an answer on readiness; the latest counts.
	 * @param businessKey which answer it is; the same one again changes nothing
	 */
	@Transactional
	public void recordReadiness(UUID id, String businessKey, Readiness readiness) {
		this.jdbc.sql("""
				insert into readiness (programme_id, business_key, concept_proven, offer_proven, evidence, decision, at)
				values (?, ?, ?, ?, ?, ?, ?) on conflict (business_key) do nothing""")
			.params(id, businessKey, readiness.conceptProven(), readiness.offerProven(), readiness.evidence(),
					readiness.decision().name(), Timestamp.from(this.clock.instant()))
			.update();
	}

	private static Programme programme(ResultSet row, int number) throws SQLException {
		String decision = row.getString("decision");
		Readiness readiness = (decision != null) ? new Readiness(row.getBoolean("concept_proven"),
				row.getBoolean("offer_proven"), row.getString("evidence"), Readiness.Decision.valueOf(decision)) : null;
		Timestamp scored = row.getTimestamp("scored_at");
		Instant scoredAt = (scored != null) ? scored.toInstant() : null;
		return new Programme(row.getObject("id", UUID.class), row.getString("name"), row.getString("kind"),
				row.getString("partnership_type"), row.getString("persona"), row.getString("owner"),
				row.getString("language"), row.getLong("audience"), readiness, row.getBoolean("longlist_declared"),
				scoredAt, row.getTimestamp("created_at").toInstant());
	}

}
