package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.ReadBackLetters;
import org.binome.contract.ReadBacks;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Asks the partner's signatories to confirm what was settled (CON-04).
 */
@Component
class InviteConfirmationWorker implements Worker {

	private final ReadBacks readBacks;

	private final ReadBackLetters letters;

	InviteConfirmationWorker(ReadBacks readBacks, ReadBackLetters letters) {
		this.readBacks = readBacks;
		this.letters = letters;
	}

	@Override
	public String type() {
		return "invite-confirmation";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.readBacks.inviteConfirmation(job.uuid("contractId"))
			.forEach((link) -> this.letters.askToConfirm(link, "first"));
		return Map.of();
	}

}
