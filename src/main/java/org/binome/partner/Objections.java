package org.binome.partner;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who asked not to be contacted again. It holds for every programme and for ever
 * (APP-04).
 */
@Repository
public class Objections {

	private final JdbcClient jdbc;

	private final Clock clock;

	Objections(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional
	public void add(String email) {
		this.jdbc.sql("insert into objection (email, at) values (?, ?) on conflict (email) do nothing")
			.params(email.toLowerCase(Locale.ROOT), Timestamp.from(this.clock.instant()))
			.update();
	}

	public boolean contains(String email) {
		return this.jdbc.sql("select exists (select 1 from objection where email = ?)")
			.param(email.toLowerCase(Locale.ROOT))
			.query(Boolean.class)
			.single();
	}

}
