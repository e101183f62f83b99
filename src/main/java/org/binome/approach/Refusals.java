package org.binome.approach;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refusals and when we ask again (APP-15, APP-16).
 */
@Service
public class Refusals {

	private final JdbcClient jdbc;

	private final Attempts attempts;

	private final Sending sending;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Objections objections;

	private final Timeline timeline;

	private final ApproachSettings settings;

	private final Clock clock;

	Refusals(JdbcClient jdbc, Attempts attempts, Sending sending, Partnerships partnerships,
			Organisations organisations, Objections objections, Timeline timeline, ApproachSettings settings,
			Clock clock) {
		this.jdbc = jdbc;
		this.attempts = attempts;
		this.sending = sending;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.objections = objections;
		this.timeline = timeline;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Stores the refusal of the latest attempt, once. We ask again if there is an opening
	 * or a date was chosen, unless the attempts are used up or the person asked not to be
	 * contacted; of our own accord not too soon, on the partner's own date whenever it
	 * is.
	 * @return when we ask again, empty if never
	 */
	@Transactional
	public Optional<Instant> record(UUID partnershipId, Refusal refusal) {
		this.attempts.lock(partnershipId);
		Attempt attempt = this.attempts.latest(partnershipId);
		if (attempt.refusal() != null) {
			return Optional.ofNullable(attempt.reapproachAt());
		}
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		boolean again = (refusal.opening() || refusal.reapproachOn() != null)
				&& attempt.number() < this.settings.attempts()
				&& !this.objections.contains(this.organisations.person(partnership.contactId()).email());
		Optional<Instant> at = again
				? Optional.of(this.sending.next(date(attempt, refusal, organisation), organisation)) : Optional.empty();
		this.jdbc.sql("""
				insert into approach_refusal (attempt_id, reason, tone, opening, refused, reapproach_at, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.params(attempt.id(), refusal.reason(), refusal.tone().name(), refusal.opening(), refusal.refused().name(),
					at.map(Timestamp::from).orElse(null), Timestamp.from(this.clock.instant()))
			.update();
		String day = at.map((moment) -> moment.atZone(organisation.timeZone()).toLocalDate().toString()).orElse("");
		this.timeline.note(partnershipId, "refusal:" + attempt.id(), "refusal", partnership.owner(),
				"Refus " + refusal.tone().label("fr") + " (" + refusal.refused().label("fr") + ") : " + refusal.reason()
						+ (again ? " Nouvelle approche le " + day + "." : ""),
				"Refusal, " + refusal.tone().label("en") + " (" + refusal.refused().label("en") + "): "
						+ refusal.reason() + (again ? " We ask again on " + day + "." : ""));
		return at;
	}

	private LocalDate date(Attempt attempt, Refusal refusal, Organisation organisation) {
		LocalDate today = this.clock.instant().atZone(organisation.timeZone()).toLocalDate();
		LocalDate theirs = (attempt.reply() != null) ? attempt.reply().returnOn() : null;
		LocalDate chosen = (refusal.reapproachOn() != null) ? refusal.reapproachOn() : theirs;
		if (chosen == null) {
			return today.plusDays(this.settings.reapproachAfter().toDays());
		}
		LocalDate soonest = today.plusDays(this.settings.reapproachNoSoonerThan().toDays());
		if (theirs != null && theirs.isAfter(today) && theirs.isBefore(soonest)) {
			soonest = theirs;
		}
		return chosen.isBefore(soonest) ? soonest : chosen;
	}

}
