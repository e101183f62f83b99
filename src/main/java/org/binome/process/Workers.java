package org.binome.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.worker.JobWorker;
import org.binome.partner.Partnerships;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, then opens one job worker per {@link Worker}; closes them before
 * the database goes.
 */
@Component
class Workers implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Workers.class);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final CamundaClient client;

	private final Models models;

	private final List<Worker> workers;

	private final Partnerships partnerships;

	private final Duration firstPause;

	private final List<JobWorker> open = new ArrayList<>();

	Workers(CamundaClient client, Models models, List<Worker> workers, Partnerships partnerships,
			@Value("${binome.camunda.retry-pause:5s}") Duration firstPause) {
		this.client = client;
		this.models = models;
		this.workers = workers;
		this.partnerships = partnerships;
		this.firstPause = firstPause;
		var types = new HashSet<String>();
		for (Worker worker : workers) {
			if (!types.add(worker.type())) {
				throw new IllegalStateException("Two workers for the job type " + worker.type());
			}
		}
	}

	@Override
	public synchronized void start() {
		CompletableFuture<Void> prepared = CompletableFuture.runAsync(() -> this.workers.forEach(Workers::prepare));
		awaitCluster();
		this.models.deploy();
		prepared.join();
		for (Worker worker : this.workers) {
			this.open.add(this.client.newWorker()
				.jobType(worker.type())
				.handler(new JobRunner(worker, this.partnerships, this.firstPause))
				.streamEnabled(true)
				.open());
		}
		logger.info("{} job workers are open", this.open.size());
	}

	/**
	 * A worker that can't get ready fails on its first job, where an operator sees it.
	 */
	private static void prepare(Worker worker) {
		try {
			worker.prepare();
		}
		catch (Exception ex) {
			logger.warn("The worker {} could not get ready", worker.type(), ex);
		}
	}

	/**
	 * A cluster that starts beside us may need some time until its partitions have
	 * leaders.
	 */
	private void awaitCluster() {
		Instant giveUp = Instant.now().plus(LONGEST_WAIT);
		while (!clusterAnswers(Instant.now().isAfter(giveUp))) {
			logger.info("Waiting for the Camunda cluster");
			try {
				Thread.sleep(PAUSE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while waiting for the cluster", ex);
			}
		}
	}

	private boolean clusterAnswers(boolean lastTry) {
		ClientException failure = null;
		try {
			if (!this.client.newTopologyRequest().send().join().getBrokers().isEmpty()) {
				return true;
			}
		}
		catch (ClientException ex) {
			failure = ex;
		}
		if (lastTry) {
			throw new IllegalStateException(
					"The Camunda cluster at binome.camunda.grpc-address does not answer, or has "
							+ "no broker; check the address and that the cluster runs",
					failure);
		}
		return false;
	}

	@Override
	public synchronized void stop() {
		this.open.forEach(JobWorker::close);
		this.open.clear();
	}

	@Override
	public synchronized boolean isRunning() {
		return !this.open.isEmpty();
	}

}
