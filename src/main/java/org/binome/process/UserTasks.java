package org.binome.process;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What the engine knows of human tasks: who completed one, and which are open.
 */
public interface UserTasks {

	/**
	 * Who completed the latest task of this element in the process instance. A form's
	 * word is not enough for an approval; this is the engine's.
	 * @throws NotYetVisible while the engine's view lags behind; ask again later
	 */
	Completion completedBy(long processInstanceKey, String elementId);

	/** The tasks of a partnership that wait for somebody, oldest first. */
	List<OpenTask> open(UUID partnershipId);

	/**
	 * The tasks of a programme and of its partnerships that wait for somebody, oldest
	 * first.
	 */
	List<OpenTask> openInProgramme(UUID programmeId);

	/**
	 * A completed task.
	 *
	 * @param username who completed it; empty when it was not completed by a person but
	 * through the cluster's API, which never counts as anybody's decision
	 */
	record Completion(String taskKey, String username, OffsetDateTime at) {
	}

	/**
	 * A task that waits.
	 *
	 * @param assignee null while nobody has claimed it
	 * @param link where it opens in Tasklist
	 */
	record OpenTask(String taskKey, String elementId, String name, String assignee, List<String> groups,
			OffsetDateTime createdAt, OffsetDateTime dueAt, URI link) {
	}

	/** The engine does not show the completion yet. */
	class NotYetVisible extends RuntimeException {

		public NotYetVisible(String message) {
			super(message);
		}

	}

}
