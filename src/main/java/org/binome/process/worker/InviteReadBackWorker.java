package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.contract.ReadBackLetters;
import org.binome.contract.ReadBacks;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Asks the partner's signatories to restate the approved revision (CON-04), unless both
 * sides have understood it alike already.
 */
@Component
class InviteReadBackWorker implements Worker {

	private final ReadBacks readBacks;

	private final ReadBackLetters letters;

	InviteReadBackWorker(ReadBacks readBacks, ReadBackLetters letters) {
		this.readBacks = readBacks;
		this.letters = letters;
	}

	@Override
	public String type() {
		return "invite-read-back";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		UUID contractId = job.uuid("contractId");
		if (this.readBacks.understood(contractId)) {
			return Map.of("readBackDone", true);
		}
		this.readBacks.invite(contractId).forEach((link) -> this.letters.askToRestate(link, "first"));
		return Map.of("readBackDone", false);
	}

}
