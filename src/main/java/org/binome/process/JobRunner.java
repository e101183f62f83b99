package org.binome.process;

import java.time.Duration;
import java.util.Map;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.grpc.Status;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a worker on a job and reports the end of it: done, a BPMN error, or a failure
 * which is retried with growing pauses until it becomes an incident.
 */
class JobRunner implements JobHandler {

	private static final Logger logger = LoggerFactory.getLogger(JobRunner.class);

	private static final int LONGEST_MESSAGE = 2000;

	private final Worker worker;

	private final Partnerships partnerships;

	private final Duration firstPause;

	JobRunner(Worker worker, Partnerships partnerships, Duration firstPause) {
		this.worker = worker;
		this.partnerships = partnerships;
		this.firstPause = firstPause;
	}

	@Override
	public void handle(JobClient client, ActivatedJob activated) {
		try {
			Job job = new Job(activated);
			logger.debug("{} at {} begins", job.type(), job.elementId());
			Stage.ofProcess(job.processId()).ifPresent((stage) -> this.partnerships.enter(job.partnershipId(), stage));
			Map<String, Object> result = this.worker.complete(job);
			Commands.send(client.newCompleteCommand(activated).variables(result));
		}
		catch (ProcessError ex) {
			logger.info("{} at {}: {} ({})", activated.getType(), activated.getElementId(), ex.code(), ex.getMessage());
			report(activated,
					() -> Commands.send(client.newThrowErrorCommand(activated)
						.errorCode(ex.code())
						.errorMessage(shorten(ex.getMessage()))));
		}
		catch (ClientStatusException ex) {
			if (ex.getStatusCode() == Status.Code.NOT_FOUND) {
				logger.info("{} at {} was cancelled or done by another replica meanwhile", activated.getType(),
						activated.getElementId());
			}
			else {
				fail(client, activated, ex);
			}
		}
		catch (Exception ex) {
			fail(client, activated, ex);
		}
	}

	private void fail(JobClient client, ActivatedJob job, Exception failure) {
		int left = Math.max(0, job.getRetries() - 1);
		logger.warn("{} at {} of process instance {} failed, {} tries left", job.getType(), job.getElementId(),
				job.getProcessInstanceKey(), left, failure);
		String message = (failure.getMessage() != null) ? failure.getMessage() : failure.toString();
		// 1, 5, 25 times the first pause: a short hiccup passes soon, a longer one has
		// time
		long factor = (long) Math.pow(5, Math.clamp(3L - job.getRetries(), 0, 3));
		report(job,
				() -> Commands.send(client.newFailCommand(job)
					.retries(left)
					.retryBackoff(this.firstPause.multipliedBy(factor))
					.errorMessage(shorten(message))));
	}

	/** If even this fails the job's time runs out and the broker gives it out again. */
	private static void report(ActivatedJob job, Runnable command) {
		try {
			command.run();
		}
		catch (RuntimeException ex) {
			logger.warn("The end of {} at {} could not be reported; it will come again", job.getType(),
					job.getElementId(), ex);
		}
	}

	private static String shorten(String message) {
		return (message.length() > LONGEST_MESSAGE) ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
	}

}
