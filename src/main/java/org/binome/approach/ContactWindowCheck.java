package org.binome.approach;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.binome.gate.ContactWindowPolicy;
import org.binome.gate.ContactWindowPolicy.Limits;
import org.binome.gate.Gate;
import org.binome.gate.NothingToJudge;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;
import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetail.Channel;
import org.binome.partner.ContactDetails;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.WorkingDays;

import org.springframework.stereotype.Component;

/**
 * Gate <code>contact-window</code> (APP-01, APP-03, APP-04): may we write to this person
 * at the moment at which the message goes?
 */
@Component
class ContactWindowCheck implements PolicyCheck<ContactWindowPolicy.Facts> {

	private final Attempts attempts;

	private final Sending sending;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final ContactDetails details;

	private final Objections objections;

	private final ApproachSettings settings;

	private final Clock clock;

	ContactWindowCheck(Attempts attempts, Sending sending, Partnerships partnerships, Organisations organisations,
			ContactDetails details, Objections objections, ApproachSettings settings, Clock clock) {
		this.attempts = attempts;
		this.sending = sending;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.details = details;
		this.objections = objections;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Gate gate() {
		return Gate.CONTACT_WINDOW;
	}

	@Override
	public ContactWindowPolicy.Facts facts(UUID partnershipId) {
		List<Attempt> attempts = this.attempts.of(partnershipId);
		if (attempts.isEmpty()) {
			throw new NothingToJudge("Aucune approche n’est commencée.", "No approach has begun.",
					"Rédigez d’abord le message à ce partenaire.", "Draft the message to this partner first.");
		}
		Attempt attempt = attempts.getLast();
		Instant goes = goes(attempt);
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		Person contact = this.organisations.person(partnership.contactId());
		ContactDetail detail = this.details.of(contact.id()).orElse(ContactDetail.UNKNOWN);
		LocalDate there = goes.atZone(organisation.timeZone()).toLocalDate();
		boolean consent = detail.consentedOn() != null && !detail.consentedOn().isAfter(there);
		return new ContactWindowPolicy.Facts(goes, organisation.timeZone(),
				!WorkingDays.of(organisation.country()).contains(there), detail.channel() == Channel.PRIVATE, consent,
				detail.obtainedFrom(), this.objections.contains(contact.email()),
				this.sending.contacts(contact.email(), attempt.id()),
				new Limits(this.settings.contactFrom(), this.settings.contactUntil(), this.settings.contactAtAnyTime(),
						this.settings.mostContacts(), this.settings.contactPeriod(), this.settings.pause()));
	}

	/**
	 * When the message goes: at once, or at the moment planned while that is still ahead.
	 */
	private Instant goes(Attempt attempt) {
		Instant now = this.clock.instant();
		return (attempt.sendAt() != null && attempt.sendAt().isAfter(now)) ? attempt.sendAt() : now;
	}

	@Override
	public Verdict judge(ContactWindowPolicy.Facts facts) {
		return ContactWindowPolicy.verdict(facts);
	}

}
