package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.contract.ContractLetters;
import org.binome.contract.Signatures;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Asks the partners whose turn it is to sign the approved revision.
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
		UUID contractId = job.uuid("contractId");
		this.signatures.begin(contractId, job.elementInstanceKey());
		this.signatures.invite(contractId).forEach((link) -> this.letters.askToSign(link, "first"));
		return Map.of();
	}

}
