package org.binome.relationship;

import java.time.LocalDate;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.QuantifiedObjectivesPolicy;
import org.binome.gate.TermSheetPolicy;
import org.binome.gate.Verdict;
import org.binome.gate.Verdict.Passed;

import org.springframework.stereotype.Component;

/**
 * Applies {@link TermSheetPolicy}.
 */
@Component
class TermSheetCheck implements PolicyCheck<TermSheetPolicy.Facts> {

	private final TermSheets termSheets;

	private final Objectives objectives;

	private final SponsorDecisions sponsorDecisions;

	TermSheetCheck(TermSheets termSheets, Objectives objectives, SponsorDecisions sponsorDecisions) {
		this.termSheets = termSheets;
		this.objectives = objectives;
		this.sponsorDecisions = sponsorDecisions;
	}

	@Override
	public Gate gate() {
		return Gate.TERM_SHEET;
	}

	@Override
	public Verdict judge(TermSheetPolicy.Facts facts) {
		return TermSheetPolicy.verdict(facts);
	}

	@Override
	public TermSheetPolicy.Facts facts(UUID subject) {
		// a date that has passed since it was agreed is no reason to agree again
		boolean quantified = QuantifiedObjectivesPolicy
			.verdict(this.objectives.facts(subject, LocalDate.MIN)) instanceof Passed;
		return this.termSheets.latest(subject)
			.map((revision) -> new TermSheetPolicy.Facts(this.termSheets.facts(revision, LocalDate.MIN),
					revision.revision(), quantified, revision.partners() != null && revision.partners().accepted(),
					revision.ours() != null && revision.ours().accepted(),
					this.sponsorDecisions.outsider(subject).orElse(null)))
			.orElse(new TermSheetPolicy.Facts(null, 0, quantified, false, false, null));
	}

}
