package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.partner.ContactDetails;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps by what right we write to the contact, or who is written to instead (APP-03).
 */
@Component
class RecordContactWorker implements Worker {

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final ContactDetails details;

	RecordContactWorker(Partnerships partnerships, Organisations organisations, ContactDetails details) {
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.details = details;
	}

	@Override
	public String type() {
		return "record-contact";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		if ("give_up".equals(answer.text("decision"))) {
			return Map.of("contactDecision", "give_up");
		}
		Partnership partnership = this.partnerships.get(job.partnershipId());
		boolean other = "other".equals(answer.text("decision"));
		if (other && (answer.text("partnerName").isBlank() || !answer.text("partnerEmail").contains("@"))) {
			// nobody who could be written to: the gate holds again
			return Map.of("contactDecision", "cleared");
		}
		UUID person = other ? another(partnership, answer).id() : partnership.contactId();
		this.details.record(person, "contact:" + job.elementInstanceKey(), ContactEntry.in(answer), job.text("owner"));
		return Map.of("contactDecision", other ? "other" : "cleared");
	}

	private Person another(Partnership partnership, Entered answer) {
		Person person = this.organisations.addPerson(partnership.organisationId(), answer.text("partnerName"),
				answer.text("partnerEmail"), answer.text("partnerRole"));
		this.partnerships.contact(partnership.id(), person.id());
		return person;
	}

}
