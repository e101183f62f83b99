package org.binome.document;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.binome.contract.Rehearsal;
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
 * Draws up an eight-page contract as production does: template, PDF/A-3a and PDF/UA-1,
 * data embedded, every word proven to be there. One thread, a heap of 256 MB.
 */
@Fork(value = 2, jvmArgsAppend = { "-Xmx256m", "-XX:+UseSerialGC" })
@OutputTimeUnit(TimeUnit.SECONDS)
public class ContractBenchmark {

	/** Not searched for: printing before the first document would warm it up. */
	private static final int ABOUT_EIGHT_PAGES = 34;

	@Benchmark
	@BenchmarkMode({ Mode.Throughput, Mode.SampleTime })
	@Warmup(iterations = 3, time = 10)
	@Measurement(iterations = 5, time = 10)
	public byte[] warm(Contract contract) {
		return contract.document.drawUp();
	}

	/** The first document after the workers got ready. */
	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@Fork(value = 5, jvmArgsAppend = { "-Xmx256m", "-XX:+UseSerialGC" })
	@Warmup(iterations = 0)
	@Measurement(iterations = 1)
	public byte[] first(Rehearsed contract) {
		return contract.document.drawUp();
	}

	/** As in production. */
	private static void quiet() {
		LoggingSystem.get(ContractBenchmark.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
	}

	@State(Scope.Benchmark)
	public static class Contract {

		LongContract document;

		@Setup
		public void prepare() throws IOException {
			quiet();
			this.document = LongContract.ofEightPages(new Templates(), new Printer());
		}

	}

	@State(Scope.Benchmark)
	public static class Rehearsed {

		LongContract document;

		@Setup
		public void prepare() throws IOException {
			quiet();
			Templates templates = new Templates();
			Printer printer = new Printer();
			this.document = new LongContract(templates, printer, ABOUT_EIGHT_PAGES);
			new Rehearsal(templates, printer).run();
		}

	}

}
