package org.binome.process.worker;

import java.util.Locale;
import java.util.Map;

import org.binome.process.Decisions;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.prospecting.ScoreInputs;
import org.binome.prospecting.Scores;
import org.binome.prospecting.Scoring;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Scores the candidates by the decision table <code>candidate_scores</code> (PRO-13,
 * PRO-20).
 */
@Component
class ScoreCandidatesWorker implements Worker {

	private final Scoring scoring;

	private final Decisions decisions;

	ScoreCandidatesWorker(Scoring scoring, Decisions decisions) {
		this.scoring = scoring;
		this.decisions = decisions;
	}

	@Override
	public String type() {
		return "score-candidates";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		this.scoring.score(job.programmeId(), job.elementInstanceKey(), this::scores);
		return Map.of();
	}

	private Scores scores(ScoreInputs inputs) {
		JsonNode scores = this.decisions.decide("candidate_scores",
				Map.of("audienceAffinity", inputs.audienceAffinity(), "productFit", inputs.productFit(), "imageFit",
						inputs.imageFit(), "cultureFit", inputs.cultureFit(), "openness", name(inputs.openness()),
						"sizeRatio", inputs.sizeRatio(), "reachable", inputs.reachable(), "relation",
						name(inputs.relation())));
		return new Scores(score(scores, "desirability"), score(scores, "likelihood"),
				scores.path("knockedOut").asStringOpt().orElse(null));
	}

	private static int score(JsonNode scores, String name) {
		JsonNode score = scores.path(name);
		if (!score.isNumber() || score.asDouble() < 0 || score.asDouble() > 100) {
			throw new IllegalStateException("The decision candidate_scores must give " + name
					+ " from 0 to 100 but gave " + score + "; correct the table and retry");
		}
		return (int) Math.round(score.asDouble());
	}

	private static String name(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
