package org.binome.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.camunda.client.api.response.ActivatedJob;

/**
 * A job as workers see it: where it comes from and the ids and answers it carries.
 */
public final class Job {

	private final ActivatedJob job;

	private final Map<String, Object> variables;

	Job(ActivatedJob job) {
		this.job = job;
		this.variables = job.getVariablesAsMap();
	}

	public String type() {
		return this.job.getType();
	}

	/** The id of the element in the BPMN model. */
	public String elementId() {
		return this.job.getElementId();
	}

	/** Stays the same when a job is retried; new each time the process comes by. */
	public long elementInstanceKey() {
		return this.job.getElementInstanceKey();
	}

	public long processInstanceKey() {
		return this.job.getProcessInstanceKey();
	}

	public String processId() {
		return this.job.getBpmnProcessId();
	}

	public int processDefinitionVersion() {
		return this.job.getProcessDefinitionVersion();
	}

	/**
	 * A header of the task in the model.
	 * @throws IllegalArgumentException telling the designer which header is missing
	 */
	public String header(String name) {
		String value = this.job.getCustomHeaders().get(name);
		if (value == null) {
			throw new IllegalArgumentException("The element " + elementId() + " of the process " + processId()
					+ " needs the header '" + name + "'; set it in the model");
		}
		return value;
	}

	public UUID partnershipId() {
		return uuid("partnershipId");
	}

	public UUID programmeId() {
		return uuid("programmeId");
	}

	public boolean has(String name) {
		return this.variables.get(name) != null;
	}

	public UUID uuid(String name) {
		return UUID.fromString(text(name));
	}

	/** Our working language, "fr" or "en". */
	public String language() {
		return has("language") ? text("language") : "fr";
	}

	/**
	 * A text variable.
	 * @throws IllegalArgumentException if the process has none of this name
	 */
	public String text(String name) {
		return required(name).toString();
	}

	/** An object variable, such as the answer of a form. */
	public Answer answer(String name) {
		if (required(name) instanceof Map<?, ?> map) {
			return Answer.of(map);
		}
		throw new IllegalArgumentException("The variable '" + name + "' is not an object");
	}

	/** The answer of the last human task. */
	public Answer answer() {
		return answer("answer");
	}

	public List<?> list(String name) {
		if (required(name) instanceof List<?> list) {
			return list;
		}
		throw new IllegalArgumentException("The variable '" + name + "' is not a list");
	}

	private Object required(String name) {
		Object value = this.variables.get(name);
		if (value == null) {
			throw new IllegalArgumentException(
					"The process " + processId() + " has no variable '" + name + "' at " + elementId());
		}
		return value;
	}

}
