package org.binome.process.worker;

import java.time.LocalDate;

import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetail.Channel;

/**
 * Reads what a form says of a contact's address (APP-03). Only a clear "private" makes it
 * a private one.
 */
final class ContactEntry {

	private ContactEntry() {
	}

	static ContactDetail in(Entered answer) {
		boolean personal = "private".equals(answer.text("contactChannel"));
		LocalDate consented = personal ? answer.date("consentedOn") : null;
		return new ContactDetail(personal ? Channel.PRIVATE : Channel.PROFESSIONAL, answer.text("obtainedFrom"),
				consented, (consented != null) ? answer.text("consentNote") : "");
	}

}
