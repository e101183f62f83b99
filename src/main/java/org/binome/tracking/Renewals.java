package org.binome.tracking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.decision.Timeline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a partnership is renewed or ended, decided before the notice date: a date
 * everybody sees, not one that passes in silence.
 */
@Repository
public class Renewals {

	private final JdbcClient jdbc;

	private final Contracts contracts;

	private final Timeline timeline;

	private final Clock clock;

	Renewals(JdbcClient jdbc, Contracts contracts, Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.contracts = contracts;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * The last day on which notice can be given; empty before the contract is in force.
	 */
	public Optional<LocalDate> noticeBy(UUID partnershipId) {
		return this.contracts.inForce(partnershipId).map(Contract::noticeBy);
	}

	/** Whether the last day for notice has passed. */
	public boolean late(UUID partnershipId) {
		return noticeBy(partnershipId).filter((day) -> day.isBefore(LocalDate.now(this.clock))).isPresent();
	}

	/** The latest decision, if there is one. */
	public Optional<Decision> latest(UUID partnershipId) {
		return this.jdbc.sql("select * from renewal_decision where partnership_id = ? order by id desc limit 1")
			.param(partnershipId)
			.query((row, number) -> new Decision("RENEW".equals(row.getString("decision")), row.getString("reason"),
					row.getString("decided_by"), row.getObject("notice_by", LocalDate.class), row.getBoolean("late"),
					row.getTimestamp("decided_at").toInstant()))
			.optional();
	}

	/**
	 * Keeps the decision, and says so when it comes after the notice date.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name
	 */
	@Transactional
	public void decide(UUID partnershipId, long entryKey, boolean renew, String reason, String by) {
		LocalDate noticeBy = noticeBy(partnershipId).orElse(null);
		boolean late = late(partnershipId);
		int rows = this.jdbc.sql("""
				insert into renewal_decision (partnership_id, entry_key, decision, reason, decided_by, notice_by, late,
					decided_at)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, renew ? "RENEW" : "TERMINATE", reason, by, noticeBy, late,
					Timestamp.from(this.clock.instant()))
			.update();
		if (rows > 0) {
			String because = reason.isBlank() ? "" : " – " + reason;
			this.timeline.note(partnershipId, "renewal:" + partnershipId + ":" + entryKey, "renewal", by,
					(renew ? "Le partenariat est renouvelé" : "Congé est donné")
							+ (late ? ", après la date de préavis du " + noticeBy : "") + because,
					(renew ? "The partnership is renewed" : "Notice is given")
							+ (late ? ", after the notice date of " + noticeBy : "") + because);
		}
	}

	/**
	 * A decision.
	 *
	 * @param noticeBy the last day for notice as known then, may be null
	 * @param late whether it came after that day
	 */
	public record Decision(boolean renew, String reason, String by, LocalDate noticeBy, boolean late, Instant at) {
	}

}
