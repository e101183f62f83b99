package org.binome.process;

import java.util.Map;

/**
 * Does one type of job. Jobs come at least once: a worker is idempotent by a key of the
 * business, never by the job's own key.
 */
public interface Worker {

	/** The job type in the BPMN models. */
	String type();

	/** Gets ready, before any job is taken. */
	default void prepare() throws Exception {
	}

	/**
	 * Does the job.
	 * @return routing facts for the process
	 * @throws ProcessError what the process itself reacts to; anything else thrown is
	 * retried with back-off and ends as an incident, so its message must tell the
	 * operator what to do
	 */
	Map<String, Object> complete(Job job);

}
