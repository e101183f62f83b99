package org.binome.process.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.binome.contract.ReadBacks;
import org.binome.contract.ReadBacks.Decision;
import org.binome.gate.Finding;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.process.Answer;
import org.binome.process.Completions;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Keeps a comparison of both sides' words (CON-04). One that can't count is as none: the
 * gate says what is missing.
 */
@Component
class RecordComparisonWorker implements Worker {

	private final ReadBacks readBacks;

	private final Completions completions;

	RecordComparisonWorker(ReadBacks readBacks, Completions completions) {
		this.readBacks = readBacks;
		this.completions = completions;
	}

	@Override
	public String type() {
		return "record-comparison";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		Decision decision = answer.choice("decision", Decision.class);
		String understanding = Entered.in(answer).text("understanding");
		if (decision == Decision.SETTLE && understanding.isBlank()) {
			decision = Decision.COMPARED;
		}
		Set<Topic> alike = Arrays.stream(Topic.values())
			.filter((topic) -> answer.textOrEmpty(field(topic)).equals("alike"))
			.collect(Collectors.toSet());
		List<Finding> findings = this.readBacks.compare(job.uuid("contractId"), job.elementInstanceKey(), alike,
				decision, understanding, Entered.in(answer).text("reason"),
				this.completions.before(job, "Task_CompareReadBacks").username(), answer.text("sha256"));
		return Map.of("comparisonDecision", findings.isEmpty() ? decision.name().toLowerCase(Locale.ROOT) : "compared");
	}

	private static String field(Topic topic) {
		return topic.name().toLowerCase(Locale.ROOT);
	}

}
