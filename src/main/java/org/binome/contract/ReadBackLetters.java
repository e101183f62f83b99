package org.binome.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.binome.account.Company;
import org.binome.mail.Letters;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;

import org.springframework.stereotype.Service;

/**
 * The mails that ask the partner's signatories to restate a contract and to confirm what
 * was settled. Each goes out once for each occasion.
 */
@Service
public class ReadBackLetters {

	private final Contracts contracts;

	private final ReadBacks readBacks;

	private final Organisations organisations;

	private final Company company;

	private final Letters letters;

	private final Mailer mailer;

	ReadBackLetters(Contracts contracts, ReadBacks readBacks, Organisations organisations, Company company,
			Letters letters, Mailer mailer) {
		this.contracts = contracts;
		this.readBacks = readBacks;
		this.organisations = organisations;
		this.company = company;
		this.letters = letters;
		this.mailer = mailer;
	}

	/**
	 * Mails a link to restate the contract.
	 * @param occasion tells a first mail from a reminder
	 */
	public void askToRestate(SignedLink link, String occasion) {
		send("read-back", link, this.contracts.get(link.subjectId()), occasion, Map.of());
	}

	/**
	 * Mails a link to confirm what was settled.
	 * @param occasion tells a first mail from a reminder
	 */
	public void askToConfirm(SignedLink link, String occasion) {
		ReadBacks.Comparison settled = this.readBacks.toConfirm(link);
		send("read-back-confirmation", link, this.readBacks.contractOf(settled), occasion,
				Map.of("understanding", settled.understanding()));
	}

	private void send(String letter, SignedLink link, Contract contract, String occasion, Map<String, Object> more) {
		Person person = this.organisations.person(link.personId());
		Organisation organisation = this.organisations.get(person.organisationId());
		Map<String, Object> values = new HashMap<>(more);
		values.put("reference", contract.reference());
		values.put("name", person.name());
		values.put("company", this.company.legalName());
		values.put("organisation", organisation.name());
		values.put("link", link.url());
		Letters.Letter text = this.letters.write(letter, this.organisations.get(person.organisationId()).language(),
				values);
		this.mailer.send(new Mail(letter + ":" + link.id() + ":" + occasion, contract.partnershipId(), person.email(),
				text.subject(), text.text(), List.of()));
	}

}
