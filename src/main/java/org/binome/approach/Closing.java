package org.binome.approach;

import java.util.Map;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.decision.Timeline;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.Standing;
import org.binome.prospecting.Programmes;

import org.springframework.stereotype.Service;

/**
 * Ends partnerships courteously. Not everyone is made for a partnership: an end is never
 * a failure of the person in charge (PRO-31).
 */
@Service
public class Closing {

	private final Attempts attempts;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Objections objections;

	private final Programmes programmes;

	private final Accounts accounts;

	private final Company company;

	private final Letters letters;

	private final Mailer mailer;

	private final Timeline timeline;

	Closing(Attempts attempts, Partnerships partnerships, Organisations organisations, Objections objections,
			Programmes programmes, Accounts accounts, Company company, Letters letters, Mailer mailer,
			Timeline timeline) {
		this.attempts = attempts;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.objections = objections;
		this.programmes = programmes;
		this.accounts = accounts;
		this.company = company;
		this.letters = letters;
		this.mailer = mailer;
		this.timeline = timeline;
	}

	/**
	 * Thanks the partner if we ever wrote to them and they did not object, and closes the
	 * partnership. Does nothing the second time.
	 */
	public void close(UUID partnershipId) {
		Partnership partnership = this.partnerships.get(partnershipId);
		if (partnership.state() == State.CLOSED) {
			return;
		}
		Person contact = this.organisations.person(partnership.contactId());
		boolean written = this.attempts.of(partnershipId).stream().anyMatch((attempt) -> attempt.sentAt() != null);
		if (written && !this.objections.contains(contact.email())) {
			thank(partnership, contact);
		}
		String french = reason(partnership, "fr");
		String english = reason(partnership, "en");
		this.timeline.note(partnershipId, "closed:" + partnershipId, "closing", partnership.owner(), french, english);
		String language = this.programmes.get(partnership.programmeId()).language();
		this.partnerships.close(partnershipId, "fr".equals(language) ? french : english);
	}

	private void thank(Partnership partnership, Person contact) {
		Organisation organisation = this.organisations.get(partnership.organisationId());
		Letter letter = this.letters.write("closing", organisation.language(),
				Map.of("partner", organisation.name(), "contact", contact.name(), "sender",
						this.accounts.nameOf(partnership.owner()), "company", this.company.legalName(), "ended",
						partnership.state() == State.ACTIVE, "standing", partnership.standing().name()));
		this.mailer.send(new Mail("closing:" + partnership.id(), partnership.id(), contact.email(), letter.subject(),
				letter.text()));
	}

	private static String reason(Partnership partnership, String language) {
		boolean french = "fr".equals(language);
		if (partnership.state() == State.ACTIVE) {
			return french ? "Partenariat arrivé à son terme." : "The partnership came to its end.";
		}
		if (partnership.standing() == Standing.CUSTOMER) {
			return french ? "C’est un client, et bienvenu comme tel." : "It is a customer, and welcome as one.";
		}
		if (partnership.standing() == Standing.SUPPLIER) {
			return french ? "C’est un fournisseur, et bienvenu comme tel." : "It is a supplier, and welcome as one.";
		}
		return switch (partnership.stage()) {
			case APPROACH -> french ? "Le partenaire n’a pas donné suite." : "The partner did not take it up.";
			case RELATIONSHIP -> french ? "Les conditions d’un partenariat ne sont pas réunies."
					: "The conditions of a partnership are not met.";
			case CONTRACT -> french ? "Le contrat n’a pas été conclu." : "The contract was not concluded.";
			case PLANNING, TRACKING -> french ? "Partenariat arrêté." : "The partnership was stopped.";
		};
	}

}
