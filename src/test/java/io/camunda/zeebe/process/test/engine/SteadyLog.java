package io.camunda.zeebe.process.test.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;

/**
 * Makes the log of the in-memory engine safe to read while it is written. As shipped it
 * is a plain list, and once in some hundred processes its reader finds an entry that is
 * counted but not yet there: the engine then stands still.
 */
public final class SteadyLog {

	private SteadyLog() {
	}

	/** To be called before the engine starts. */
	public static ZeebeTestEngine in(ZeebeTestEngine engine) {
		try {
			Object logStream = field(InMemoryEngine.class, "logStream").get(engine);
			Object storage = field(logStream.getClass(), "logStorage").get(logStream);
			Field entries = field(InMemoryLogStorage.class, "logEntries");
			entries.set(storage, Collections.synchronizedList(new ArrayList<>((List<?>) entries.get(storage))));
			return engine;
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("This version of the in-memory engine keeps its log elsewhere", ex);
		}
	}

	private static Field field(Class<?> type, String name) throws NoSuchFieldException {
		Field field = type.getDeclaredField(name);
		field.setAccessible(true);
		return field;
	}

}
