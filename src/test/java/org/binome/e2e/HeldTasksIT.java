package org.binome.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.e2e.TasklistDriver.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person who enters what doesn't hold meets the gates in Tasklist: the task comes back
 * and says why, by which rule and what to do, and goes on once that is done.
 */
@Timeout(1200)
class HeldTasksIT {

	private static final Path DIRECTORY = Path.of("target", "held-tasks");

	private LocalStack stack;

	private Walk walk;

	@Test
	void aHeldTaskSaysInTasklistWhatToDo() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		this.stack = new LocalStack(DIRECTORY);
		try (LocalStack running = this.stack) {
			running.with("binome.portal-url", running.portalUrl()).with("binome.approach.contact-at-any-time", "true");
			this.walk = new Walk(running, DIRECTORY);
			running.start();
			this.walk.openProgramme();
			programme("Task_ConfirmReadiness",
					Map.of("conceptProven", true, "offerProven", false, "evidence", "", "decision", "proceed"),
					"PRO-01");
			this.walk.confirmReadiness();
			this.walk.importCandidates();
			this.walk.choose();
			partnership("Task_BuildRelationship", Forms.approachAStranger(), "Task_BuildRelationship", "REL-01");
			this.walk.human("manager", "Task_BuildRelationship", Forms.warmGestures(Walk.TODAY));
			partnership("Task_DraftMessage", Forms.pushyMessage(), "Task_DraftMessage", "APP-13", "APP-02");
			this.walk.sendMessage();
			this.walk.human("manager", "Task_DefinePartnership", Forms.definition());
			partnership("Task_NamePair", Map.of("ourName", "nobody", "partnerName", "Responsable", "partnerEmail",
					Walk.CONTACT, "partnerRole", "Partenariats"), "Task_NamePair", "GOV-01");
			this.walk.human("manager", "Task_NamePair", Forms.pair(Walk.CONTACT));
			this.walk.scorePillars(4, 4, 2, 4);
			held("partnershipId", this.walk.partnershipId(), "Task_ClosePillarGap", "QUA-06");
			this.walk.human("manager", "Task_ClosePillarGap", Forms.gap("rescore"));
			this.walk.scorePillars(4, 4, 4, 4);
			partnership("Task_SetObjectives", Forms.vagueObjectives(), "Task_SetObjectives", "QUA-14");
		}
	}

	private void programme(String task, Map<String, ?> form, String... rules) {
		this.walk.human("manager", task, "programmeId", this.walk.programme(), form);
		held("programmeId", this.walk.programme(), task, rules);
	}

	private void partnership(String task, Map<String, ?> form, String comesBack, String... rules) {
		this.walk.human("manager", task, form);
		held("partnershipId", this.walk.partnershipId(), comesBack, rules);
	}

	/**
	 * The task is open with findings by these rules, and a person can read them there.
	 */
	private void held(String variable, String value, String element, String... rules) {
		Task task = this.stack.tasklist("manager").await(element, variable, value);
		JsonNode findings = this.stack.tasklist("manager").variable(task, "brief").path("findings");
		List<String> found = new ArrayList<>();
		List<String> texts = new ArrayList<>();
		findings.forEach((finding) -> {
			found.add(finding.path("rule").asString());
			texts.add(finding.path("text").asString());
			texts.add(finding.path("remedy").asString());
		});
		assertThat(found).as(element).contains(rules);
		assertThat(texts).as(element).allSatisfy((text) -> assertThat(text).isNotBlank());
		TasklistInBrowser.shows(this.stack, "manager", task, texts, DIRECTORY, element + ".png");
	}

}
