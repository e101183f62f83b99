package org.binome.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.binome.partner.Partnership.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every partnership, from the shortlist on.
 */
@Repository
public class Partnerships {

	private final JdbcClient jdbc;

	Partnerships(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Opens the partnership with this organisation in this programme, once; returns the
	 * one kept.
	 */
	@Transactional
	public Partnership open(UUID programmeId, UUID organisationId, UUID contactId, String type, String owner) {
		this.jdbc.sql("""
				insert into partnership (id, programme_id, organisation_id, contact_id, type, owner, stage, state)
				values (?, ?, ?, ?, ?, ?, 'APPROACH', 'OPEN')
				on conflict (programme_id, organisation_id) do nothing""")
			.params(UUID.randomUUID(), programmeId, organisationId, contactId, type, owner)
			.update();
		return this.jdbc.sql("select * from partnership where programme_id = ? and organisation_id = ?")
			.params(programmeId, organisationId)
			.query(Partnerships::partnership)
			.single();
	}

	public Partnership get(UUID id) {
		return this.jdbc.sql("select * from partnership where id = ?")
			.param(id)
			.query(Partnerships::partnership)
			.optional()
			.orElseThrow(() -> new UnknownPartnership(id));
	}

	public List<Partnership> all() {
		return this.jdbc.sql("select * from partnership order by created_at, id")
			.query(Partnerships::partnership)
			.list();
	}

	public List<Partnership> ofProgramme(UUID programmeId) {
		return this.jdbc.sql("select * from partnership where programme_id = ? order by created_at, id")
			.param(programmeId)
			.query(Partnerships::partnership)
			.list();
	}

	/** Notes which process instance runs the partnership. */
	@Transactional
	public void begun(UUID id, long processInstanceKey) {
		this.jdbc.sql("update partnership set process_instance_key = ? where id = ? and process_instance_key is null")
			.params(processInstanceKey, id)
			.update();
	}

	/**
	 * Notes the stage whose process is at work. A partnership whose contract is in force
	 * doesn't go back when it is amended (PIL-01).
	 */
	@Transactional
	public void enter(UUID id, Stage stage) {
		this.jdbc.sql("""
				update partnership set stage = ?, stage_since = now()
				where id = ? and stage <> ? and state <> 'CLOSED'
					and (state <> 'ACTIVE' or ? in ('PLANNING', 'TRACKING'))""")
			.params(stage.name(), id, stage.name(), stage.name())
			.update();
	}

	/** From now on another person is approached. */
	@Transactional
	public void contact(UUID id, UUID personId) {
		this.jdbc.sql("update partnership set contact_id = ? where id = ?").params(personId, id).update();
	}

	/**
	 * The contract is in force: the partnership is active from now on. Does nothing the
	 * second time.
	 */
	@Transactional
	public void activate(UUID id) {
		this.jdbc.sql("update partnership set state = 'ACTIVE', activated_at = now() where id = ? and state = 'OPEN'")
			.param(id)
			.update();
	}

	/** Notes what the other side really is to us (PRO-27). */
	@Transactional
	public void recognise(UUID id, Standing standing) {
		this.jdbc.sql("update partnership set standing = ? where id = ? and state <> 'CLOSED'")
			.params(standing.name(), id)
			.update();
	}

	/** Ends the partnership. Does nothing the second time. */
	@Transactional
	public void close(UUID id, String reason) {
		this.jdbc.sql("""
				update partnership set state = 'CLOSED', closed_at = now(), closing_reason = ?
				where id = ? and state <> 'CLOSED'""").params(reason, id).update();
	}

	private static Partnership partnership(ResultSet row, int number) throws SQLException {
		return new Partnership(row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class),
				row.getObject("organisation_id", UUID.class), row.getObject("contact_id", UUID.class),
				row.getString("type"), row.getString("owner"), Stage.valueOf(row.getString("stage")),
				State.valueOf(row.getString("state")), Standing.valueOf(row.getString("standing")),
				row.getObject("process_instance_key", Long.class), instant(row, "created_at"),
				instant(row, "activated_at"), instant(row, "closed_at"), row.getString("closing_reason"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
