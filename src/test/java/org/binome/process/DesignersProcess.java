package org.binome.process;

import java.util.Map;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;

/**
 * A small process of a designer's own: it asks one gate, and while that holds, leaves a
 * person the task <code>Task_Clear</code> before it asks again.
 */
final class DesignersProcess {

	private DesignersProcess() {
	}

	/** Deploys it and begins it for the partnership of the journey. */
	static void asking(String gate, CamundaClient client, Journey journey) {
		String process = "asks-" + gate;
		var model = Bpmn.createExecutableProcess(process)
			.startEvent()
			.exclusiveGateway("Gateway_Again")
			.serviceTask("Task_Ask", (task) -> task.zeebeJobType("check-gate").zeebeTaskHeader("gate", gate))
			.exclusiveGateway("Gateway_Passed")
			.conditionExpression("gatePassed")
			.endEvent("EndEvent_Passed")
			.moveToLastExclusiveGateway()
			.defaultFlow()
			.userTask("Task_Clear")
			.zeebeUserTask()
			.connectTo("Gateway_Again")
			.done();
		client.newDeployResourceCommand().addProcessModel(model, process + ".bpmn").send().join();
		client.newCreateInstanceCommand()
			.bpmnProcessId(process)
			.latestVersion()
			.variables(Map.of("partnershipId", journey.partnership().toString(), "programmeId",
					journey.programme().toString()))
			.send()
			.join();
	}

}
