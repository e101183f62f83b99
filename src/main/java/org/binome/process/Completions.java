package org.binome.process;

import java.time.Duration;
import java.time.Instant;

import org.binome.process.UserTasks.Completion;
import org.binome.process.UserTasks.NotYetVisible;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a worker who completed the human task before it. A completed task counts for one
 * visit of the process only: while the engine's view lags behind, an earlier completion
 * must not be taken for the one just made.
 */
@Component
public class Completions {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final UserTasks tasks;

	private final JdbcClient jdbc;

	Completions(UserTasks tasks, JdbcClient jdbc) {
		this.tasks = tasks;
		this.jdbc = jdbc;
	}

	/**
	 * Who completed the human task that led to this job.
	 * @param task the id of the human task in the model
	 * @throws NotYetVisible if the engine's view has not caught up after a while: the job
	 * is retried, and an answer that never comes ends as an incident, never as an
	 * approval
	 */
	public Completion before(Job job, String task) {
		Instant giveUp = Instant.now().plus(LONGEST_WAIT);
		while (true) {
			try {
				Completion completion = this.tasks.completedBy(job.processInstanceKey(), task);
				if (countsFor(job, completion)) {
					return completion;
				}
				throw new NotYetVisible("The engine shows an earlier completion of " + task + " only; retry when "
						+ "Tasklist has caught up");
			}
			catch (NotYetVisible ex) {
				if (Instant.now().isAfter(giveUp)) {
					throw ex;
				}
				pause();
			}
		}
	}

	private boolean countsFor(Job job, Completion completion) {
		this.jdbc
			.sql("insert into completed_task (task_key, element_instance_key) values (?, ?) on conflict do nothing")
			.params(completion.taskKey(), job.elementInstanceKey())
			.update();
		return this.jdbc.sql("select element_instance_key from completed_task where task_key = ?")
			.param(completion.taskKey())
			.query(Long.class)
			.single() == job.elementInstanceKey();
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the engine's view", ex);
		}
	}

}
