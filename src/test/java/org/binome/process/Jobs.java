package org.binome.process;

import java.lang.reflect.Proxy;
import java.util.Map;

import io.camunda.client.api.response.ActivatedJob;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Jobs as the broker gives them out, for tests of workers and briefs without a broker.
 */
public final class Jobs {

	private Jobs() {
	}

	/** A job with these variables; the same key is a retry of the same activation. */
	public static Job job(long elementInstanceKey, Map<String, Object> variables) {
		return new Job((ActivatedJob) Proxy.newProxyInstance(Jobs.class.getClassLoader(),
				new Class<?>[] { ActivatedJob.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "getVariablesAsMap" -> variables;
					case "getElementInstanceKey" -> elementInstanceKey;
					case "getProcessInstanceKey" -> 1L;
					case "getProcessDefinitionVersion" -> 1;
					case "getBpmnProcessId" -> "relationship";
					case "getElementId" -> "Task_Test";
					case "getType" -> "test";
					default -> throw new UnsupportedOperationException(method.getName());
				}));
	}

	/** Completions as these tasks show them. */
	public static Completions completions(UserTasks tasks, JdbcClient jdbc) {
		return new Completions(tasks, jdbc);
	}

}
