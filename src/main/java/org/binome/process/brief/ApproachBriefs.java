package org.binome.process.brief;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

import org.binome.approach.ApproachSettings;
import org.binome.approach.Attempt;
import org.binome.approach.Attempts;
import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetails;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.process.Brief;
import org.binome.process.Job;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the briefs of the approach have in common: whom it is about, and what happened
 * before (APP-16).
 */
@Component
class ApproachBriefs {

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final ContactDetails details;

	private final Objections objections;

	private final Attempts attempts;

	private final ApproachSettings settings;

	private final String portalUrl;

	ApproachBriefs(Partnerships partnerships, Organisations organisations, ContactDetails details,
			Objections objections, Attempts attempts, ApproachSettings settings,
			@Value("${binome.portal-url}") String portalUrl) {
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.details = details;
		this.objections = objections;
		this.attempts = attempts;
		this.settings = settings;
		this.portalUrl = portalUrl;
	}

	Brief about(Job job) {
		Partnership partnership = this.partnerships.get(job.partnershipId());
		Organisation organisation = this.organisations.get(partnership.organisationId());
		Person contact = this.organisations.person(partnership.contactId());
		Brief brief = Brief.about(job.language(), organisation.name())
			.link(this.portalUrl + "/partnerships/" + partnership.id(), "Voir le partenariat", "See the partnership")
			.fact("Contact", "Contact", contact.name() + ", " + contact.role())
			.fact("Langue et fuseau", "Language and time zone",
					organisation.language() + ", " + organisation.timeZone());
		if (organisation.website() != null) {
			brief.fact("Site", "Web site", organisation.website());
		}
		if (this.objections.contains(contact.email())) {
			brief.fact("Attention", "Attention",
					"fr".equals(job.language())
							? "Cette personne a demandé à ne plus être contactée : rien ne lui sera envoyé."
							: "This person asked not to be contacted again: nothing will be sent.");
		}
		return brief;
	}

	/** Shows by what right we write to the contact, as far as somebody has said. */
	void contactDetail(Job job, Brief brief) {
		Partnership partnership = this.partnerships.get(job.partnershipId());
		ContactDetail detail = this.details.of(partnership.contactId()).orElse(ContactDetail.UNKNOWN);
		brief.prefill("contactChannel", detail.channel().name().toLowerCase(Locale.ROOT))
			.prefill("obtainedFrom", detail.obtainedFrom())
			.prefill("consentedOn", (detail.consentedOn() != null) ? detail.consentedOn().toString() : null)
			.prefill("consentNote", detail.consentNote());
	}

	/** Adds what became of each attempt. */
	void history(Job job, Brief brief) {
		List<Attempt> attempts = this.attempts.of(job.partnershipId());
		ZoneId zone = zone(job);
		for (Attempt attempt : attempts) {
			if (attempt.reply() != null) {
				String label = " " + attempt.number() + "/" + this.settings.attempts();
				brief.fact("Tentative" + label, "Attempt" + label, story(attempt, zone, job.language()));
			}
		}
	}

	ZoneId zone(Job job) {
		Partnership partnership = this.partnerships.get(job.partnershipId());
		return this.organisations.get(partnership.organisationId()).timeZone();
	}

	/** The language the partner reads. */
	String partnerLanguage(Job job) {
		Partnership partnership = this.partnerships.get(job.partnershipId());
		return this.organisations.get(partnership.organisationId()).language();
	}

	static String day(Instant moment, ZoneId zone, String language) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(Locale.of(language))
			.format(moment.atZone(zone));
	}

	private static String story(Attempt attempt, ZoneId zone, String language) {
		var story = new StringBuilder();
		if (attempt.sentAt() != null) {
			story.append(day(attempt.sentAt(), zone, language)).append(": ");
		}
		story.append(attempt.reply().outcome().label(language));
		if (!attempt.reply().note().isEmpty()) {
			story.append(" (").append(attempt.reply().note()).append(')');
		}
		if (attempt.refusal() != null) {
			story.append("; ")
				.append(attempt.refusal().refused().label(language))
				.append(", ")
				.append(attempt.refusal().tone().label(language));
			if (!attempt.refusal().reason().isEmpty()) {
				story.append(": ").append(attempt.refusal().reason());
			}
		}
		return story.toString();
	}

}
