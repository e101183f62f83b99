package org.binome.document;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Compares the strict eight-page contract with the light one, and prints what differs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = { "-Xmx256m", "-XX:+UseSerialGC" })
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ComparisonBenchmark {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private final Redline redline = new Redline(new Printer());

	private String before;

	private String after;

	@Setup
	public void prepare() throws IOException {
		LoggingSystem.get(ComparisonBenchmark.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
		LongContract contract = LongContract.ofEightPages(new Templates(), new Printer());
		this.before = contract.html("light");
		this.after = contract.html("strict");
	}

	@Benchmark
	public Comparison compare() {
		return Comparison.of(TextOutline.of(this.before), TextOutline.of(this.after));
	}

	@Benchmark
	public byte[] redline() {
		return this.redline.print(this.before, this.after, "Comparaison", CREATED);
	}

}
