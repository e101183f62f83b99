package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.contract.ContractLetters;
import org.binome.contract.Signatures;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.UserTasks.Completion;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Gives the partners more time to sign, or ends the wait, as the owner decided (CON-01).
 */
@Component
class RecordSigningDecisionWorker implements Worker {

	private final Signatures signatures;

	private final ContractLetters letters;

	private final Completions completions;

	RecordSigningDecisionWorker(Signatures signatures, ContractLetters letters, Completions completions) {
		this.signatures = signatures;
		this.letters = letters;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-signing-decision";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		UUID contractId = job.uuid("contractId");
		Answer answer = job.answer();
		if (answer.textOrEmpty("decision").equals("stop")) {
			Completion completion = this.completions.before(job, "Task_DecideOnSignature");
			this.signatures.stop(contractId, answer.textOrEmpty("reason"), completion.username());
			return Map.of("signingDecision", "stop");
		}
		this.signatures.renew(contractId)
			.forEach((link) -> this.letters.askToSign(link, "renewed:" + job.elementInstanceKey()));
		return Map.of("signingDecision", "renew");
	}

}
