package org.binome.process.worker;

import org.binome.contract.ReadBackLetters;
import org.binome.contract.ReadBacks;
import org.binome.process.Job;
import org.binome.process.PartnerReminder;

import org.springframework.stereotype.Component;

/**
 * Mails the partner's signatories the link to restate the contract once more.
 */
@Component
class PartnerReadBackReminder implements PartnerReminder {

	private final ReadBacks readBacks;

	private final ReadBackLetters letters;

	PartnerReadBackReminder(ReadBacks readBacks, ReadBackLetters letters) {
		this.readBacks = readBacks;
		this.letters = letters;
	}

	@Override
	public String task() {
		return "Task_AwaitPartnerReadBack";
	}

	@Override
	public void remind(Job job) {
		this.readBacks.invite(job.uuid("contractId"))
			.forEach((link) -> this.letters.askToRestate(link, "reminder:" + job.elementInstanceKey()));
	}

}
