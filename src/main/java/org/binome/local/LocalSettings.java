package org.binome.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;

/**
 * Where the local stack keeps its state and listens, from {@code binome.local.*}.
 *
 * @param directory absolute state directory
 * @param address the only network address anything local listens on
 * @param ports every port that will be opened, portal included
 */
record LocalSettings(Path directory, String address, Ports ports) {

	private static final String PREFIX = "binome.local.";

	static LocalSettings from(Environment environment) {
		return new LocalSettings(
				Path.of(environment.getProperty(PREFIX + "directory", ".binome")).toAbsolutePath().normalize(),
				environment.getProperty(PREFIX + "address", "127.0.0.1"), Ports.from(environment));
	}

	/**
	 * Ports by purpose.
	 */
	record Ports(Port portal, Port tasklist, Port tasklistManagement, Port tasklistInternal, Port grpc, Port rest,
			Port brokerManagement, Port brokerCommand, Port brokerInternal, Port openSearch, Port openSearchTransport,
			Port postgres, Port mail) {

		private static Ports from(Environment environment) {
			return new Ports(new Port("the portal", "server.port", number(environment, "server.port", 8090)),
					local(environment, "Tasklist and Operate", "tasklist-port", 8080),
					local(environment, "Tasklist's management", "tasklist-management-port", 9601),
					local(environment, "Tasklist's cluster", "tasklist-internal-port", 26503),
					local(environment, "Zeebe gRPC", "grpc-port", 26500),
					local(environment, "Zeebe REST", "rest-port", 8088),
					local(environment, "the broker's management", "broker-management-port", 9600),
					local(environment, "the broker's commands", "broker-command-port", 26501),
					local(environment, "the broker's cluster", "broker-internal-port", 26502),
					local(environment, "OpenSearch", "opensearch-port", 9201),
					local(environment, "OpenSearch's transport", "opensearch-transport-port", 9301),
					local(environment, "PostgreSQL", "postgres-port", 54329),
					local(environment, "the mail sink", "mail-port", 2525));
		}

		private static Port local(Environment environment, String purpose, String name, int defaultNumber) {
			return new Port(purpose, PREFIX + name, number(environment, PREFIX + name, defaultNumber));
		}

		private static int number(Environment environment, String property, int defaultNumber) {
			return environment.getProperty(property, Integer.class, defaultNumber);
		}

		List<Port> ofCamunda() {
			return List.of(this.tasklist, this.tasklistManagement, this.tasklistInternal, this.grpc, this.rest,
					this.brokerManagement, this.brokerCommand, this.brokerInternal, this.openSearch,
					this.openSearchTransport);
		}

		List<Port> needed(boolean database, boolean camunda, boolean mail) {
			List<Port> needed = new ArrayList<>();
			needed.add(this.portal);
			if (camunda) {
				needed.addAll(ofCamunda());
			}
			if (database) {
				needed.add(this.postgres);
			}
			if (mail) {
				needed.add(this.mail);
			}
			return needed;
		}

	}

}
