package org.binome.contract;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.LegalApprovalPolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link LegalApprovalPolicy} to the current revision.
 */
@Component
class LegalApprovalCheck implements GateCheck {

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
	public Verdict verdict(UUID partnershipId) {
		Contract contract = this.contracts.ofPartnership(partnershipId).orElseThrow();
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		return LegalApprovalPolicy.verdict(this.approvals.facts(contract, revision));
	}

}
