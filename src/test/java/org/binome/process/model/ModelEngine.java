package org.binome.process.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.process.test.engine.SteadyLog;
import io.camunda.zeebe.process.test.engine.UserTaskCommands;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;

/**
 * The models alone on the in-memory engine: no application, no database.
 */
final class ModelEngine implements AutoCloseable {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	private final ZeebeTestEngine engine = SteadyLog.in(EngineFactory.create());

	private final CamundaClient client;

	ModelEngine() {
		this.engine.start();
		this.client = CamundaClient.newClientBuilder()
			.preferRestOverGrpc(false)
			.grpcAddress(java.net.URI.create("http://" + this.engine.getGatewayAddress().replaceFirst("^.*://", "")))
			.defaultRequestTimeout(LONGEST_WAIT)
			.build();
	}

	CamundaClient client() {
		return this.client;
	}

	UserTaskCommands tasks() {
		return new UserTaskCommands(this.engine);
	}

	/** Deploys everything in one command, as the application does. */
	DeploymentEvent deployModels() throws IOException {
		List<Path> files = Models.deployable();
		DeployResourceCommandStep1 command = this.client.newDeployResourceCommand();
		DeployResourceCommandStep2 deploy = null;
		for (Path file : files) {
			byte[] bytes = Files.readAllBytes(file);
			String name = file.getFileName().toString();
			deploy = (deploy != null) ? deploy.addResourceBytes(bytes, name) : command.addResourceBytes(bytes, name);
		}
		return deploy.send().join();
	}

	void pass(Duration duration) {
		this.engine.increaseTime(duration);
		try {
			this.engine.waitForBusyState(Duration.ofMillis(500));
			this.engine.waitForIdleState(Duration.ofSeconds(2));
		}
		catch (TimeoutException ex) {
			// nothing was due
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits for the first record of this kind. */
	<T extends RecordValue> Record<T> await(Class<T> type, Predicate<Record<T>> wanted) {
		Instant giveUp = Instant.now().plus(LONGEST_WAIT);
		while (Instant.now().isBefore(giveUp)) {
			List<Record<T>> found = records(type, wanted);
			if (!found.isEmpty()) {
				return found.getFirst();
			}
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		throw new AssertionError("Waited in vain for a record of " + type.getSimpleName());
	}

	@SuppressWarnings("unchecked")
	<T extends RecordValue> List<Record<T>> records(Class<T> type, Predicate<Record<T>> wanted) {
		List<Record<T>> found = new ArrayList<>();
		StreamSupport.stream(this.engine.getRecordStreamSource().getRecords().spliterator(), false)
			.filter((record) -> type.isInstance(record.getValue()))
			.map((record) -> (Record<T>) record)
			.filter(wanted)
			.forEach(found::add);
		return found;
	}

	@Override
	public void close() {
		this.client.close();
		this.engine.stop();
	}

}
