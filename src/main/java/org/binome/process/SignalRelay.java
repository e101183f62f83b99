package org.binome.process;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.camunda.client.CamundaClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivers the stored signals to the processes that wait for them, in order, each at
 * least once. The engine drops a second one with the same id while it holds the first.
 */
@Component
class SignalRelay {

	private static final Logger logger = LoggerFactory.getLogger(SignalRelay.class);

	/** How long the engine keeps a message for a process that is not there yet. */
	private static final Duration TIME_TO_LIVE = Duration.ofDays(1);

	private static final int BATCH = 100;

	private final JdbcClient jdbc;

	private final CamundaClient client;

	SignalRelay(JdbcClient jdbc, CamundaClient client) {
		this.jdbc = jdbc;
		this.client = client;
	}

	@Scheduled(fixedDelayString = "${binome.signals.every:500}", timeUnit = TimeUnit.MILLISECONDS)
	@Transactional
	public void deliver() {
		List<Waiting> waiting = this.jdbc.sql("""
				select id, name, correlation_key, variables from signal where published_at is null
				order by created_at limit ? for update skip locked""")
			.param(BATCH)
			.query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("correlation_key"), row.getString("variables")))
			.list();
		for (Waiting signal : waiting) {
			Commands.send(this.client.newPublishMessageCommand()
				.messageName(signal.name())
				.correlationKey(signal.correlationKey())
				.messageId(signal.id().toString())
				.timeToLive(TIME_TO_LIVE)
				.variables(signal.variables()));
			this.jdbc.sql("update signal set published_at = now() where id = ?").param(signal.id()).update();
			logger.info("Signal {} for {} delivered", signal.name(), signal.correlationKey());
		}
	}

	private record Waiting(UUID id, String name, String correlationKey, String variables) {
	}

}
