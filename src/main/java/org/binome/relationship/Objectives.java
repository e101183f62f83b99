package org.binome.relationship;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.gate.QuantifiedObjectivesPolicy;
import org.binome.partner.Partnerships;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The common project of a partnership and its objectives (QUA-03, QUA-12, QUA-14,
 * QUA-15). Each set entered is kept; the latest counts.
 */
@Repository
public class Objectives {

	private final JdbcClient jdbc;

	private final Partnerships partnerships;

	private final Timeline timeline;

	Objectives(JdbcClient jdbc, Partnerships partnerships, Timeline timeline) {
		this.jdbc = jdbc;
		this.partnerships = partnerships;
		this.timeline = timeline;
	}

	/** The objectives of the latest set, in the order they were entered. */
	public List<Objective> of(UUID partnershipId) {
		return latestSet(partnershipId).map(this::ofSet).orElse(List.of());
	}

	/** What both sides will do together; empty when nothing was written. */
	public String commonProject(UUID partnershipId) {
		return this.jdbc
			.sql("select common_project from objective_set where partnership_id = ? order by number desc limit 1")
			.param(partnershipId)
			.query(String.class)
			.optional()
			.orElse("");
	}

	/**
	 * Keeps a set of objectives as entered.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 */
	@Transactional
	public void set(UUID partnershipId, long entryKey, String commonProject, List<Draft> drafts) {
		int rows = this.jdbc.sql("""
				insert into objective_set (id, partnership_id, number, entry_key, common_project)
				select :id, :partnership, coalesce(max(number), 0) + 1, :entry, :project
				from objective_set where partnership_id = :partnership
				on conflict (partnership_id, entry_key) do nothing""")
			.param("id", UUID.randomUUID())
			.param("partnership", partnershipId)
			.param("entry", entryKey)
			.param("project", commonProject)
			.update();
		if (rows == 0) {
			return;
		}
		UUID set = latestSet(partnershipId).orElseThrow();
		int position = 0;
		for (Draft draft : drafts) {
			this.jdbc.sql("""
					insert into objective (id, set_id, position, name, target, unit, due_on, benchmark)
					values (?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(UUID.randomUUID(), set, position++, draft.name(), draft.target(), draft.unit(), draft.dueOn(),
						draft.benchmark())
				.update();
		}
		this.timeline.note(partnershipId, "objectives:" + partnershipId + ":" + entryKey, "objectives",
				this.partnerships.get(partnershipId).owner(), "Objectifs saisis : " + drafts.size() + ".",
				"Objectives entered: " + drafts.size() + ".");
	}

	/** When the latest set was entered. */
	Optional<Instant> setAt(UUID partnershipId) {
		return this.jdbc.sql("select max(set_at) from objective_set where partnership_id = ?")
			.param(partnershipId)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant);
	}

	QuantifiedObjectivesPolicy.Facts facts(UUID partnershipId, LocalDate today) {
		return new QuantifiedObjectivesPolicy.Facts(commonProject(partnershipId),
				of(partnershipId).stream()
					.map((objective) -> new QuantifiedObjectivesPolicy.Objective(objective.name(), objective.target(),
							objective.unit(), objective.dueOn(), objective.benchmark()))
					.toList(),
				today);
	}

	private Optional<UUID> latestSet(UUID partnershipId) {
		return this.jdbc.sql("select id from objective_set where partnership_id = ? order by number desc limit 1")
			.param(partnershipId)
			.query(UUID.class)
			.optional();
	}

	private List<Objective> ofSet(UUID set) {
		return this.jdbc.sql("select * from objective where set_id = ? order by position")
			.param(set)
			.query(Objectives::objective)
			.list();
	}

	private static Objective objective(ResultSet row, int number) throws SQLException {
		return new Objective(row.getObject("id", UUID.class), row.getString("name"), row.getBigDecimal("target"),
				row.getString("unit"), row.getObject("due_on", LocalDate.class), row.getString("benchmark"));
	}

	/** An objective as entered; what is missing or unusable is empty or null. */
	public record Draft(String name, BigDecimal target, String unit, LocalDate dueOn, String benchmark) {
	}

}
