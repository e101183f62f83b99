package org.binome.tracking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.relationship.Pairs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Thanks the partner at the end of a partnership and says what ends, and when (PIL-05).
 */
@Service
public class ClosingLetter {

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Objections objections;

	private final Letters letters;

	private final Mailer mailer;

	private final Accounts accounts;

	private final Company company;

	private final JdbcClient jdbc;

	private final Clock clock;

	ClosingLetter(Pairs pairs, Partnerships partnerships, Organisations organisations, Objections objections,
			Letters letters, Mailer mailer, Accounts accounts, Company company, JdbcClient jdbc, Clock clock) {
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.objections = objections;
		this.letters = letters;
		this.mailer = mailer;
		this.accounts = accounts;
		this.company = company;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Mails the letter, once. To somebody who asked not to be contacted nothing is sent.
	 * @param farewell a personal word, may be empty
	 */
	public void send(UUID partnershipId, String farewell) {
		Person person = this.pairs.partnerPerson(partnershipId);
		if (this.objections.contains(person.email())) {
			return;
		}
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		var values = new HashMap<String, Object>();
		values.put("partner", organisation.name());
		values.put("contact", person.name());
		values.put("sender", this.accounts.nameOf(partnership.owner()));
		values.put("company", this.company.legalName());
		values.put("ended", true);
		values.put("endsOn",
				DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
					.withLocale(Locale.of(organisation.language()))
					.format(LocalDate.now(this.clock)));
		values.put("farewell", farewell);
		Letter letter = this.letters.write("closing", organisation.language(), values);
		this.mailer
			.send(new Mail(businessKey(partnershipId), partnershipId, person.email(), letter.subject(), letter.text()));
	}

	/** Whether the letter has been sent, or its reader asked to be left alone. */
	boolean thanked(UUID partnershipId) {
		return this.objections.contains(this.pairs.partnerPerson(partnershipId).email())
				|| this.jdbc.sql("select exists (select 1 from mail where business_key = ? and sent_at is not null)")
					.param(businessKey(partnershipId))
					.query(Boolean.class)
					.single();
	}

	/** The key under which a partnership that never got this far is closed, too. */
	private static String businessKey(UUID partnershipId) {
		return "closing:" + partnershipId;
	}

}
