package org.binome.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.binome.local.LocalBinome;
import org.binome.portal.Browser;

/**
 * The whole product on the real Camunda, as {@code mvn spring-boot:run} starts it, in
 * processes of its own, with a state directory and free ports of its own. It can be
 * killed and started again with its state.
 */
public final class LocalStack implements AutoCloseable {

	private static final Duration TIME_TO_START = Duration.ofMinutes(5);

	private static final Duration TIME_TO_STOP = Duration.ofSeconds(90);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final Path directory;

	private final Map<String, String> settings = new LinkedHashMap<>();

	private final int portalPort;

	private final int tasklistPort;

	private final int grpcPort;

	private Process application;

	private int starts;

	/**
	 * A stack that isn't running yet.
	 * @param directory for its state and logs, made when missing; below {@code target}
	 */
	public LocalStack(Path directory) {
		this.directory = directory.toAbsolutePath();
		List<Integer> ports = freePorts(13);
		this.portalPort = ports.get(0);
		this.tasklistPort = ports.get(1);
		this.grpcPort = ports.get(2);
		with("binome.local.directory", state().toString());
		with("server.port", Integer.toString(this.portalPort));
		List<String> names = List.of("tasklist", "grpc", "rest", "tasklist-management", "tasklist-internal",
				"broker-management", "broker-command", "broker-internal", "opensearch", "opensearch-transport",
				"postgres", "mail");
		for (int index = 0; index < names.size(); index++) {
			with("binome.local." + names.get(index) + "-port", Integer.toString(ports.get(index + 1)));
		}
		// What Maven was started with, so that nothing is downloaded twice.
		System.getProperties()
			.stringPropertyNames()
			.stream()
			.filter((name) -> name.startsWith("binome.maven."))
			.forEach((name) -> with(name, System.getProperty(name)));
	}

	/** Sets a property of the application before it is started. */
	public LocalStack with(String property, String value) {
		this.settings.put(property, value);
		return this;
	}

	/**
	 * Starts everything and waits until tasks can be worked on.
	 * @return how long that took
	 * @throws IllegalStateException with the end of the log if it ends or isn't ready in
	 * time
	 */
	public Duration start() {
		if (this.application != null && this.application.isAlive()) {
			throw new IllegalStateException("It is running already");
		}
		long begin = System.nanoTime();
		Path log = this.directory.resolve("application-%d.log".formatted(++this.starts));
		try {
			Files.createDirectories(this.directory);
			this.application = new ProcessBuilder(command()).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			while (!isReady()) {
				if (this.application.waitFor(250, TimeUnit.MILLISECONDS)) {
					throw new IllegalStateException("Ended with exit code " + this.application.exitValue()
							+ " before it was ready:\n" + end(log));
				}
				if (System.nanoTime() - begin > TIME_TO_START.toNanos()) {
					kill();
					throw new IllegalStateException("Not ready after " + TIME_TO_START + ":\n" + end(log));
				}
			}
			return Duration.ofNanos(System.nanoTime() - begin);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			kill();
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private List<String> command() {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx768m",
				"-XX:TieredStopAtLevel=1", "-cp", classPath(), LocalBinome.class.getName()));
		this.settings.forEach((name, value) -> command.add("--" + name + "=" + value));
		return command;
	}

	/**
	 * The class path of the tests without what is there for tests only: the application
	 * scans its own packages, and the engine for tests brings an engine's classes.
	 */
	private static String classPath() {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(all.split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes") && !entry.contains("zeebe-process-test"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String end(Path log) throws IOException {
		List<String> lines = Files.readAllLines(log);
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
	}

	private boolean isReady() throws InterruptedException {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(portalUrl() + "/actuator/health/readiness"))
				.timeout(Duration.ofSeconds(10))
				.build();
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Kills the application as the operating system does when memory runs out. */
	public void kill() {
		end(this.application.destroyForcibly());
	}

	/** Stops everything in order, as Ctrl-C does. */
	public void stop() {
		if (this.application != null && this.application.isAlive()) {
			this.application.destroy();
			end(this.application);
		}
	}

	private static void end(Process process) {
		try {
			if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IllegalStateException("Not stopped after " + TIME_TO_STOP);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		stop();
	}

	/** Where databases, logs and mail are. */
	public Path state() {
		return this.directory.resolve("state");
	}

	public String portalUrl() {
		return "http://localhost:" + this.portalPort;
	}

	public String tasklistUrl() {
		return "http://localhost:" + this.tasklistPort;
	}

	public URI grpcAddress() {
		return URI.create("http://127.0.0.1:" + this.grpcPort);
	}

	/** The portal with this account logged in. */
	public Browser portal(String username) {
		return Browser.of(this.portalPort, username);
	}

	/** The portal without a login, as a partner opens it. */
	public Browser visitor() {
		return new Browser(this.portalPort);
	}

	/** Tasklist with this account logged in. */
	public TasklistDriver tasklist(String username) {
		return new TasklistDriver(tasklistUrl(), username, username);
	}

	public Mailbox mailbox() {
		return new Mailbox(portal("admin"));
	}

	/** Processes of the stack that live, by the command line. */
	public List<ProcessHandle> processes() {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info()
				.commandLine()
				.filter((line) -> line.contains(state().toString()))
				.isPresent())
			.toList();
	}

	/** Bound all at once, so that they differ. */
	private static List<Integer> freePorts(int count) {
		List<ServerSocket> sockets = new ArrayList<>();
		try {
			for (int index = 0; index < count; index++) {
				sockets.add(new ServerSocket(0));
			}
			List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
			for (ServerSocket socket : sockets) {
				socket.close();
			}
			return ports;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
