package org.binome.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each gate was good for, and what it cost: for designers who loosen or drop a gate
 * that never changes an outcome, and for managers (PIL-02, GOV-16).
 */
@Repository
public class GateReport {

	private static final BigDecimal SECONDS_PER_DAY = BigDecimal.valueOf(86_400);

	private final JdbcClient jdbc;

	private final Clock clock;

	GateReport(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One line per gate, in their order; a gate never asked has zeros.
	 * @param programmeId the programme to count, null for all
	 */
	public List<Line> lines(UUID programmeId) {
		Map<Gate, Line> lines = new EnumMap<>(Gate.class);
		this.jdbc.sql("""
				with asked as (
					select e.*, s.state, s.closed_at,
						count(*) filter (where e.let_through) over (partition by e.subject_id, e.gate order by e.id
							rows between unbounded preceding and 1 preceding) as passed_before
					from gate_evaluation e left join partnership s on s.id = e.subject_id
					where :programme::uuid is null or e.subject_id = :programme or s.programme_id = :programme
				), episode as (
					select gate, subject_id,
						count(*) as evaluated,
						count(*) filter (where verdict = 'HELD' and mode = 'WARN') as warned,
						count(*) filter (where override_id is not null) as overridden,
						count(*) filter (where not let_through) as held,
						min(at) filter (where not let_through) as held_since,
						max(at) filter (where let_through) as passed_at,
						max(closed_at) filter (where state = 'CLOSED') as closed_at
					from asked group by gate, subject_id, passed_before
				)
				select gate, sum(evaluated) as evaluated, sum(warned) as warned, sum(overridden) as overridden,
					sum(held) as held,
					count(*) filter (where held > 0 and passed_at is not null and overridden = 0) as cleared,
					count(*) filter (where held > 0 and passed_at is null and closed_at is not null) as ended,
					count(*) filter (where held > 0 and passed_at is null and closed_at is null) as waiting,
					coalesce(sum(greatest(0, extract(epoch from coalesce(passed_at, closed_at, :now) - held_since)))
						filter (where held > 0), 0) as seconds
				from episode group by gate""")
			.param("programme", programmeId)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.query(GateReport::line)
			.list()
			.forEach((line) -> lines.put(line.gate(), line));
		var all = new ArrayList<Line>();
		for (Gate gate : Gate.values()) {
			all.add(lines.getOrDefault(gate, new Line(gate, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO)));
		}
		return all;
	}

	private static Line line(ResultSet row, int number) throws SQLException {
		return new Line(Gate.of(row.getString("gate")), row.getInt("evaluated"), row.getInt("held"),
				row.getInt("warned"), row.getInt("overridden"), row.getInt("cleared"), row.getInt("ended"),
				row.getInt("waiting"), row.getBigDecimal("seconds").divide(SECONDS_PER_DAY, 1, RoundingMode.HALF_UP));
	}

	/**
	 * What one gate did.
	 *
	 * @param evaluated how often it was asked
	 * @param held how often it stopped the process
	 * @param warned how often it had findings and only warned
	 * @param overridden how often a person let it pass
	 * @param cleared how often it held, something was put right, and it passed
	 * @param ended how often a partnership was closed while it held
	 * @param waiting how many it holds now
	 * @param days between the first hold and the passing, closing or now, all together
	 */
	public record Line(Gate gate, int evaluated, int held, int warned, int overridden, int cleared, int ended,
			int waiting, BigDecimal days) {

		/** How often it made a difference. */
		public int changed() {
			return this.cleared + this.ended;
		}

		/** How often it let pass at once or with a warning. */
		public int passed() {
			return this.evaluated - this.held - this.overridden;
		}

	}

}
