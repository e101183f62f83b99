package org.binome.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models of <code>bpmn/</code>: processes, decisions and forms. They are deployed
 * together by one command, so what is bound to the deployment always fits; the engine
 * makes a new version only when something has changed.
 */
@Component
class Models {

	private static final Logger logger = LoggerFactory.getLogger(Models.class);

	private final CamundaClient client;

	Models(CamundaClient client) {
		this.client = client;
	}

	void deploy() {
		DeployResourceCommandStep1 command = this.client.newDeployResourceCommand();
		DeployResourceCommandStep2 deploy = null;
		for (Resource resource : resources()) {
			try {
				byte[] bytes = resource.getContentAsByteArray();
				deploy = (deploy != null) ? deploy.addResourceBytes(bytes, resource.getFilename())
						: command.addResourceBytes(bytes, resource.getFilename());
			}
			catch (IOException ex) {
				throw new IllegalStateException("The model " + resource + " can't be read", ex);
			}
		}
		if (deploy == null) {
			throw new IllegalStateException("There is no model in bpmn/");
		}
		DeploymentEvent event = Commands.send(deploy);
		event.getProcesses()
			.forEach((process) -> logger.info("Process {} is at version {}", process.getBpmnProcessId(),
					process.getVersion()));
	}

	private static List<Resource> resources() {
		var resolver = new PathMatchingResourcePatternResolver();
		var resources = new ArrayList<Resource>();
		try {
			for (String pattern : List.of("bpmn/*.bpmn", "bpmn/decisions/*.dmn", "bpmn/forms/*.form")) {
				resources.addAll(List.of(resolver.getResources("classpath:" + pattern)));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The models of bpmn/ can't be listed", ex);
		}
		resources.sort(Comparator.comparing(Resource::getFilename));
		return resources;
	}

}
