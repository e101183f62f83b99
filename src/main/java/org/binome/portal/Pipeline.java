package org.binome.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.partner.Partnership.State;
import org.binome.partner.Stage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads partnerships with all that lists show of them, in one query.
 */
@Repository
class Pipeline {

	private static final String SELECT = """
			select s.*, o.name as partner, p.name as programme,
				(select string_agg(held.gate, ',') from (
					select distinct on (gate) gate, let_through from gate_evaluation e
					where e.subject_id = s.id order by gate, id desc) held
				where not held.let_through and s.state <> 'CLOSED') as held
			from partnership s
			join organisation o on o.id = s.organisation_id
			join programme p on p.id = s.programme_id
			""";

	private final JdbcClient jdbc;

	Pipeline(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The partnerships that answer to the filter, those longest in their stage first. */
	List<Entry> find(Filter filter) {
		return this.jdbc.sql(SELECT + """
				where (:stage::text is null or s.stage = :stage) and (:state::text is null or s.state = :state)
				and (:programme::uuid is null or s.programme_id = :programme)
				order by s.stage_since, s.id""")
			.param("stage", Optional.ofNullable(filter.stage()).map(Enum::name).orElse(null))
			.param("state", Optional.ofNullable(filter.state()).map(Enum::name).orElse(null))
			.param("programme", filter.programmeId())
			.query(Pipeline::entry)
			.list();
	}

	Optional<Entry> find(UUID id) {
		return this.jdbc.sql(SELECT + "where s.id = ?").param(id).query(Pipeline::entry).optional();
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		String held = row.getString("held");
		return new Entry(row.getObject("id", UUID.class), row.getString("partner"),
				row.getObject("programme_id", UUID.class), row.getString("programme"), row.getString("type"),
				row.getString("owner"), Stage.valueOf(row.getString("stage")), State.valueOf(row.getString("state")),
				row.getTimestamp("stage_since").toInstant(),
				(held != null) ? Arrays.stream(held.split(",")).map(Gate::of).sorted().toList() : List.of());
	}

	/**
	 * Which partnerships; null stands for all.
	 */
	record Filter(Stage stage, State state, UUID programmeId) {
	}

	/**
	 * A partnership in a list.
	 *
	 * @param since when it entered its stage
	 * @param held the gates that hold it now
	 */
	public record Entry(UUID id, String partner, UUID programmeId, String programme, String type, String owner,
			Stage stage, State state, Instant since, List<Gate> held) {
	}

}
