package org.binome.approach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.decision.Timeline;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages by which we approach partners, every revision of them.
 */
@Repository
public class Messages {

	private static final int COMPARED = 500;

	private final JdbcClient jdbc;

	private final Attempts attempts;

	private final Gestures gestures;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Accounts accounts;

	private final Company company;

	private final ApproachSettings settings;

	private final Letters letters;

	private final Timeline timeline;

	private final Clock clock;

	Messages(JdbcClient jdbc, Attempts attempts, Gestures gestures, Partnerships partnerships,
			Organisations organisations, Accounts accounts, Company company, ApproachSettings settings, Letters letters,
			Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.attempts = attempts;
		this.gestures = gestures;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.accounts = accounts;
		this.company = company;
		this.settings = settings;
		this.letters = letters;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Writes the message in the partner's language and keeps it as a new revision.
	 * @param businessKey which draft it is; the same one again is written once
	 */
	@Transactional
	public Message write(UUID partnershipId, String businessKey, Draft draft) {
		this.attempts.lock(partnershipId);
		Attempt attempt = this.attempts.latest(partnershipId);
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		Letter letter = letter(partnership, organisation, draft);
		this.jdbc.sql("""
				insert into approach_message (id, attempt_id, revision, business_key, source, why_them, their_benefit,
					idea, phone, hours, language, subject, body, author, drafted_at)
				select ?, ?, 1 + (select count(*) from approach_message where attempt_id = ?),
					?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
				on conflict (business_key) do nothing""")
			.params(UUID.randomUUID(), attempt.id(), attempt.id(), businessKey, draft.source(), draft.whyThem(),
					draft.theirBenefit(), draft.idea(), draft.phone(), draft.hours(), organisation.language(),
					letter.subject(), letter.text(), partnership.owner(), Timestamp.from(this.clock.instant()))
			.update();
		Message message = latest(attempt.id()).orElseThrow();
		this.timeline.note(partnershipId, "draft:" + message.id(), "message", partnership.owner(),
				"Message rédigé, version " + message.revision() + ".",
				"Message drafted, revision " + message.revision() + ".");
		return message;
	}

	/** Notes what the colleague says of the latest revision (APP-14). */
	@Transactional
	public void review(UUID partnershipId, Message.Review decision, String comment) {
		Message message = latest(this.attempts.latest(partnershipId).id()).orElseThrow(
				() -> new IllegalStateException("There is no message to review for the partnership " + partnershipId));
		int rows = this.jdbc.sql("""
				update approach_message set decision = ?, comment = ?, reviewed_at = ?
				where id = ? and decision is null""")
			.params(decision.name(), (comment != null) ? comment.strip() : "", Timestamp.from(this.clock.instant()),
					message.id())
			.update();
		if (rows == 1) {
			boolean send = decision == Message.Review.SEND;
			this.timeline.note(partnershipId, "review:" + message.id(), "message", "binome",
					"Message relu avec les yeux du partenaire : " + (send ? "à envoyer." : "à reprendre."),
					"Message read with the partner’s eyes: " + (send ? "to be sent." : "to be rewritten."));
		}
	}

	/** The latest revision of an attempt's message. */
	public Optional<Message> latest(UUID attemptId) {
		return this.jdbc.sql("select * from approach_message where attempt_id = ? order by revision desc limit 1")
			.param(attemptId)
			.query(Messages::message)
			.optional();
	}

	/** The latest message ever written to this partner, in whatever attempt. */
	public Optional<Message> latestOf(UUID partnershipId) {
		return this.jdbc.sql("""
				select m.* from approach_message m join approach_attempt a on a.id = m.attempt_id
				where a.partnership_id = ? order by a.number desc, m.revision desc limit 1""")
			.param(partnershipId)
			.query(Messages::message)
			.optional();
	}

	/** What was written to others under "why them" (APP-12). */
	List<String> whyOthers(UUID partnershipId) {
		return this.jdbc.sql("""
				select m.why_them from approach_message m join approach_attempt a on a.id = m.attempt_id
				where a.partnership_id <> ? order by m.drafted_at desc limit ?""")
			.params(partnershipId, COMPARED)
			.query(String.class)
			.list();
	}

	private Letter letter(Partnership partnership, Organisation organisation, Draft draft) {
		Person contact = this.organisations.person(partnership.contactId());
		var values = new HashMap<String, Object>(Map.of("partner", organisation.name(), "contact", contact.name(),
				"sender", this.accounts.nameOf(partnership.owner()), "company", this.company.legalName(), "source",
				draft.source(), "whyThem", draft.whyThem(), "theirBenefit", draft.theirBenefit(), "idea", draft.idea(),
				"phone", draft.phone()));
		values.put("senderMail", this.accounts.find(partnership.owner()).map(Account::email).orElse(""));
		values.put("hours", draft.hours());
		values.put("activity", this.settings.activity().getOrDefault(organisation.language(), ""));
		values.put("met", this.gestures.of(partnership.id()).stream().anyMatch((one) -> one.kind().inPerson()));
		values.put("link", Message.LINK);
		return this.letters.write("approach", organisation.language(), values);
	}

	private static Message message(ResultSet row, int number) throws SQLException {
		String decision = row.getString("decision");
		return new Message(row.getObject("id", UUID.class), row.getObject("attempt_id", UUID.class),
				row.getInt("revision"),
				new Draft(row.getString("source"), row.getString("why_them"), row.getString("their_benefit"),
						row.getString("idea"), row.getString("phone"), row.getString("hours")),
				row.getString("language"), row.getString("subject"), row.getString("body"), row.getString("author"),
				(decision != null) ? Message.Review.valueOf(decision) : null, row.getString("comment"));
	}

}
