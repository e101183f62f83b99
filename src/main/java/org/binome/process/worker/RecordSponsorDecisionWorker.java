package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.process.Worker;
import org.binome.relationship.SponsorDecisions;

import org.springframework.stereotype.Component;

/**
 * Keeps the sponsor's yes or no with the person the engine names as having completed the
 * task (QUA-18, QUA-19). Without a clear answer of a sponsor the question stays open: the
 * gate sponsor-decision holds and says so.
 */
@Component
class RecordSponsorDecisionWorker implements Worker {

	private static final String TASK = "Task_SponsorDecision";

	private final SponsorDecisions decisions;

	private final Completions completions;

	private final TaskBrief brief;

	RecordSponsorDecisionWorker(SponsorDecisions decisions, Completions completions, List<TaskBrief> briefs) {
		this.decisions = decisions;
		this.completions = completions;
		this.brief = briefs.stream().filter((brief) -> brief.task().equals(TASK)).findFirst().orElseThrow();
	}

	@Override
	public String type() {
		return "record-sponsor-decision";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		String decision = answer.text("decision");
		Optional<Boolean> counted = Optional.empty();
		if ("yes".equals(decision) || "no".equals(decision)) {
			String by = this.completions.before(job, TASK).username();
			counted = this.decisions.decide(job.partnershipId(), job.elementInstanceKey(), "yes".equals(decision),
					answer.text("reason"), (by != null) ? by : "?", this.brief.brief(job).characters());
		}
		return Map.of("sponsorDecision", counted.map((yes) -> yes ? "yes" : "no").orElse("open"));
	}

}
