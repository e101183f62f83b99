package org.binome.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtime;
import eu.maveniverse.maven.mima.context.Runtimes;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Finds artifacts as Maven does: with the person's settings, mirrors, credentials,
 * offline switch and local repository. {@code mvn spring-boot:run} passes on what it was
 * started with as {@code binome.maven.*}.
 */
final class MavenArtifacts implements AutoCloseable {

	private final Context context;

	MavenArtifacts(Environment environment) {
		ContextOverrides.Builder overrides = ContextOverrides.create()
			.withUserSettings(true)
			// Camunda's poms name repositories of their own; the person's settings
			// decide.
			.ignoreArtifactDescriptorRepositories(true)
			.systemProperties(systemProperties())
			.transferListener(new DownloadProgress(System.out));
		if ("offline=true".equals(environment.getProperty("binome.maven.mode"))) {
			overrides.offline(true);
		}
		path(environment, "home", overrides::withMavenSystemHomeOverride);
		path(environment, "settings", overrides::withUserSettingsXmlOverride);
		path(environment, "global-settings", overrides::withGlobalSettingsXmlOverride);
		path(environment, "local-repository", overrides::withLocalRepositoryOverride);
		Runtime runtime = Runtimes.INSTANCE.getRuntime();
		this.context = runtime.create(overrides.build());
	}

	private static Map<String, String> systemProperties() {
		Map<String, String> properties = new HashMap<>();
		System.getProperties().stringPropertyNames().forEach((name) -> properties.put(name, System.getProperty(name)));
		System.getenv().forEach((name, value) -> properties.put("env." + name, value));
		return properties;
	}

	private static void path(Environment environment, String name, Consumer<Path> setter) {
		String value = environment.getProperty("binome.maven." + name);
		if (StringUtils.hasText(value) && !value.startsWith("${")) {
			setter.accept(Path.of(value));
		}
	}

	/**
	 * The artifact's file, downloaded when it isn't in the local repository.
	 * @param coordinates {@code group:artifact[:extension]:version}
	 */
	Path file(String coordinates) {
		try {
			return this.context.repositorySystem()
				.resolveArtifact(this.context.repositorySystemSession(),
						new ArtifactRequest(new DefaultArtifact(coordinates), this.context.remoteRepositories(), null))
				.getArtifact()
				.getFile()
				.toPath();
		}
		catch (RepositoryException ex) {
			throw unavailable(coordinates, ex);
		}
	}

	/**
	 * The artifact and everything it needs at run time.
	 * @param coordinates {@code group:artifact:version}
	 */
	List<Path> classPath(String coordinates) {
		// Alone first: when that fails, Maven says why.
		file(coordinates);
		CollectRequest collect = new CollectRequest(new Dependency(new DefaultArtifact(coordinates), "runtime"),
				this.context.remoteRepositories());
		try {
			return this.context.repositorySystem()
				.resolveDependencies(this.context.repositorySystemSession(),
						new DependencyRequest(collect, (node, parents) -> node.getDependency() == null
								|| !List.of("test", "provided", "system").contains(node.getDependency().getScope())))
				.getArtifactResults()
				.stream()
				.map(ArtifactResult::getArtifact)
				.map((artifact) -> artifact.getFile().toPath())
				.toList();
		}
		catch (RepositoryException ex) {
			throw unavailable(coordinates, ex);
		}
	}

	private LocalStartException unavailable(String coordinates, RepositoryException ex) {
		boolean offline = this.context.repositorySystemSession().isOffline();
		return new LocalStartException(
				"%s isn't in the local Maven repository and can't be downloaded%s: %s".formatted(coordinates,
						offline ? " because Maven is set to be offline" : "", ex.getMessage()),
				"The first start needs the network%s. Check the connection and the mirrors in Maven's settings.xml, then start again; what has been downloaded is kept."
					.formatted(offline ? ": start once without -o" : ""),
				ex);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
