package org.binome.portal;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.binome.process.UserTasks;

/**
 * The engine's user tasks, kept in memory.
 */
public class OpenTasks implements UserTasks {

	private final Map<UUID, List<OpenTask>> open = new ConcurrentHashMap<>();

	private volatile boolean reachable = true;

	/** Lets a task wait. */
	public void add(UUID partnershipOrProgrammeId, String elementId, String name, String group) {
		this.open.put(partnershipOrProgrammeId,
				List.of(new OpenTask("2251799813685999", elementId, name, null, List.of(group), OffsetDateTime.now(),
						null, URI.create("http://localhost:8080/tasklist/2251799813685999"))));
	}

	/** Whether the engine answers. */
	public void reachable(boolean reachable) {
		this.reachable = reachable;
	}

	@Override
	public Completion completedBy(long processInstanceKey, String elementId) {
		throw new NotYetVisible("Nothing is completed here");
	}

	@Override
	public List<OpenTask> open(UUID partnershipId) {
		if (!this.reachable) {
			throw new IllegalStateException("Connection refused");
		}
		return this.open.getOrDefault(partnershipId, List.of());
	}

	@Override
	public List<OpenTask> openInProgramme(UUID programmeId) {
		return open(programmeId);
	}

}
