package org.binome.process.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.gate.Gate;
import org.binome.process.Worker;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binome.process.model.Model.BPMN;
import static org.binome.process.model.Model.ZEEBE;

/**
 * The models and the Java code behind them fit together.
 */
class WorkerConsistencyTests {

	private static final Path SOURCES = Path.of("src/main/java/org/binome");

	private final List<Model> processes = Model.processes();

	@Test
	void everyJobTypeHasAWorkerNamedAfterIt() {
		Set<String> missing = new TreeSet<>();
		for (String type : jobTypes()) {
			try {
				assertThat(Class.forName(worker(type))).isAssignableTo(Worker.class);
			}
			catch (ClassNotFoundException ex) {
				missing.add(worker(type));
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyWorkerIsUsedAndSaysItsType() throws IOException {
		Set<String> types = jobTypes();
		for (Path source : sources(SOURCES.resolve("process/worker"))) {
			String name = source.getFileName().toString().replace(".java", "");
			if (name.endsWith("Worker")) {
				String type = name.replaceFirst("Worker$", "").replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase();
				assertThat(types).as(name).contains(type);
				assertThat(Files.readString(source)).contains("\"" + type + "\"");
			}
		}
	}

	@Test
	void everyHumanTaskHasABrief() throws IOException {
		String briefs = text(SOURCES.resolve("process/brief"));
		assertThat(this.processes.stream()
			.flatMap((model) -> model.elements(BPMN, "userTask"))
			.map((task) -> task.getAttribute("id"))
			.filter((id) -> !briefs.contains("\"" + id + "\""))).isEmpty();
	}

	@Test
	void everyErrorThrownIsCaughtAndEveryErrorCaughtIsThrown() throws IOException {
		Set<String> thrown = Pattern.compile("\"(Err_\\w+)\"")
			.matcher(text(SOURCES))
			.results()
			.map((result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> caught = this.processes.stream()
			.flatMap((model) -> model.elements(BPMN, "error"))
			.map((error) -> error.getAttribute("errorCode"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(thrown).isEqualTo(caught);
	}

	@Test
	void everyMessageIsSent() throws IOException {
		String sources = text(SOURCES);
		assertThat(this.processes.stream()
			.flatMap((model) -> model.elements(BPMN, "message"))
			.map((message) -> message.getAttribute("name"))
			.filter((name) -> !sources.contains("\"" + name + "\""))).isEmpty();
	}

	@Test
	void everyGateOfAModelIsCheckedAndEveryGateCheckedIsOfferedInModeler() throws IOException {
		Set<String> checked = new TreeSet<>();
		for (Path source : sources(SOURCES)) {
			String text = Files.readString(source);
			if (text.matches("(?s).*implements (Gate|Policy)Check.*")) {
				Pattern.compile("return Gate\\.([A-Z_]+);")
					.matcher(text)
					.results()
					.map((result) -> Gate.valueOf(result.group(1)).id())
					.forEach(checked::add);
			}
		}
		Set<String> used = this.processes.stream()
			.flatMap((model) -> model.elements(ZEEBE, "header"))
			.filter((header) -> header.getAttribute("key").equals("gate"))
			.map((header) -> header.getAttribute("value"))
			.collect(Collectors.toCollection(TreeSet::new));
		JsonNode template = new JsonMapper()
			.readTree(Models.ROOT.resolve(".camunda/element-templates/check-gate.json"));
		Set<String> offered = template.path("properties")
			.valueStream()
			.filter((property) -> property.path("binding").path("key").asString("").equals("gate"))
			.flatMap((property) -> property.path("choices").valueStream())
			.map((choice) -> choice.path("value").asString())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(checked).containsAll(used);
		assertThat(offered).containsAll(checked);
		assertThat(Stream.of(Gate.values()).map(Gate::id)).containsAll(offered);
	}

	private Set<String> jobTypes() {
		return this.processes.stream()
			.flatMap((model) -> Stream.concat(model.elements(ZEEBE, "taskDefinition"),
					model.elements(ZEEBE, "executionListener")))
			.map((Element element) -> element.getAttribute("type"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String worker(String type) {
		return "org.binome.process.worker." + Stream.of(type.split("-"))
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining()) + "Worker";
	}

	private static List<Path> sources(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	private static String text(Path folder) throws IOException {
		StringBuilder text = new StringBuilder();
		for (Path source : sources(folder)) {
			text.append(Files.readString(source));
		}
		return text.toString();
	}

}
