package org.binome.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * A program that does nothing until it is ended.
 */
public final class Sleeper {

	private Sleeper() {
	}

	public static void main(String[] args) throws InterruptedException {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended in order")));
		System.out
			.println("asleep, CAMUNDA_TEST=" + System.getenv("CAMUNDA_TEST") + ", GIVEN=" + System.getenv("GIVEN"));
		Thread.currentThread().join();
	}

	static List<String> command(List<String> options) {
		return Stream
			.of(Stream.of(System.getProperty("java.home") + "/bin/java"), options.stream(),
					Stream.of("-cp", System.getProperty("java.class.path"), Sleeper.class.getName()))
			.flatMap((part) -> part)
			.toList();
	}

}
