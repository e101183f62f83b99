package org.binome.planning;

import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.relationship.Pairs;

import org.springframework.stereotype.Service;

/**
 * Asks the partner to agree to a change of the plan, by a signed link (PLA-03).
 */
@Service
public class ChangeLetter {

	/** A little longer than the process waits. */
	private static final Duration VALIDITY = Duration.ofDays(30);

	private final Changes changes;

	private final ChangeText text;

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final SignedLinks links;

	private final Letters letters;

	private final Mailer mailer;

	private final Accounts accounts;

	private final Company company;

	ChangeLetter(Changes changes, ChangeText text, Pairs pairs, Partnerships partnerships, Organisations organisations,
			SignedLinks links, Letters letters, Mailer mailer, Accounts accounts, Company company) {
		this.changes = changes;
		this.text = text;
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.links = links;
		this.letters = letters;
		this.mailer = mailer;
		this.accounts = accounts;
		this.company = company;
	}

	/**
	 * Mails the link, once per key; nothing once the change is decided.
	 * @param key tells one asking from the next
	 */
	public void ask(UUID changeId, long key) {
		send(changeId, key, false);
	}

	/**
	 * Mails the same link again.
	 * @param reminderKey tells one reminder from the next
	 */
	public void remind(UUID changeId, long reminderKey) {
		send(changeId, reminderKey, true);
	}

	private void send(UUID changeId, long mailKey, boolean reminder) {
		Change change = this.changes.get(changeId);
		if (change.state() != Change.State.ASKED) {
			return;
		}
		Partnership partnership = this.partnerships.get(change.partnershipId());
		String language = this.organisations.get(partnership.organisationId()).language();
		Person person = this.pairs.partnerPerson(partnership.id());
		SignedLink link = this.links.issue("plan-change", partnership.id(), person.id(), changeId,
				"plan-change:" + changeId + ":" + this.changes.approvals(changeId), VALIDITY);
		var values = new HashMap<String, Object>();
		values.put("name", person.name());
		values.put("reminder", reminder);
		values.put("action", this.text.action(change, language));
		values.put("becomes", this.text.becomes(change, language));
		values.put("launch", this.text.launch(change, language));
		values.put("necessity", change.wish().necessity());
		values.put("impact", change.wish().impact());
		values.put("url", link.url());
		values.put("sender", this.accounts.nameOf(partnership.owner()));
		values.put("company", this.company.legalName());
		Letter letter = this.letters.write("plan-change", language, values);
		this.mailer.send(new Mail("plan-change:" + changeId + ":" + mailKey, partnership.id(), person.email(),
				letter.subject(), letter.text()));
	}

}
