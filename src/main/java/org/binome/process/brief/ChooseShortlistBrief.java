package org.binome.process.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.prospecting.Candidate;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.Candidates.Elimination;
import org.binome.prospecting.Programme;
import org.binome.prospecting.Programmes;
import org.binome.prospecting.SizeArguments;
import org.binome.prospecting.SizeArguments.Argument;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whom do we retain? (PRO-07, PRO-12, PRO-13)
 */
@Component
class ChooseShortlistBrief implements TaskBrief {

	private static final int OPTIONS = 50;

	private final Programmes programmes;

	private final Candidates candidates;

	private final SizeArguments arguments;

	private final Gates gates;

	private final String portalUrl;

	ChooseShortlistBrief(Programmes programmes, Candidates candidates, SizeArguments arguments, Gates gates,
			@Value("${binome.portal-url}") String portalUrl) {
		this.programmes = programmes;
		this.candidates = candidates;
		this.arguments = arguments;
		this.gates = gates;
		this.portalUrl = portalUrl;
	}

	@Override
	public String task() {
		return "Task_ChooseShortlist";
	}

	@Override
	public Brief brief(Job job) {
		Programme programme = this.programmes.get(job.programmeId());
		List<Candidate> ranking = this.candidates.ranking(programme.id(), OPTIONS);
		List<Elimination> eliminated = this.candidates.eliminated(programme.id());
		List<String> chosen = this.candidates.shortlisted(programme.id())
			.stream()
			.map((candidate) -> candidate.id().toString())
			.toList();
		Brief brief = Brief.about(job.language(), programme.name())
			.summary(
					"Qui nous voulons et qui voudrait de nous sont deux questions : les deux notes restent côte à côte. Commencez par des partenaires de votre taille.",
					"Whom we want and who would want us are two questions: the two scores stay side by side. Start with partners of your size.")
			.fact("Candidats", "Candidates", this.candidates.count(programme.id()))
			.fact("Éliminés", "Eliminated", eliminated.stream().mapToInt(Elimination::count).sum())
			.fact("Notre audience", "Our audience", programme.audience())
			.findings(this.gates.openFindings(programme.id(), Gate.AFFINITY, Gate.SIZE_ARGUMENT))
			.link(this.portalUrl + "/programmes/" + programme.id(), "Voir tous les candidats", "See all candidates")
			.with("eliminated",
					eliminated.stream()
						.map((one) -> Map.of("criterion", one.label(job.language()), "count", one.count()))
						.toList())
			.with("candidates", ranking.stream().map(ChooseShortlistBrief::option).toList())
			.with("ranking", ranking.stream().map((one) -> row(one, programme.audience())).toList())
			.prefill("candidateIds", chosen.isEmpty() ? null : chosen)
			.prefill("sizes", this.arguments.of(programme.id()).stream().map(ChooseShortlistBrief::row).toList())
			.prefill("ladder", this.arguments.ladder(programme.id()));
		if (!chosen.isEmpty() && this.arguments.facts(programme.id()).mostlyGiants()) {
			brief.fact("Attention", "Attention", "fr".equals(job.language())
					? "La plupart des candidats retenus sont bien plus grands que nous (PRO-15) : commencez par votre taille, puis montez."
					: "Most candidates retained are far larger than we are (PRO-15): start with your own size, then climb.");
		}
		return brief;
	}

	private static Map<String, Object> row(Argument argument) {
		var row = new HashMap<String, Object>();
		row.put("candidateId", argument.candidateId().toString());
		row.put("audience", argument.audience());
		row.put("biggerSideGains", argument.biggerSideGains());
		return row;
	}

	private static Map<String, Object> option(Candidate candidate) {
		return Map.of("label", "%s · D %d · L %d".formatted(candidate.name(), candidate.scores().desirability(),
				candidate.scores().likelihood()), "value", candidate.id().toString());
	}

	private static Map<String, Object> row(Candidate candidate, long ourAudience) {
		return Map.of("name", candidate.name(), "desirability", candidate.scores().desirability(), "likelihood",
				candidate.scores().likelihood(), "size", size(candidate.criteria().audience(), ourAudience));
	}

	/** How many times as large as we are, such as "× 12" or "× 0.3". */
	private static String size(Long theirs, long ours) {
		return (theirs != null) ? "× " + new BigDecimal(theirs).divide(new BigDecimal(ours), new MathContext(2))
			.stripTrailingZeros()
			.toPlainString() : "?";
	}

}
