package org.binome.approach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The attempts to win each partner.
 */
@Repository
public class Attempts {

	private static final String SELECT = """
			select a.*, r.outcome, r.note, r.return_on, f.attempt_id as refused_id, f.reason, f.tone, f.opening, f.refused,
				f.reapproach_at
			from approach_attempt a left join approach_reply r on r.attempt_id = a.id
				left join approach_refusal f on f.attempt_id = a.id
			where a.partnership_id = ? order by a.number""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Attempts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Every attempt, the first one first (APP-16). */
	public List<Attempt> of(UUID partnershipId) {
		return this.jdbc.sql(SELECT).param(partnershipId).query(Attempts::attempt).list();
	}

	/**
	 * The attempt at work; a new one if there is none or the latest one was refused.
	 */
	@Transactional
	public Attempt open(UUID partnershipId) {
		lock(partnershipId);
		List<Attempt> attempts = of(partnershipId);
		if (attempts.isEmpty() || attempts.getLast().refusal() != null) {
			this.jdbc.sql("insert into approach_attempt (id, partnership_id, number, opened_at) values (?, ?, ?, ?)")
				.params(UUID.randomUUID(), partnershipId, attempts.size() + 1, Timestamp.from(this.clock.instant()))
				.update();
		}
		return of(partnershipId).getLast();
	}

	/**
	 * The latest attempt.
	 * @throws IllegalStateException if none was opened yet
	 */
	public Attempt latest(UUID partnershipId) {
		List<Attempt> attempts = of(partnershipId);
		if (attempts.isEmpty()) {
			throw new IllegalStateException("The partnership " + partnershipId
					+ " has not been approached yet; its process must pass record-gestures first");
		}
		return attempts.getLast();
	}

	/** Opens an attempt if need be and notes how we approach (REL-01). */
	@Transactional
	public Attempt approach(UUID partnershipId, Mode mode, String coldReason) {
		Attempt attempt = open(partnershipId);
		this.jdbc.sql("update approach_attempt set mode = ?, cold_reason = ? where id = ?")
			.params(mode.name(), (coldReason != null) ? coldReason.strip() : "", attempt.id())
			.update();
		return latest(partnershipId);
	}

	/**
	 * One change at a time to the attempts of a partnership, until the transaction ends.
	 */
	void lock(UUID partnershipId) {
		this.jdbc.sql("select id from partnership where id = ? for update").param(partnershipId).query().listOfRows();
	}

	private static Attempt attempt(ResultSet row, int number) throws SQLException {
		String outcome = row.getString("outcome");
		Reply reply = (outcome != null) ? new Reply(ReplyOutcome.valueOf(outcome), row.getString("note"),
				row.getObject("return_on", LocalDate.class)) : null;
		Refusal refusal = (row.getObject("refused_id") != null)
				? new Refusal(row.getString("reason"), Refusal.Tone.valueOf(row.getString("tone")),
						row.getBoolean("opening"), Refusal.Refused.valueOf(row.getString("refused")), null)
				: null;
		return new Attempt(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("number"), Mode.valueOf(row.getString("mode")), row.getString("cold_reason"),
				instant(row, "send_at"), instant(row, "sent_at"), reply, refusal, instant(row, "reapproach_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
