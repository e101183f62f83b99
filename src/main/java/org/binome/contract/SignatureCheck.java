package org.binome.contract;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PolicyCheck;
import org.binome.gate.SignaturePolicy;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link SignaturePolicy} to the current revision.
 */
@Component
class SignatureCheck implements PolicyCheck<SignaturePolicy.Facts> {

	private final Contracts contracts;

	private final Signatures signatures;

	SignatureCheck(Contracts contracts, Signatures signatures) {
		this.contracts = contracts;
		this.signatures = signatures;
	}

	@Override
	public Gate gate() {
		return Gate.SIGNATURE;
	}

	@Override
	public SignaturePolicy.Facts facts(UUID partnershipId) {
		Revision revision = this.contracts.drawnUp(partnershipId);
		return this.signatures.facts(this.contracts.get(revision.contractId()), revision);
	}

	@Override
	public Verdict judge(SignaturePolicy.Facts facts) {
		return SignaturePolicy.verdict(facts);
	}

}
