package org.binome.process.worker;

import org.binome.contract.ContractLetters;
import org.binome.contract.Signatures;
import org.binome.process.Job;
import org.binome.process.PartnerReminder;

import org.springframework.stereotype.Component;

/**
 * Mails the partners who have not signed their link once more.
 */
@Component
class PartnerSignatureReminder implements PartnerReminder {

	private final Signatures signatures;

	private final ContractLetters letters;

	PartnerSignatureReminder(Signatures signatures, ContractLetters letters) {
		this.signatures = signatures;
		this.letters = letters;
	}

	@Override
	public String task() {
		return "Task_AwaitPartnerSignature";
	}

	@Override
	public void remind(Job job) {
		this.signatures.invite(job.uuid("contractId"))
			.forEach((link) -> this.letters.askToSign(link, "reminder:" + job.elementInstanceKey()));
	}

}
