package org.binome.process.worker;

import java.util.Locale;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.TermSheets;
import org.binome.relationship.Terms;

import org.springframework.stereotype.Component;

/**
 * Keeps the terms as entered as a new revision (CON-06).
 */
@Component
class RecordTermSheetWorker implements Worker {

	private final TermSheets termSheets;

	RecordTermSheetWorker(TermSheets termSheets) {
		this.termSheets = termSheets;
	}

	@Override
	public String type() {
		return "record-term-sheet";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		var terms = new Terms(answer.text("kind"), answer.text("ourContribution"), answer.text("partnerContribution"),
				answer.text("ourBenefit"), answer.text("partnerBenefit"), answer.text("territory"),
				answer.text("products"), answer.text("sectors"), answer.whole("valueMinor"),
				answer.text("currency").toUpperCase(Locale.ROOT), answer.integer("durationMonths"),
				answer.integer("noticeDays"), answer.date("launchOn"), answer.text("risk"));
		this.termSheets.write(job.partnershipId(), job.elementInstanceKey(), terms);
		return Map.of();
	}

}
