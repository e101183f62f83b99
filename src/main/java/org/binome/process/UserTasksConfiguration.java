package org.binome.process;

import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.camunda.client.CamundaClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;

/**
 * Chooses how human tasks are read by the version of the cluster, when they are first
 * asked for.
 */
@Configuration(proxyBeanMethods = false)
class UserTasksConfiguration {

	@Bean
	UserTasks userTasks(CamundaClient client, CamundaSettings settings) {
		return new ByClusterVersion(SingletonSupplier
			.of(() -> of(Commands.send(client.newTopologyRequest()).getGatewayVersion(), client, settings)));
	}

	/** How a cluster of this version is read. */
	static UserTasks of(String version, CamundaClient client, CamundaSettings settings) {
		Version cluster = Version.parse(version.replaceFirst("^(\\d+\\.\\d+).*", "$1"));
		if (cluster.compareTo(Version.parse("8.8")) < 0) {
			return new Camunda86UserTasks(RestClient.builder(), settings);
		}
		return new OrchestrationUserTasks(client, settings, cluster.compareTo(Version.parse("8.9")) >= 0);
	}

	private record ByClusterVersion(Supplier<UserTasks> chosen) implements UserTasks {

		@Override
		public Completion completedBy(long processInstanceKey, String elementId) {
			return this.chosen.get().completedBy(processInstanceKey, elementId);
		}

		@Override
		public List<OpenTask> open(UUID partnershipId) {
			return this.chosen.get().open(partnershipId);
		}

		@Override
		public List<OpenTask> openInProgramme(UUID programmeId) {
			return this.chosen.get().openInProgramme(programmeId);
		}

	}

}
