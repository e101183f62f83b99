package org.binome.prospecting;

import java.util.List;
import java.util.UUID;

import org.binome.gate.AffinityPolicy;
import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;
import org.binome.partner.Objections;

import org.springframework.stereotype.Component;

/**
 * Gate <code>affinity</code> (PRO-17, PRO-19, PRO-20).
 */
@Component
class AffinityCheck implements PolicyCheck<List<AffinityPolicy.Choice>> {

	private final Candidates candidates;

	private final Objections objections;

	AffinityCheck(Candidates candidates, Objections objections) {
		this.candidates = candidates;
		this.objections = objections;
	}

	@Override
	public Gate gate() {
		return Gate.AFFINITY;
	}

	@Override
	public List<AffinityPolicy.Choice> facts(UUID programmeId) {
		return this.candidates.shortlisted(programmeId).stream().map(this::choice).toList();
	}

	@Override
	public Verdict judge(List<AffinityPolicy.Choice> facts) {
		return AffinityPolicy.verdict(facts);
	}

	private AffinityPolicy.Choice choice(Candidate candidate) {
		AffinityPolicy.KnockOut knockOut = null;
		if (candidate.knockedOut()) {
			String criterion = candidate.scores().knockedOut();
			knockOut = new AffinityPolicy.KnockOut("audienceAffinity".equals(criterion), Column.label(criterion, "fr"),
					Column.label(criterion, "en"));
		}
		return new AffinityPolicy.Choice(candidate.name(), knockOut, candidate.origin() == Origin.PERSONAL_LIKING,
				candidate.criteria().evidence(), this.objections.contains(candidate.contact().email()));
	}

}
