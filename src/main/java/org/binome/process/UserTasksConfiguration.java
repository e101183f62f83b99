package org.binome.process;

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
		return new ByClusterVersion(SingletonSupplier.of(() -> {
			String version = Commands.send(client.newTopologyRequest()).getGatewayVersion();
			boolean old = version.startsWith("8.6.") || version.startsWith("8.7.");
			return old ? new Camunda86UserTasks(RestClient.builder(), settings)
					: new OrchestrationUserTasks(client, settings);
		}));
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
