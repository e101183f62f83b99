package org.binome.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;

/**
 * Sends a command and, when the broker pushes back or is away for a moment, sends it
 * again with growing pauses.
 */
final class Commands {

	private static final int ATTEMPTS = 10;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final Set<Status.Code> PASSING = Set.of(Status.Code.RESOURCE_EXHAUSTED, Status.Code.UNAVAILABLE,
			Status.Code.DEADLINE_EXCEEDED, Status.Code.ABORTED);

	private Commands() {
	}

	/**
	 * Sends the command.
	 * @throws ClientStatusException if the broker refuses it for good, or still after the
	 * last attempt
	 */
	static <T> T send(FinalCommandStep<T> command) {
		Duration pause = FIRST_PAUSE;
		for (int attempt = 1;; attempt++) {
			try {
				return command.send().join();
			}
			catch (ClientStatusException ex) {
				if (attempt == ATTEMPTS || !PASSING.contains(ex.getStatusCode())) {
					throw ex;
				}
				sleep(pause);
				pause = pause.multipliedBy(2);
				if (pause.compareTo(LONGEST_PAUSE) > 0) {
					pause = LONGEST_PAUSE;
				}
			}
		}
	}

	private static void sleep(Duration pause) {
		try {
			// half of it at random, so that waiting workers don't return all at once
			Thread.sleep(pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the broker", ex);
		}
	}

}
