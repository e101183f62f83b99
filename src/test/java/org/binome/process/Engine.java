package org.binome.process;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.UserTaskCommands;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import org.binome.TestClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * The in-memory engine as a test drives it: people complete tasks, time passes, and what
 * has happened is read from the engine's own records.
 */
public class Engine implements UserTasks {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	private final ZeebeTestEngine engine;

	private final UserTaskCommands commands;

	private final CamundaClient client;

	private final TestClock clock;

	private final JsonMapper json = new JsonMapper();

	private final Map<Long, UserTaskRecordValue> openTasks = new LinkedHashMap<>();

	private final List<UserTaskRecordValue> completedTasks = new ArrayList<>();

	private final Set<Long> rootInstances = new HashSet<>();

	private final Map<String, Integer> completedElements = new HashMap<>();

	/** By process id; counts over every engine of the test run. */
	private static final Map<String, Set<String>> TAKEN_FLOWS = new ConcurrentHashMap<>();

	private final List<String> incidents = new ArrayList<>();

	private int read;

	Engine(ZeebeTestEngine engine, CamundaClient client, TestClock clock) {
		this.engine = engine;
		this.commands = new UserTaskCommands(engine);
		this.client = client;
		this.clock = clock;
		clock.follow(engine::increaseTime);
	}

	/**
	 * Waits for a task of this element and completes it as this person would in Tasklist.
	 */
	public void complete(String task, String username, Map<String, ?> form) {
		long key = awaitTask(task);
		this.commands.assign(key, username);
		this.commands.complete(key, this.json.writeValueAsString(form));
		await("the end of " + task, () -> !this.openTasks.containsKey(key));
	}

	/** Waits until a task of this element is open. */
	public long awaitTask(String task) {
		return await("the task " + task,
				() -> this.openTasks.entrySet()
					.stream()
					.filter((open) -> open.getValue().getElementId().equals(task))
					.map(Map.Entry::getKey)
					.findFirst()
					.isPresent()) ? key(task) : 0;
	}

	private synchronized long key(String task) {
		return this.openTasks.entrySet()
			.stream()
			.filter((open) -> open.getValue().getElementId().equals(task))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow();
	}

	/** A variable of the open task, as JSON. */
	public String variable(String task, String name) {
		long scope = this.openTasks.get(awaitTask(task)).getElementInstanceKey();
		return StreamSupport.stream(this.engine.getRecordStreamSource().getRecords().spliterator(), false)
			.map(Record::getValue)
			.filter(VariableRecordValue.class::isInstance)
			.map(VariableRecordValue.class::cast)
			.filter((variable) -> variable.getScopeKey() == scope && variable.getName().equals(name))
			.reduce((earlier, later) -> later)
			.map(VariableRecordValue::getValue)
			.orElseThrow(() -> new AssertionError(task + " has no variable " + name));
	}

	/** Waits until the element has been completed once more than when the test began. */
	public void awaitElement(String element) {
		awaitElement(element, 1);
	}

	public void awaitElement(String element, int times) {
		await(times + " times " + element, () -> this.completedElements.getOrDefault(element, 0) >= times);
	}

	/** How often the element has been completed since the test began. */
	public synchronized int completed(String element) {
		update();
		return this.completedElements.getOrDefault(element, 0);
	}

	/** Lets time pass, for the engine and for the application. */
	public void pass(Duration duration) {
		this.clock.advance(duration);
		try {
			this.engine.waitForBusyState(Duration.ofMillis(500));
		}
		catch (TimeoutException ex) {
			// no timer was due
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		idle();
	}

	private void idle() {
		try {
			this.engine.waitForIdleState(Duration.ofSeconds(2));
		}
		catch (TimeoutException ex) {
			// workers keep it busy; whoever needs a result waits for it
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits for an incident and returns what it tells the operator. */
	public String awaitIncident() {
		Instant giveUp = Instant.now().plus(LONGEST_WAIT);
		while (Instant.now().isBefore(giveUp)) {
			synchronized (this) {
				update();
				if (!this.incidents.isEmpty()) {
					return this.incidents.removeFirst();
				}
			}
			pause();
		}
		throw new AssertionError("No incident came");
	}

	/** Ends every process instance, so the next test starts from nothing. */
	public void endAll() {
		Set<Long> roots;
		synchronized (this) {
			update();
			roots = Set.copyOf(this.rootInstances);
		}
		for (long root : roots) {
			try {
				this.client.newCancelInstanceCommand(root).send().join();
			}
			catch (ClientStatusException ex) {
				// has ended by itself meanwhile
			}
		}
		idle();
		synchronized (this) {
			update();
			this.openTasks.clear();
			this.completedTasks.clear();
			this.completedElements.clear();
			this.incidents.clear();
			this.rootInstances.clear();
		}
	}

	/** The sequence flows taken in this test run, by process id. */
	public synchronized Map<String, Set<String>> takenFlows() {
		update();
		return Map.copyOf(TAKEN_FLOWS);
	}

	@Override
	public synchronized Completion completedBy(long processInstanceKey, String elementId) {
		update();
		return this.completedTasks.reversed()
			.stream()
			.filter((task) -> task.getProcessInstanceKey() == processInstanceKey
					&& task.getElementId().equals(elementId))
			.findFirst()
			.map((task) -> new Completion(Long.toString(task.getUserTaskKey()), task.getAssignee(),
					OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)))
			.orElseThrow(() -> new NotYetVisible("Not completed: " + elementId));
	}

	@Override
	public List<OpenTask> open(UUID partnershipId) {
		return List.of();
	}

	@Override
	public List<OpenTask> openInProgramme(UUID programmeId) {
		return List.of();
	}

	private boolean await(String what, Supplier<Boolean> condition) {
		Instant giveUp = Instant.now().plus(LONGEST_WAIT);
		while (Instant.now().isBefore(giveUp)) {
			synchronized (this) {
				update();
				if (condition.get()) {
					return true;
				}
				if (!this.incidents.isEmpty()) {
					throw new AssertionError("Waiting for " + what + ", an incident came: " + this.incidents);
				}
			}
			pause();
		}
		synchronized (this) {
			throw new AssertionError("Waited in vain for " + what + "; open tasks are "
					+ this.openTasks.values().stream().map(UserTaskRecordValue::getElementId).toList()
					+ ", completed elements " + this.completedElements.keySet());
		}
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void update() {
		List<Record<?>> records = (List<Record<?>>) this.engine.getRecordStreamSource().getRecords();
		for (; this.read < records.size(); this.read++) {
			Record<?> record = records.get(this.read);
			switch (record.getValue()) {
				case UserTaskRecordValue task -> task(record, task);
				case ProcessInstanceRecordValue element -> element(record, element);
				case IncidentRecordValue incident when record.getIntent() == IncidentIntent.CREATED ->
					this.incidents.add(incident.getElementId() + ": " + incident.getErrorMessage());
				default -> {
				}
			}
		}
	}

	private void task(Record<?> record, UserTaskRecordValue task) {
		if (record.getIntent() == UserTaskIntent.CREATED) {
			this.openTasks.put(task.getUserTaskKey(), task);
		}
		else if (record.getIntent() == UserTaskIntent.COMPLETED) {
			this.openTasks.remove(task.getUserTaskKey());
			this.completedTasks.add(task);
		}
		else if (record.getIntent() == UserTaskIntent.CANCELED) {
			this.openTasks.remove(task.getUserTaskKey());
		}
	}

	private void element(Record<?> record, ProcessInstanceRecordValue element) {
		if (record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN) {
			TAKEN_FLOWS.computeIfAbsent(element.getBpmnProcessId(), (id) -> ConcurrentHashMap.newKeySet())
				.add(element.getElementId());
		}
		else if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
			this.completedElements.merge(element.getElementId(), 1, Integer::sum);
		}
		if (element.getBpmnElementType() == BpmnElementType.PROCESS && element.getParentProcessInstanceKey() == -1) {
			if (record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED) {
				this.rootInstances.add(element.getProcessInstanceKey());
			}
			else if (record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
				this.rootInstances.remove(element.getProcessInstanceKey());
			}
		}
	}

}
