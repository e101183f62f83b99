package org.binome.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The process engine with its gateway, its state kept in the state directory.
 */
final class CamundaBroker {

	private static final String EXPORTER = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";

	private CamundaBroker() {
	}

	static ChildProcess start(StateDirectory directory, LocalSettings settings, CamundaDistribution distribution,
			String childClasses, String openSearchUrl) {
		List<String> classPath = new ArrayList<>(List.of(childClasses));
		classPath.addAll(distribution.classPath());
		LocalSettings.Ports ports = settings.ports();
		Map<String, String> variables = new HashMap<>();
		variables.put("SERVER_ADDRESS", settings.address());
		variables.put("SERVER_PORT", number(ports.rest()));
		variables.put("MANAGEMENT_SERVER_ADDRESS", settings.address());
		variables.put("MANAGEMENT_SERVER_PORT", number(ports.brokerManagement()));
		variables.put("ZEEBE_BROKER_NETWORK_HOST", settings.address());
		variables.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", number(ports.brokerCommand()));
		variables.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", number(ports.brokerInternal()));
		variables.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS",
				settings.address() + ":" + number(ports.brokerInternal()));
		variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", settings.address());
		variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", number(ports.grpc()));
		variables.put("ZEEBE_BROKER_DATA_DIRECTORY", directory.resolve("zeebe").toString());
		variables.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
		// Sizes, not shares: a developer's large and well-filled disk is no emergency.
		variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "200MB");
		variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "100MB");
		variables.put(EXPORTER + "CLASSNAME", "io.camunda.zeebe.exporter.opensearch.OpensearchExporter");
		variables.put(EXPORTER + "ARGS_URL", openSearchUrl);
		variables.put(EXPORTER + "ARGS_INDEX_PREFIX", "zeebe-record");
		variables.put(EXPORTER + "ARGS_BULK_SIZE", "1");
		variables.put(EXPORTER + "ARGS_BULK_DELAY", "1");
		return ChildProcess.start(directory, "broker",
				List.of("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
						"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Dbasedir=" + directory.path(),
						"-Dapp.home=" + directory.resolve("broker")),
				classPath, "io.camunda.application.StandaloneBroker", List.of(), variables);
	}

	static void awaitReady(ChildProcess process, LocalSettings settings) {
		String url = "http://%s:%d/actuator/health/readiness".formatted(settings.address(),
				settings.ports().brokerManagement().number());
		process.await(() -> Http.isOk(url), Duration.ofSeconds(120));
	}

	private static String number(Port port) {
		return Integer.toString(port.number());
	}

}
