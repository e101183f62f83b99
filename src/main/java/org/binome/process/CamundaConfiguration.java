package org.binome.process;

import java.time.Clock;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.CredentialsProvider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The client of the Camunda cluster. It speaks gRPC, which every version from 8.6 on
 * understands.
 */
@Configuration(proxyBeanMethods = false)
class CamundaConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemDefaultZone();
	}

	@Bean(destroyMethod = "close")
	CamundaClient camundaClient(CamundaSettings settings) {
		if (settings.grpcAddress() == null) {
			throw new IllegalStateException("binome.camunda.grpc-address is not set; name the cluster's gRPC gateway, "
					+ "or start the local stack with mvn spring-boot:run");
		}
		CamundaClientBuilder builder = CamundaClient.newClientBuilder()
			.applyEnvironmentVariableOverrides(false)
			.grpcAddress(settings.grpcAddress())
			.preferRestOverGrpc(false)
			.useDefaultRetryPolicy(true)
			.numJobWorkerExecutionThreads(settings.workerThreads())
			.defaultJobTimeout(settings.jobTimeout())
			.defaultJobWorkerName("binome");
		if (settings.restAddress() != null) {
			builder.restAddress(settings.restAddress());
		}
		switch (settings.auth()) {
			case NONE -> {
			}
			case BASIC -> builder.credentialsProvider(CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
				.applyEnvironmentOverrides(false)
				.username(settings.username())
				.password(settings.password())
				.build());
			case OIDC -> builder.credentialsProvider(CredentialsProvider.newCredentialsProviderBuilder()
				.applyEnvironmentOverrides(false)
				.clientId(settings.clientId())
				.clientSecret(settings.clientSecret())
				.audience(settings.audience())
				.authorizationServerUrl(settings.tokenUrl())
				.build());
		}
		return builder.build();
	}

}
