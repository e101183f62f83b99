package org.binome.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The metrics agreed for each partnership.
 */
@Repository
public class Metrics {

	private final JdbcClient jdbc;

	Metrics(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The metrics followed now, decisive ones first. */
	public List<Metric> of(UUID partnershipId) {
		return this.jdbc.sql("""
				select m.* from metric m join objective o on o.id = m.objective_id
				where m.partnership_id = ? and not m.retired
				order by not m.decisive, o.position, m.position, m.name, m.id""")
			.param(partnershipId)
			.query(Metrics::metric)
			.list();
	}

	static Metric metric(ResultSet row, int number) throws SQLException {
		return new Metric(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getObject("objective_id", UUID.class), row.getString("name"), row.getString("kind"),
				row.getObject("position", Integer.class), row.getBigDecimal("target"), row.getString("unit"),
				row.getString("owner"), row.getString("off_target"));
	}

}
