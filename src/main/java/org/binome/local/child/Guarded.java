package org.binome.local.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs another main class and ends this process as soon as the process that started it is
 * gone. The parent holds the other end of standard input: it closes it to ask for an
 * orderly stop, and the operating system closes it when the parent is killed.
 * <p>
 * Interrupts from the terminal reach the whole group of processes at once; they are
 * ignored here so that the parent decides in which order things stop.
 */
public final class Guarded {

	private static final long SECONDS_TO_STOP = 25;

	private Guarded() {
	}

	public static void main(String[] args) throws Throwable {
		ignore("INT");
		ignore("HUP");
		Thread guard = new Thread(Guarded::stopWithParent, "parent-guard");
		guard.setDaemon(true);
		guard.start();
		try {
			Class.forName(args[0])
				.getMethod("main", String[].class)
				.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static void ignore(String signal) {
		try {
			Signal.handle(new Signal(signal), SignalHandler.SIG_IGN);
		}
		catch (IllegalArgumentException ex) {
			// Not every system has this signal.
		}
	}

	private static void stopWithParent() {
		try {
			while (System.in.read() != -1) {
				// Nothing is ever sent: only the end counts.
			}
		}
		catch (IOException ex) {
			// A broken pipe means the same as its end.
		}
		Thread limit = new Thread(Guarded::haltLater, "stop-limit");
		limit.setDaemon(true);
		limit.start();
		System.exit(0);
	}

	private static void haltLater() {
		try {
			Thread.sleep(SECONDS_TO_STOP * 1000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Runtime.getRuntime().halt(1);
	}

}
