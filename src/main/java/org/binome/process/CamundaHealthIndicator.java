package org.binome.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.Topology;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Says whether the cluster answers with healthy partitions and our workers are open.
 */
@Component("camunda")
class CamundaHealthIndicator extends AbstractHealthIndicator {

	private final CamundaClient client;

	private final Workers workers;

	CamundaHealthIndicator(CamundaClient client, Workers workers) {
		super("The Camunda cluster does not answer");
		this.client = client;
		this.workers = workers;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Topology topology = this.client.newTopologyRequest().send().join();
		boolean healthy = !topology.getBrokers().isEmpty() && topology.getBrokers()
			.stream()
			.flatMap((broker) -> broker.getPartitions().stream())
			.allMatch((partition) -> partition.getHealth() == PartitionBrokerHealth.HEALTHY);
		builder.withDetail("version", topology.getGatewayVersion());
		builder.status((healthy && this.workers.isRunning()) ? "UP" : "DOWN");
	}

}
