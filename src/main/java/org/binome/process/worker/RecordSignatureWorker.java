package org.binome.process.worker;

import java.util.Map;
import java.util.UUID;

import org.binome.contract.ContractLetters;
import org.binome.contract.Signature;
import org.binome.contract.Signatures;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.UserTasks.Completion;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps our signature with the person whom the engine names as having completed the task
 * (CON-01). Without the declaration, or from a person who isn't a sponsor, there is no
 * signature, and the gate says so.
 */
@Component
class RecordSignatureWorker implements Worker {

	private final Signatures signatures;

	private final ContractLetters letters;

	private final Completions completions;

	RecordSignatureWorker(Signatures signatures, ContractLetters letters, Completions completions) {
		this.signatures = signatures;
		this.letters = letters;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-signature";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		UUID contractId = job.uuid("contractId");
		Answer answer = job.answer();
		Completion completion = this.completions.before(job, "Task_SignForUs");
		boolean signs = answer.textOrEmpty("decision").equals("sign");
		if (signs && !answer.yes("statement")) {
			return Map.of("ourAnswer", "signed");
		}
		boolean kept = this.signatures.signForUs(contractId, completion.username(),
				signs ? Signature.Answer.SIGNED : Signature.Answer.DECLINED, answer.textOrEmpty("reason"),
				signs ? statement(job.language()) : "", completion.at().toInstant());
		if (kept && !signs) {
			this.signatures.of(contractId)
				.stream()
				.filter((signature) -> signature.answer() == Signature.Answer.DECLINED)
				.findFirst()
				.ifPresent(this.letters::declined);
		}
		if (kept && signs) {
			this.signatures.invite(contractId).forEach((link) -> this.letters.askToSign(link, "first"));
		}
		return Map.of("ourAnswer", (kept && !signs) ? "declined" : "signed");
	}

	/** What the form of the task asks to tick. */
	private static String statement(String language) {
		return "fr".equals(language) ? "J’ai lu cette révision et je la signe au nom de notre société."
				: "I have read this revision and I sign it on behalf of our company.";
	}

}
