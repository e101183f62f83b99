package org.binome.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.planning.Plan.LaunchNote;
import org.binome.planning.PlannedAction.Side;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The plans of all partnerships; each partnership's latest plan counts.
 */
@Repository
public class Plans {

	private final JdbcClient jdbc;

	Plans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<Plan> current(UUID partnershipId) {
		return this.jdbc.sql("select * from plan where partnership_id = ? order by revision desc limit 1")
			.param(partnershipId)
			.query(Plans::plan)
			.optional();
	}

	/** The actions of the current plan by date, those without a date last. */
	public List<PlannedAction> actions(UUID partnershipId) {
		return this.jdbc.sql("""
				select a.* from planned_action a join plan p on p.id = a.plan_id
				where p.partnership_id = :partnership and not a.removed
				and p.revision = (select max(revision) from plan where partnership_id = :partnership)
				order by a.due_on nulls last, a.position, a.id""")
			.param("partnership", partnershipId)
			.query(Plans::action)
			.list();
	}

	static Plan plan(ResultSet row, int number) throws SQLException {
		String note = row.getString("launch_note");
		return new Plan(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("revision"), row.getObject("launch_on", LocalDate.class), row.getString("our_country"),
				row.getString("partner_country"), (note != null) ? LaunchNote.valueOf(note) : null,
				row.getTimestamp("built_at").toInstant());
	}

	static PlannedAction action(ResultSet row, int number) throws SQLException {
		return new PlannedAction(row.getObject("id", UUID.class), row.getString("name"),
				row.getObject("due_on", LocalDate.class), row.getString("owner"), row.getString("state"),
				row.getString("template_key"), Side.valueOf(row.getString("side")), row.getBoolean("mandatory"),
				row.getBoolean("squeezed"), row.getString("note"));
	}

}
