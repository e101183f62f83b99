package org.binome.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasklist and Operate, in one JVM. It can't be the broker's: with both in one, Camunda
 * 8.6.0 refuses to complete native user tasks (camunda/camunda#21818).
 */
final class CamundaWebApplications {

	private CamundaWebApplications() {
	}

	static ChildProcess start(StateDirectory directory, LocalSettings settings, CamundaDistribution distribution,
			String childClasses, String openSearchUrl, TasklistUsers.Account firstUser) {
		List<String> classPath = new ArrayList<>(List.of(childClasses));
		classPath.addAll(distribution.classPath());
		LocalSettings.Ports ports = settings.ports();
		Map<String, String> variables = new HashMap<>();
		variables.put("SPRING_PROFILES_ACTIVE", "operate,tasklist,auth");
		variables.put("SERVER_ADDRESS", settings.address());
		variables.put("SERVER_PORT", Integer.toString(ports.tasklist().number()));
		variables.put("MANAGEMENT_SERVER_ADDRESS", settings.address());
		variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.tasklistManagement().number()));
		variables.put("CAMUNDA_DATABASE_TYPE", "opensearch");
		variables.put("CAMUNDA_DATABASE_URL", openSearchUrl);
		for (String application : List.of("OPERATE", "TASKLIST")) {
			String prefix = "CAMUNDA_" + application + "_";
			variables.put(prefix + "DATABASE", "opensearch");
			variables.put(prefix + "OPENSEARCH_URL", openSearchUrl);
			variables.put(prefix + "ZEEBEOPENSEARCH_URL", openSearchUrl);
			variables.put(prefix + "ZEEBE_GATEWAYADDRESS", settings.address() + ":" + ports.grpc().number());
			variables.put(prefix + "CSRFPREVENTIONENABLED", "false");
			variables.put(prefix + "USERID", firstUser.username());
			variables.put(prefix + "DISPLAYNAME", firstUser.name());
			variables.put(prefix + "PASSWORD", firstUser.plainPassword());
		}
		variables.put("CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS",
				"http://%s:%d".formatted(settings.address(), ports.rest().number()));
		// It brings a gateway along that would take the broker's port, or look for a
		// broker of another stack.
		variables.put("ZEEBE_GATEWAY_CLUSTER_HOST", settings.address());
		variables.put("ZEEBE_GATEWAY_CLUSTER_PORT", Integer.toString(ports.tasklistInternal().number()));
		variables.put("ZEEBE_GATEWAY_CLUSTER_INITIALCONTACTPOINTS",
				settings.address() + ":" + ports.brokerInternal().number());
		return ChildProcess.start(directory, "tasklist",
				List.of("-Xms256m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
						"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Dbasedir=" + directory.path(),
						"-Dapp.home=" + directory.resolve("tasklist")),
				classPath, "io.camunda.application.StandaloneCamunda", List.of(), variables);
	}

	static void awaitReady(ChildProcess process, LocalSettings settings) {
		String url = "http://%s:%d/actuator/health/readiness".formatted(settings.address(),
				settings.ports().tasklistManagement().number());
		process.await(() -> Http.isOk(url), Duration.ofSeconds(180));
	}

}
