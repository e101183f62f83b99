package org.binome.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import io.camunda.client.CamundaClient;
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
		this.models.deploy();
		for (Worker worker : this.workers) {
			this.open.add(this.client.newWorker()
				.jobType(worker.type())
				.handler(new JobRunner(worker, this.partnerships, this.firstPause))
				.streamEnabled(true)
				.open());
		}
		logger.info("{} job workers are open", this.open.size());
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
