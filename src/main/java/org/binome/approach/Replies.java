package org.binome.approach;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.decision.Timeline;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Objections;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.signal.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What partners reply, by the link in our message or through the manager. The first
 * outcome of an attempt stands; a later one is noted.
 */
@Service
public class Replies {

	private static final Logger logger = LoggerFactory.getLogger(Replies.class);

	private final JdbcClient jdbc;

	private final Attempts attempts;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Objections objections;

	private final SignedLinks links;

	private final Signals signals;

	private final Timeline timeline;

	private final Accounts accounts;

	private final Letters letters;

	private final Mailer mailer;

	private final TransactionTemplate transaction;

	private final String portalUrl;

	private final Clock clock;

	Replies(JdbcClient jdbc, Attempts attempts, Partnerships partnerships, Organisations organisations,
			Objections objections, SignedLinks links, Signals signals, Timeline timeline, Accounts accounts,
			Letters letters, Mailer mailer, TransactionTemplate transaction,
			@Value("${binome.portal-url}") String portalUrl, Clock clock) {
		this.jdbc = jdbc;
		this.attempts = attempts;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.objections = objections;
		this.links = links;
		this.signals = signals;
		this.timeline = timeline;
		this.accounts = accounts;
		this.letters = letters;
		this.mailer = mailer;
		this.transaction = transaction;
		this.portalUrl = portalUrl;
		this.clock = clock;
	}

	/**
	 * Takes the answer a partner gives by the link.
	 * @return whether it moves the process; false if an outcome had been noted before
	 * @throws org.binome.partner.InvalidLink if the link was used
	 */
	public boolean answer(SignedLink link, Reply reply) {
		boolean first = Boolean.TRUE.equals(this.transaction.execute((status) -> take(link, reply)));
		if (!first) {
			tellOwner(link, reply);
		}
		return first;
	}

	private boolean take(SignedLink link, Reply reply) {
		this.links.use(link);
		UUID partnershipId = link.partnershipId();
		Person person = this.organisations.person(link.personId());
		if (reply.outcome() == ReplyOutcome.DO_NOT_CONTACT) {
			this.objections.add(person.email());
		}
		this.attempts.lock(partnershipId);
		Attempt attempt = this.attempts.latest(partnershipId);
		// an old link answers the question that is open now
		boolean asked = attempt.sentAt() != null || attempt.id().equals(link.subjectId());
		if (asked && store(attempt, reply, "LINK")) {
			note(partnershipId, "reply:" + attempt.id(), person.name(), "Réponse", "Reply", reply);
			this.signals.send("partner-replied", partnershipId, Map.of("replyOutcome", reply.outcome().route()));
			return true;
		}
		note(partnershipId, "late-reply:" + link.id(), person.name(), "Réponse arrivée après coup",
				"Reply that came afterwards", reply);
		return false;
	}

	/**
	 * Notes the reply the manager heard of.
	 * @return the outcome that stands: an earlier one wins
	 */
	@Transactional
	public ReplyOutcome enter(UUID partnershipId, Reply reply) {
		Partnership partnership = this.partnerships.get(partnershipId);
		this.attempts.lock(partnershipId);
		Attempt attempt = this.attempts.latest(partnershipId);
		if (reply.outcome() == ReplyOutcome.DO_NOT_CONTACT) {
			this.objections.add(this.organisations.person(partnership.contactId()).email());
		}
		if (store(attempt, reply, "MANAGER")) {
			note(partnershipId, "reply:" + attempt.id(), partnership.owner(), "Réponse notée", "Reply noted", reply);
		}
		return standing(partnershipId);
	}

	/**
	 * Notes that no reply came in time.
	 * @return the outcome that stands: a reply that did come wins
	 */
	@Transactional
	public ReplyOutcome silence(UUID partnershipId) {
		this.attempts.lock(partnershipId);
		Attempt attempt = this.attempts.latest(partnershipId);
		Reply silence = new Reply(ReplyOutcome.SILENCE, "", null);
		if (store(attempt, silence, "SILENCE")) {
			note(partnershipId, "reply:" + attempt.id(), "binome", "Résultat", "Outcome", silence);
		}
		return standing(partnershipId);
	}

	/** The person had asked before not to be contacted: nothing was sent. */
	@Transactional
	void objected(UUID partnershipId) {
		this.attempts.lock(partnershipId);
		Attempt attempt = this.attempts.latest(partnershipId);
		if (store(attempt, new Reply(ReplyOutcome.DO_NOT_CONTACT, "", null), "OBJECTION")) {
			this.timeline.note(partnershipId, "reply:" + attempt.id(), "reply", "binome",
					"Rien n’a été envoyé : cette personne a demandé à ne plus être contactée.",
					"Nothing was sent: this person asked not to be contacted again.");
			this.signals.send("partner-replied", partnershipId,
					Map.of("replyOutcome", ReplyOutcome.DO_NOT_CONTACT.route()));
		}
	}

	private ReplyOutcome standing(UUID partnershipId) {
		return this.attempts.latest(partnershipId).reply().outcome();
	}

	private boolean store(Attempt attempt, Reply reply, String channel) {
		return this.jdbc.sql("""
				insert into approach_reply (attempt_id, outcome, note, return_on, channel, at) values (?, ?, ?, ?, ?, ?)
				on conflict (attempt_id) do nothing""")
			.params(attempt.id(), reply.outcome().name(), reply.note(), reply.returnOn(), channel,
					Timestamp.from(this.clock.instant()))
			.update() == 1;
	}

	private void note(UUID partnershipId, String key, String actor, String french, String english, Reply reply) {
		String said = reply.note().isEmpty() ? "" : " (" + reply.note() + ")";
		String frenchDate = (reply.returnOn() != null) ? ", à reprendre le " + reply.returnOn() : "";
		String englishDate = (reply.returnOn() != null) ? ", ask again on " + reply.returnOn() : "";
		this.timeline.note(partnershipId, key, "reply", actor,
				french + " : " + reply.outcome().label("fr") + frenchDate + said,
				english + ": " + reply.outcome().label("en") + englishDate + said);
	}

	private void tellOwner(SignedLink link, Reply reply) {
		Partnership partnership = this.partnerships.get(link.partnershipId());
		Account owner = this.accounts.find(partnership.owner()).orElse(null);
		if (owner == null) {
			return;
		}
		try {
			Letter letter = this.letters.write("late-reply", owner.language(),
					Map.of("partner", this.organisations.get(partnership.organisationId()).name(), "name", owner.name(),
							"outcome", reply.outcome().label(owner.language()), "note", reply.note(), "link",
							this.portalUrl + "/partnerships/" + partnership.id()));
			this.mailer.send(new Mail("late-reply:" + link.id(), partnership.id(), owner.email(), letter.subject(),
					letter.text()));
		}
		catch (RuntimeException ex) {
			// the reply is stored and in the timeline; the partner must not see an error
			logger.warn("The owner of partnership {} could not be told of a late reply", partnership.id(), ex);
		}
	}

}
