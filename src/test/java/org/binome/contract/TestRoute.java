package org.binome.contract;

/**
 * Approvals as the shipped table asks for them, without an engine: a sponsor beside legal
 * for strict clauses and for deviations.
 */
public class TestRoute implements ApprovalRoute {

	@Override
	public Required of(Facts facts) {
		return new Required(1, (facts.profile().equals("strict") || facts.deviations() > 0) ? 1 : 0);
	}

}
