package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.prospecting.Shortlist;
import org.binome.prospecting.SizeArguments;
import org.binome.prospecting.SizeArguments.Argument;

import org.springframework.stereotype.Component;

/**
 * Stores whom we retain (PRO-12) and what the bigger side gains (PRO-15, PRO-16).
 */
@Component
class RecordShortlistWorker implements Worker {

	private final Shortlist shortlist;

	private final SizeArguments arguments;

	RecordShortlistWorker(Shortlist shortlist, SizeArguments arguments) {
		this.shortlist = shortlist;
		this.arguments = arguments;
	}

	@Override
	public String type() {
		return "record-shortlist";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		List<UUID> chosen = answer.choices("candidateIds").stream().map(UUID::fromString).toList();
		int size = this.shortlist.choose(job.programmeId(), chosen, answer.textOrEmpty("reason"));
		Entered entered = Entered.in(answer);
		this.arguments.keep(job.programmeId(),
				entered.rows("sizes").stream().map(RecordShortlistWorker::argument).toList(), entered.text("ladder"));
		return Map.of("shortlistSize", size);
	}

	private static Argument argument(Entered row) {
		Long audience = row.whole("audience");
		return new Argument(row.uuid("candidateId"), (audience != null && audience > 0) ? audience : null,
				row.text("biggerSideGains"));
	}

}
