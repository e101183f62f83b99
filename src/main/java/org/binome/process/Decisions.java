package org.binome.process;

import java.util.Map;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.EvaluateDecisionResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Asks the engine for a decision of <code>bpmn/decisions</code>.
 */
@Component
public class Decisions {

	private final CamundaClient client;

	private final JsonMapper json;

	Decisions(CamundaClient client, JsonMapper json) {
		this.client = client;
		this.json = json;
	}

	/**
	 * The output of the decision for these inputs.
	 * @throws IllegalStateException naming the table and what is wrong with it
	 */
	public JsonNode decide(String decisionId, Map<String, ?> inputs) {
		EvaluateDecisionResponse response = Commands.send(this.client.newEvaluateDecisionCommand()
			.decisionId(decisionId)
			.variables(this.json.writeValueAsString(inputs)));
		if (response.getFailureMessage() != null && !response.getFailureMessage().isEmpty()) {
			throw new IllegalStateException("The decision " + response.getFailedDecisionId() + " failed for " + inputs
					+ ": " + response.getFailureMessage());
		}
		return this.json.readTree(response.getDecisionOutput());
	}

}
