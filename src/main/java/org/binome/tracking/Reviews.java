package org.binome.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.account.Company;
import org.binome.decision.Timeline;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.partner.WorkingDays;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The periodic reviews: a partnership lasts, evolves and has to be piloted (PIL-01).
 */
@Repository
public class Reviews {

	private static final int PERIOD_DAYS = 90;

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final JdbcClient jdbc;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Company company;

	private final Signals signals;

	private final Timeline timeline;

	private final Clock clock;

	Reviews(JdbcClient jdbc, Partnerships partnerships, Organisations organisations, Company company, Signals signals,
			Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.company = company;
		this.signals = signals;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The reviews of a partnership, latest first. */
	public List<Review> of(UUID partnershipId) {
		return this.jdbc.sql("select * from review where partnership_id = ? order by number desc")
			.param(partnershipId)
			.query(Reviews::review)
			.list();
	}

	/**
	 * Begins a period and sets its review: in 90 days, on a working day of both sides, at
	 * 9:00 in our zone.
	 * @param entryKey tells one period from the next; the same again gives the same date
	 */
	@Transactional
	public ZonedDateTime schedule(UUID partnershipId, long entryKey) {
		String country = this.organisations.get(this.partnerships.get(partnershipId).organisationId()).country();
		LocalDate day = WorkingDays.of(this.company.country(), country)
			.onOrAfter(LocalDate.now(this.clock).plusDays(PERIOD_DAYS));
		ZonedDateTime at = day.atTime(MORNING).atZone(this.clock.getZone());
		int rows = this.jdbc.sql("""
				insert into review (id, partnership_id, number, entry_key, scheduled_at, review_at)
				select ?, ?, coalesce(max(number), 0) + 1, ?, clock_timestamp(), ? from review
				where partnership_id = ? on conflict (partnership_id, entry_key) do nothing""")
			.params(UUID.randomUUID(), partnershipId, entryKey, Timestamp.from(at.toInstant()), partnershipId)
			.update();
		Review review = this.jdbc.sql("select * from review where partnership_id = ? and entry_key = ?")
			.params(partnershipId, entryKey)
			.query(Reviews::review)
			.single();
		if (rows > 0) {
			this.timeline.note(partnershipId, "review-scheduled:" + review.id(), "review", "binome",
					"Prochaine revue le " + day + ".", "Next review on " + day + ".");
		}
		return review.reviewAt().atZone(this.clock.getZone());
	}

	/**
	 * Keeps what the review of the current period decided, once.
	 * @param by user name
	 */
	@Transactional
	public void hold(UUID partnershipId, boolean goOn, String summary, String nextSteps, String by) {
		Review review = of(partnershipId).stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"The partnership " + partnershipId + " has no review scheduled; schedule one first"));
		int rows = this.jdbc.sql("""
				update review set decision = ?, summary = ?, next_steps = ?, held_at = ?
				where id = ? and decision is null""")
			.params(goOn ? "CONTINUE" : "END", summary, nextSteps, Timestamp.from(this.clock.instant()), review.id())
			.update();
		if (rows > 0) {
			this.timeline.note(partnershipId, "review:" + review.id(), "review", by,
					"Revue n° %d : %s. %s".formatted(review.number(), goOn ? "on continue" : "on arrête", summary)
						.strip(),
					"Review no. %d: %s. %s".formatted(review.number(), goOn ? "we go on" : "we end", summary).strip());
			if (goOn) {
				// the four pillars are looked at again (QUA-06)
				this.signals.send("pillars-due", partnershipId, Map.of("newRound", false));
			}
		}
	}

	private static Review review(ResultSet row, int number) throws SQLException {
		Timestamp held = row.getTimestamp("held_at");
		return new Review(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("number"), row.getTimestamp("scheduled_at").toInstant(),
				row.getTimestamp("review_at").toInstant(), row.getString("decision"), row.getString("summary"),
				row.getString("next_steps"), (held != null) ? held.toInstant() : null);
	}

}
