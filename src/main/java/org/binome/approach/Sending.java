package org.binome.approach;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans and sends the message of an attempt: at an hour that suits the partner, and never
 * twice within a few days to the same person, whoever of us writes (APP-01, APP-04).
 */
@Service
public class Sending {

	private static final Duration LINK_VALIDITY = Duration.ofDays(180);

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final JdbcClient jdbc;

	private final Attempts attempts;

	private final Messages messages;

	private final Replies replies;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Objections objections;

	private final SignedLinks links;

	private final Mailer mailer;

	private final Timeline timeline;

	private final ApproachSettings settings;

	private final ContactWindow window;

	private final Clock clock;

	Sending(JdbcClient jdbc, Attempts attempts, Messages messages, Replies replies, Partnerships partnerships,
			Organisations organisations, Objections objections, SignedLinks links, Mailer mailer, Timeline timeline,
			ApproachSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.attempts = attempts;
		this.messages = messages;
		this.replies = replies;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.objections = objections;
		this.links = links;
		this.mailer = mailer;
		this.timeline = timeline;
		this.settings = settings;
		this.window = new ContactWindow(settings.contactFrom(), settings.contactUntil());
		this.clock = clock;
	}

	/**
	 * Plans when the message of the latest attempt is sent. A moment planned before stays
	 * as long as it is ahead and nobody has written to the person meanwhile.
	 */
	@Transactional
	public Instant plan(UUID partnershipId) {
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		Person contact = this.organisations.person(partnership.contactId());
		// colleagues plan for the same person one after the other
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
			.param(contact.email())
			.query()
			.listOfRows();
		Attempt attempt = this.attempts.latest(partnershipId);
		Instant now = this.clock.instant();
		if (attempt.sentAt() != null || attempt.sendAt() != null && !attempt.sendAt().isBefore(now)
				&& !attempt.sendAt().isBefore(allowed(contacts(contact.email(), attempt.id())))) {
			return attempt.sendAt();
		}
		Instant allowed = allowed(contacts("coalesce(a.sent_at, a.send_at)", contact.email(), attempt.id()));
		Instant at = next(allowed.isAfter(now) ? allowed : now, organisation);
		this.jdbc.sql("update approach_attempt set send_at = ? where id = ?")
			.params(Timestamp.from(at), attempt.id())
			.update();
		String local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(at.atZone(organisation.timeZone()));
		this.timeline.note(partnershipId, "planned:" + attempt.id() + ":" + at, "message", "binome",
				"Envoi prévu le " + local + ", heure du partenaire (" + organisation.timeZone() + ").",
				"To be sent on " + local + ", the partner’s time (" + organisation.timeZone() + ").");
		return at;
	}

	/** The first moment on this day or after at which the partner may be contacted. */
	Instant next(LocalDate day, Organisation organisation) {
		return next(day.atTime(MORNING).atZone(organisation.timeZone()).toInstant(), organisation);
	}

	private Instant next(Instant earliest, Organisation organisation) {
		if (this.settings.contactAtAnyTime()) {
			return earliest;
		}
		ZoneId zone = organisation.timeZone();
		return this.window.next(earliest, zone, organisation.country());
	}

	/** From when on nobody insists after these contacts, latest first (APP-04). */
	private Instant allowed(List<Instant> contacts) {
		Instant allowed = contacts.isEmpty() ? Instant.EPOCH : contacts.getFirst().plus(this.settings.pause());
		if (contacts.size() >= this.settings.mostContacts()) {
			Instant room = contacts.get(this.settings.mostContacts() - 1).plus(this.settings.contactPeriod());
			return room.isAfter(allowed) ? room : allowed;
		}
		return allowed;
	}

	/** When any of us wrote to this person, latest first. */
	List<Instant> contacts(String email, UUID butFor) {
		return contacts("a.sent_at", email, butFor);
	}

	private List<Instant> contacts(String moment, String email, UUID butFor) {
		return this.jdbc
			.sql("""
					select %1$s from approach_attempt a
						join partnership p on p.id = a.partnership_id join person c on c.id = p.contact_id
					where coalesce(a.sent_to, c.email) = ? and a.id <> ? and %1$s is not null order by 1 desc"""
				.formatted(moment))
			.params(email, butFor)
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.list();
	}

	/** Whether the message of the latest attempt has left. */
	public boolean sent(UUID partnershipId) {
		return this.attempts.latest(partnershipId).sentAt() != null;
	}

	/**
	 * Sends the message a colleague has approved, once per attempt. To somebody who asked
	 * not to be contacted nothing is sent: the attempt ends as if they had said so again.
	 * @throws IllegalStateException if no message was approved
	 */
	public void send(UUID partnershipId) {
		Attempt attempt = this.attempts.latest(partnershipId);
		Partnership partnership = this.partnerships.get(partnershipId);
		Person contact = this.organisations.person(partnership.contactId());
		if (attempt.sentAt() != null) {
			return;
		}
		if (this.objections.contains(contact.email())) {
			this.replies.objected(partnershipId);
			return;
		}
		Message message = this.messages.latest(attempt.id())
			.filter((latest) -> latest.decision() == Message.Review.SEND)
			.orElseThrow(() -> new IllegalStateException("The message to " + contact.email()
					+ " was not approved by a colleague; let the process pass record-message-review first"));
		SignedLink link = this.links.issue("reply", partnershipId, contact.id(), attempt.id(),
				"reply:" + attempt.id() + ":" + contact.id(), LINK_VALIDITY);
		this.mailer.send(new Mail("approach:" + attempt.id() + ":" + contact.id(), partnershipId, contact.email(),
				message.subject(), message.body(link.url())));
		this.jdbc.sql("update approach_attempt set sent_at = ?, sent_to = ? where id = ? and sent_at is null")
			.params(Timestamp.from(this.clock.instant()), contact.email(), attempt.id())
			.update();
		this.timeline.note(partnershipId, "sent:" + attempt.id(), "message", partnership.owner(),
				"Message envoyé à " + contact.name() + ". Aucune relance ne partira.",
				"Message sent to " + contact.name() + ". No chaser will be sent.");
	}

}
