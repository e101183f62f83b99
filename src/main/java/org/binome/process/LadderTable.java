package org.binome.process;

import java.util.HashMap;
import java.util.Map;

import org.binome.relationship.FormalityLadder;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Reads how formal the paper has to be from the decision table
 * <code>formality_ladder</code>, which a designer edits in Modeler (CON-11).
 */
@Component
class LadderTable implements FormalityLadder {

	private final Decisions decisions;

	LadderTable(Decisions decisions) {
		this.decisions = decisions;
	}

	@Override
	public Rung propose(Facts facts) {
		Map<String, Object> inputs = new HashMap<>();
		inputs.put("partnershipType", facts.partnershipType());
		inputs.put("risk", facts.risk());
		inputs.put("contractValue", facts.value());
		inputs.put("durationMonths", facts.durationMonths());
		inputs.put("parties", facts.parties());
		inputs.put("exclusive", facts.exclusive());
		inputs.put("commission", facts.commission());
		JsonNode rung = this.decisions.decide("formality_ladder", inputs);
		return new Rung(text(rung, "kind"), text(rung, "reasonFr"), text(rung, "reasonEn"));
	}

	/** A table without an answer proposes nothing. */
	private static String text(JsonNode rung, String name) {
		return rung.path(name).asString("");
	}

}
