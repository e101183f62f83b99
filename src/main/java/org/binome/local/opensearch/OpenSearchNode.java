package org.binome.local.opensearch;

import java.util.Map;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node in a plain JVM. Arguments: base directory, HTTP port, transport
 * port, address.
 */
public final class OpenSearchNode {

	private OpenSearchNode() {
	}

	public static void main(String[] args) throws InterruptedException {
		OpenSearchRunner runner = new OpenSearchRunner();
		runner.setMaxHttpPort(65535);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner), "opensearch-stop"));
		runner.onBuild((number, settings) -> settings.loadFromMap(settings(args)))
			.build(OpenSearchRunner.newConfigs()
				.basePath(args[0])
				.clusterName("binome-local")
				.numOfNode(1)
				.baseHttpPort(Integer.parseInt(args[1]) - 1)
				.pluginTypes(IndexStateManagementSetting.class.getName()));
		// The node's own threads don't keep the JVM alive.
		Thread.currentThread().join();
	}

	private static Map<String, Object> settings(String[] args) {
		return Map.of("http.port", args[1], "transport.port", args[2], "network.host", args[3],
				// Sizes, not shares: a developer's large and well-filled disk is no
				// emergency.
				"cluster.routing.allocation.disk.watermark.low", "400mb",
				"cluster.routing.allocation.disk.watermark.high", "300mb",
				"cluster.routing.allocation.disk.watermark.flood_stage", "200mb");
	}

	private static void close(OpenSearchRunner runner) {
		try {
			runner.close();
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
	}

}
