package org.binome.document;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;

/**
 * Interrupts the current thread when it takes too much memory, until it is closed.
 */
final class MemoryWatch implements AutoCloseable {

	private static final long MOST_BYTES = 200_000_000;

	private static final long MILLISECONDS = 10;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "template-memory");
		thread.setDaemon(true);
		return thread;
	});

	private final Thread watched = Thread.currentThread();

	private final long before = THREADS.getCurrentThreadAllocatedBytes();

	private final Future<?> looks = WATCH.scheduleWithFixedDelay(this::look, MILLISECONDS, MILLISECONDS,
			TimeUnit.MILLISECONDS);

	private boolean closed;

	private boolean exceeded;

	private synchronized void look() {
		if (!this.closed && !this.exceeded
				&& THREADS.getThreadAllocatedBytes(this.watched.threadId()) - this.before > MOST_BYTES) {
			this.exceeded = true;
			this.watched.interrupt();
		}
	}

	synchronized boolean exceeded() {
		return this.exceeded;
	}

	/** An interruption of its own ends with it. */
	@Override
	public synchronized void close() {
		this.closed = true;
		this.looks.cancel(false);
		if (this.exceeded) {
			Thread.interrupted();
		}
	}

}
