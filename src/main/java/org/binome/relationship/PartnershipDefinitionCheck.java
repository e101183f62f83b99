package org.binome.relationship;

import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.PartnershipDefinitionPolicy;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;

import org.springframework.stereotype.Component;

/**
 * Applies {@link PartnershipDefinitionPolicy}.
 */
@Component
class PartnershipDefinitionCheck implements PolicyCheck<PartnershipDefinitionPolicy.Facts> {

	private final Definitions definitions;

	PartnershipDefinitionCheck(Definitions definitions) {
		this.definitions = definitions;
	}

	@Override
	public Gate gate() {
		return Gate.PARTNERSHIP_DEFINITION;
	}

	@Override
	public PartnershipDefinitionPolicy.Facts facts(UUID subject) {
		return this.definitions.facts(subject);
	}

	@Override
	public Verdict judge(PartnershipDefinitionPolicy.Facts facts) {
		return PartnershipDefinitionPolicy.verdict(facts);
	}

}
