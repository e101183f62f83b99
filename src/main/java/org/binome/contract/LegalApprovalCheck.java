package org.binome.contract;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.LegalApprovalPolicy;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link LegalApprovalPolicy} to the current revision.
 */
@Component
class LegalApprovalCheck implements PolicyCheck<LegalApprovalPolicy.Facts> {

	private final Contracts contracts;

	private final Approvals approvals;

	LegalApprovalCheck(Contracts contracts, Approvals approvals) {
		this.contracts = contracts;
		this.approvals = approvals;
	}

	@Override
	public Gate gate() {
		return Gate.LEGAL_APPROVAL;
	}

	@Override
	public LegalApprovalPolicy.Facts facts(UUID partnershipId) {
		Revision revision = this.contracts.drawnUp(partnershipId);
		return this.approvals.facts(this.contracts.get(revision.contractId()), revision);
	}

	@Override
	public Verdict judge(LegalApprovalPolicy.Facts facts) {
		return LegalApprovalPolicy.verdict(facts);
	}

}
