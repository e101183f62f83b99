package org.binome.process.worker;

import org.binome.planning.ChangeLetter;
import org.binome.process.Job;
import org.binome.process.PartnerReminder;

import org.springframework.stereotype.Component;

/**
 * Mails the partner the link to a change of the plan once more.
 */
@Component
class PartnerChangeReminder implements PartnerReminder {

	private final ChangeLetter letter;

	PartnerChangeReminder(ChangeLetter letter) {
		this.letter = letter;
	}

	@Override
	public String task() {
		return "Task_AwaitChangeAnswer";
	}

	@Override
	public void remind(Job job) {
		this.letter.remind(job.uuid("changeId"), job.elementInstanceKey());
	}

}
