package org.binome.signal;

import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened outside a process and what a process waits for. A signal is stored in the
 * transaction of the fact it tells of, and delivered as a Camunda message afterwards, so
 * neither is ever there without the other.
 */
@Repository
public class Signals {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Signals(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Tells the process that waits for this message.
	 * @param name the message's name in the BPMN model
	 * @param correlationKey the id the process waits with, such as the partnership's
	 * @param variables routing facts for the process
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(String name, UUID correlationKey, Map<String, Object> variables) {
		this.jdbc.sql("insert into signal (id, name, correlation_key, variables) values (?, ?, ?, ?::jsonb)")
			.params(UUID.randomUUID(), name, correlationKey.toString(), this.json.writeValueAsString(variables))
			.update();
	}

}
