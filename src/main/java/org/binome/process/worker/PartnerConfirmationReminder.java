package org.binome.process.worker;

import org.binome.contract.ReadBackLetters;
import org.binome.contract.ReadBacks;
import org.binome.process.Job;
import org.binome.process.PartnerReminder;

import org.springframework.stereotype.Component;

/**
 * Mails the partner's signatories the link to confirm what was settled once more.
 */
@Component
class PartnerConfirmationReminder implements PartnerReminder {

	private final ReadBacks readBacks;

	private final ReadBackLetters letters;

	PartnerConfirmationReminder(ReadBacks readBacks, ReadBackLetters letters) {
		this.readBacks = readBacks;
		this.letters = letters;
	}

	@Override
	public String task() {
		return "Task_AwaitConfirmation";
	}

	@Override
	public void remind(Job job) {
		this.readBacks.inviteConfirmation(job.uuid("contractId"))
			.forEach((link) -> this.letters.askToConfirm(link, "reminder:" + job.elementInstanceKey()));
	}

}
