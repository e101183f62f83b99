package org.binome.process.worker;

import java.util.Map;

import org.binome.contract.ContractLetters;
import org.binome.contract.Signatures;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Asks the partner to sign the approved revision.
 */
@Component
class InviteSignaturesWorker implements Worker {

	private final Signatures signatures;

	private final ContractLetters letters;

	InviteSignaturesWorker(Signatures signatures, ContractLetters letters) {
		this.signatures = signatures;
		this.letters = letters;
	}

	@Override
	public String type() {
		return "invite-signatures";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.signatures.invite(job.uuid("contractId"), job.elementInstanceKey())
			.ifPresent((link) -> this.letters.askToSign(link, "first"));
		return Map.of();
	}

}
