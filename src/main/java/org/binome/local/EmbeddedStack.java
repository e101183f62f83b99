package org.binome.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.env.Environment;

/**
 * Everything that runs beside the application on one machine. Started side by side where
 * nothing depends on the other, stopped in the opposite order.
 */
final class EmbeddedStack {

	private static final Log log = LogFactory.getLog(EmbeddedStack.class);

	private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

	private final LocalSettings settings;

	private final StateDirectory directory;

	private final Environment environment;

	private final Deque<Runnable> stops = new ArrayDeque<>();

	private boolean stopping;

	EmbeddedStack(LocalSettings settings, StateDirectory directory, Environment environment) {
		this.settings = settings;
		this.directory = directory;
		this.environment = environment;
	}

	/**
	 * Parts that aren't configured and so have to be started.
	 */
	record Parts(boolean database, boolean camunda, boolean mail) {

		boolean none() {
			return !(this.database || this.camunda || this.mail);
		}

	}

	/**
	 * Starts the parts and waits until all of them can be used.
	 * @return the settings by which the application finds them
	 */
	Map<String, Object> start(Parts parts, List<TasklistUsers.Account> accounts) {
		Map<String, Object> found = new LinkedHashMap<>();
		if (parts.mail()) {
			startMail(found);
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture<String> database = parts.database() ? run(threads, this::startPostgres)
					: CompletableFuture.completedFuture(null);
			CompletableFuture<Void> camunda = parts.camunda() ? run(threads, () -> startCamunda(threads, accounts))
					: CompletableFuture.completedFuture(null);
			CompletableFuture.allOf(database, camunda).join();
			if (parts.database()) {
				found.put("spring.datasource.url", database.join());
				found.put("spring.datasource.username", "postgres");
				found.put("spring.datasource.password", "postgres");
			}
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof LocalStartException failure) {
				throw failure;
			}
			throw ex;
		}
		if (parts.camunda()) {
			putCamunda(found);
		}
		return found;
	}

	private static <T> CompletableFuture<T> run(ExecutorService threads, Supplier<T> task) {
		return CompletableFuture.supplyAsync(task, threads);
	}

	private void startMail(Map<String, Object> found) {
		MailSink mail = MailSink.start(this.directory.resolve("mail"), this.settings.address(),
				this.settings.ports().mail().number());
		onStop(mail::stop);
		found.put("spring.mail.host", this.settings.address());
		found.put("spring.mail.port", mail.port());
	}

	private String startPostgres() {
		long begin = System.nanoTime();
		PostgresServer postgres = PostgresServer.start(this.directory, this.settings.ports().postgres().number());
		onStop(postgres::stop);
		ready("PostgreSQL", begin);
		return postgres.url();
	}

	private Void startCamunda(ExecutorService threads, List<TasklistUsers.Account> accounts) {
		String childClasses = ChildClasses.copyTo(this.directory);
		String openSearchUrl = "http://%s:%d".formatted(this.settings.address(),
				this.settings.ports().openSearch().number());
		Artifacts artifacts = new Artifacts();
		List<Path> openSearchClassPath = artifacts.openSearch();
		CompletableFuture<ChildProcess> openSearch = run(threads, () -> {
			long begin = System.nanoTime();
			ChildProcess process = started(
					OpenSearchServer.start(this.directory, this.settings, childClasses, openSearchClassPath));
			OpenSearchServer.awaitReady(process, openSearchUrl);
			ready("OpenSearch", begin);
			return process;
		});
		CamundaDistribution distribution = CamundaDistribution.unpacked(this.directory, artifacts::camunda);
		artifacts.close();
		openSearch.join();
		CompletableFuture<Void> broker = run(threads, () -> {
			long begin = System.nanoTime();
			ChildProcess process = started(
					CamundaBroker.start(this.directory, this.settings, distribution, childClasses, openSearchUrl));
			CamundaBroker.awaitReady(process, this.settings);
			ready("Camunda broker", begin);
			return null;
		});
		CompletableFuture<Void> webApplications = run(threads, () -> {
			long begin = System.nanoTime();
			ChildProcess process = started(CamundaWebApplications.start(this.directory, this.settings, distribution,
					childClasses, openSearchUrl, firstUser(accounts)));
			CamundaWebApplications.awaitReady(process, this.settings);
			new TasklistUsers(openSearchUrl).put(accounts);
			ready("Tasklist and Operate", begin);
			return null;
		});
		CompletableFuture.allOf(broker, webApplications).join();
		return null;
	}

	private static TasklistUsers.Account firstUser(List<TasklistUsers.Account> accounts) {
		return accounts.stream()
			.filter(TasklistUsers.Account::isPlain)
			.reduce((first, second) -> second)
			.orElse(new TasklistUsers.Account("demo", "{noop}demo", "demo"));
	}

	private void putCamunda(Map<String, Object> found) {
		LocalSettings.Ports ports = this.settings.ports();
		String web = "http://localhost:" + ports.tasklist().number();
		found.put("binome.camunda.grpc-address",
				"http://%s:%d".formatted(this.settings.address(), ports.grpc().number()));
		found.put("binome.camunda.rest-address",
				"http://%s:%d".formatted(this.settings.address(), ports.rest().number()));
		found.put("binome.camunda.tasklist-url", web);
		found.put("binome.camunda.operate-url", web);
	}

	private ChildProcess started(ChildProcess process) {
		onStop(() -> process.stop(TIME_TO_STOP));
		return process;
	}

	private synchronized void onStop(Runnable stop) {
		if (this.stopping) {
			stop.run();
			throw new LocalStartException("The start was interrupted.", "Start again.");
		}
		this.stops.push(stop);
	}

	private static void ready(String name, long begin) {
		log.info("%s ready in %s".formatted(name, seconds(begin)));
	}

	static String seconds(long begin) {
		return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9);
	}

	/**
	 * Stops what was started, the last first, and gives the state directory free.
	 */
	void stop() {
		synchronized (this) {
			this.stopping = true;
		}
		while (!this.stops.isEmpty()) {
			this.stops.pop().run();
		}
		this.directory.close();
	}

	/**
	 * What Maven resolves, opened only when something isn't there yet.
	 */
	private final class Artifacts implements AutoCloseable {

		private MavenArtifacts maven;

		private MavenArtifacts maven() {
			if (this.maven == null) {
				this.maven = new MavenArtifacts(EmbeddedStack.this.environment);
			}
			return this.maven;
		}

		List<Path> openSearch() {
			List<Path> remembered = OpenSearchServer.remembered(EmbeddedStack.this.directory);
			if (!remembered.isEmpty()) {
				return remembered;
			}
			List<Path> resolved = maven().classPath(OpenSearchServer.COORDINATES);
			OpenSearchServer.remember(EmbeddedStack.this.directory, resolved);
			return resolved;
		}

		Path camunda() {
			return maven().file(CamundaDistribution.COORDINATES);
		}

		@Override
		public void close() {
			if (this.maven != null) {
				this.maven.close();
			}
		}

	}

}
