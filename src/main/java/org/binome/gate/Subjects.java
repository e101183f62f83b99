package org.binome.gate;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The partnerships and programmes that meet gates.
 */
@Repository
public class Subjects {

	private final JdbcClient jdbc;

	Subjects(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds one.
	 * @throws IllegalArgumentException if there is no such partnership or programme
	 */
	public Subject get(UUID id) {
		return this.jdbc.sql("""
				select true as partnership, o.name, s.owner, p.owner as programme_owner
				from partnership s join organisation o on o.id = s.organisation_id
					join programme p on p.id = s.programme_id
				where s.id = :id
				union all
				select false, p.name, p.owner, p.owner from programme p where p.id = :id""")
			.param("id", id)
			.query((row, number) -> new Subject(id, row.getBoolean("partnership"), row.getString("name"),
					row.getString("owner"),
					Set.copyOf(List.of(row.getString("owner"), row.getString("programme_owner")))))
			.optional()
			.orElseThrow(() -> new IllegalArgumentException("There is no partnership and no programme " + id));
	}

}
