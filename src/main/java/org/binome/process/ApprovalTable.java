package org.binome.process;

import java.util.Map;

import org.binome.contract.ApprovalRoute;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Reads from the decision table <code>approval_route</code> who has to approve. A table
 * without an answer asks for both.
 */
@Component
class ApprovalTable implements ApprovalRoute {

	private final Decisions decisions;

	ApprovalTable(Decisions decisions) {
		this.decisions = decisions;
	}

	@Override
	public Required of(Facts facts) {
		JsonNode answer = this.decisions.decide("approval_route", Map.of("kind", facts.kind(), "profile",
				facts.profile(), "contractValue", facts.value(), "deviations", facts.deviations()));
		return answer.isObject() ? new Required(answer.path("legal").asInt(1), answer.path("sponsors").asInt(1))
				: new Required(1, 1);
	}

}
