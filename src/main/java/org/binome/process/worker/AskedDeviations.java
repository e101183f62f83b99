package org.binome.process.worker;

import java.util.List;

import org.binome.contract.Deviations.Request;
import org.binome.process.Answer;

/**
 * The deviations of clauses in the answer of a form.
 */
final class AskedDeviations {

	private AskedDeviations() {
	}

	/** What is asked for. */
	static List<Request> in(Answer answer) {
		return answer.rows("deviations")
			.stream()
			.filter((row) -> row.text("clause") != null || row.text("variant") != null)
			.map((row) -> new Request(row.textOrEmpty("clause"), row.textOrEmpty("variant"),
					Entered.in(row).text("reason")))
			.toList();
	}

	/** The ids of those that are approved. */
	static List<Long> approved(Answer answer) {
		return answer.choices("approvedDeviations")
			.stream()
			.filter((id) -> id.matches("\\d{1,18}"))
			.map(Long::valueOf)
			.toList();
	}

}
