package org.binome.process;

import io.camunda.client.CamundaClient;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/**
 * Chooses how human tasks are read by the version of the cluster.
 */
@Configuration(proxyBeanMethods = false)
class UserTasksConfiguration {

	@Bean
	@ConditionalOnMissingBean
	UserTasks userTasks(CamundaClient client, CamundaSettings settings) {
		String version = Commands.send(client.newTopologyRequest()).getGatewayVersion();
		boolean old = version.startsWith("8.6.") || version.startsWith("8.7.");
		return old ? new Camunda86UserTasks(RestClient.builder(), settings)
				: new OrchestrationUserTasks(client, settings);
	}

}
