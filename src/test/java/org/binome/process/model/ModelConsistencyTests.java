package org.binome.process.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binome.process.model.Model.BPMN;
import static org.binome.process.model.Model.DMN;
import static org.binome.process.model.Model.MODELER;
import static org.binome.process.model.Model.ZEEBE;

/**
 * Processes, forms, decisions, element templates and the register of variables fit
 * together.
 */
class ModelConsistencyTests {

	private static final JsonMapper json = new JsonMapper();

	/** What form-js 1.10 of Tasklist 8.6 can show. */
	private static final Set<String> FORM_ELEMENTS = Set.of("text", "html", "textfield", "textarea", "number",
			"checkbox", "radio", "select", "checklist", "taglist", "datetime", "group", "dynamiclist", "table",
			"expression", "separator", "spacer", "image");

	private final List<Model> processes = Model.processes();

	private final Map<String, JsonNode> forms = forms();

	private final Map<String, JsonNode> templates = templates();

	@Test
	void aFileIsNamedAfterItsProcess() {
		assertThat(this.processes)
			.allSatisfy((model) -> assertThat(model.file().getFileName()).hasToString(model.id() + ".bpmn"));
	}

	@Test
	void everyFormIsUsedAndResolves() {
		Set<String> used = values("formDefinition", "formId");
		assertThat(used).isEqualTo(this.forms.keySet());
		this.forms.forEach((id, form) -> assertThat(form.path("id").asString()).isEqualTo(id));
	}

	@Test
	void everyDecisionResolves() {
		Set<String> known = Model.decisions()
			.stream()
			.flatMap((model) -> model.elements(DMN, "decision"))
			.map((decision) -> decision.getAttribute("id"))
			.collect(Collectors.toSet());
		assertThat(known).containsAll(values("calledDecision", "decisionId"))
			.contains("candidate_scores", "clause_profile", "formality_ladder", "gate_policy");
	}

	@Test
	void everyCalledProcessResolves() {
		assertThat(this.processes.stream().map(Model::id).toList()).containsAll(values("calledElement", "processId"));
	}

	@Test
	void whatShipsTogetherIsBoundToTheDeployment() {
		List.of("formDefinition", "calledDecision", "calledElement")
			.forEach((name) -> assertThat(zeebe(name))
				.allSatisfy((element) -> assertThat(element.getAttribute("bindingType")).isEqualTo("deployment")));
	}

	@Test
	void calledProcessesGetAndGiveOnlyWhatIsMapped() {
		assertThat(zeebe("calledElement")).allSatisfy((call) -> {
			assertThat(call.getAttribute("propagateAllChildVariables")).isEqualTo("false");
			assertThat(call.getAttribute("propagateAllParentVariables")).isEqualTo("false");
		});
	}

	@Test
	void everyMessageIsUsedAndCorrelatesByPartnershipOrByWhatTheProcessIsAbout() {
		for (Model model : this.processes) {
			Set<String> referred = Stream.of("messageEventDefinition", "receiveTask")
				.flatMap((name) -> model.elements(BPMN, name))
				.map((element) -> element.getAttribute("messageRef"))
				.filter((id) -> !id.isEmpty())
				.collect(Collectors.toSet());
			Set<String> starting = model.elements(BPMN, "startEvent")
				.flatMap((start) -> Model.children(start, BPMN, "messageEventDefinition"))
				.map((definition) -> definition.getAttribute("messageRef"))
				.collect(Collectors.toSet());
			Map<String, Element> messages = model.elements(BPMN, "message")
				.collect(Collectors.toMap((message) -> message.getAttribute("id"), Function.identity()));
			assertThat(referred).isEqualTo(messages.keySet());
			messages.forEach((id, message) -> {
				if (!starting.contains(id)) {
					assertThat(Model.child(message, ZEEBE, "subscription").orElseThrow().getAttribute("correlationKey"))
						.isIn("=partnershipId", "=changeId", "=action.id");
				}
			});
		}
	}

	@Test
	void everyJobTypeHasOneElementTemplateAndTheTasksReferToIt() {
		Set<String> types = zeebe("taskDefinition").map((task) -> task.getAttribute("type"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(this.templates.keySet()).isEqualTo(types);
		assertThat(zeebe("taskDefinition")).allSatisfy((definition) -> {
			Element task = Model.owner(definition);
			JsonNode template = this.templates.get(definition.getAttribute("type"));
			assertThat(task.getAttributeNS(ZEEBE, "modelerTemplate")).isEqualTo(template.path("id").asString());
			assertThat(task.getAttributeNS(ZEEBE, "modelerTemplateVersion"))
				.isEqualTo(template.path("version").asString());
			assertThat(definition.getAttribute("retries")).isEqualTo("3");
		});
		this.templates.forEach((type, template) -> {
			assertThat(template.path("id").asString()).isEqualTo("org.binome." + type);
			assertThat(template.path("engines").path("camunda").asString()).isEqualTo("^8.6");
			assertThat(property(template, "zeebe:taskDefinition", "property", "type").path("value").asString())
				.isEqualTo(type);
		});
	}

	@Test
	void headersAreThoseTheElementTemplatesOffer() {
		zeebe("header").forEach((header) -> {
			Element task = Model.owner(header);
			String type = Model.child(task, ZEEBE, "taskDefinition").orElseThrow().getAttribute("type");
			JsonNode property = property(this.templates.get(type), "zeebe:taskHeader", "key",
					header.getAttribute("key"));
			if (property.path("type").asString().equals("Dropdown")) {
				assertThat(property.path("choices").valueStream().map((choice) -> choice.path("value").asString()))
					.as(task.getAttribute("id"))
					.contains(header.getAttribute("value"));
			}
		});
	}

	@Test
	void everyGateTaskIsNamedAfterItsGate() {
		assertThat(zeebe("header").filter((header) -> header.getAttribute("key").equals("gate"))).isNotEmpty()
			.allSatisfy((header) -> assertThat(Model.owner(header).getAttribute("id"))
				.matches("Task_Gate" + pascal(header.getAttribute("value")) + "(At[A-Z]\\w+)?"));
	}

	@Test
	void everyHumanTaskIsNativeBriefedAndAnswersWithTheFieldsOfItsForm() {
		assertThat(elements("userTask")).isNotEmpty().allSatisfy((task) -> {
			assertThat(Model.child(task, ZEEBE, "userTask")).isPresent();
			assertThat(Model.child(task, ZEEBE, "assignmentDefinition")
				.orElseThrow()
				.getAttribute("candidateGroups")
				.split(", ")).isSubsetOf("partnership-managers", "legal", "sponsors");
			Element listener = Model.child(task, ZEEBE, "executionListener").orElseThrow();
			assertThat(listener.getAttribute("eventType")).isEqualTo("start");
			assertThat(listener.getAttribute("type")).isEqualTo("brief-task");
			String form = Model.child(task, ZEEBE, "formDefinition").orElseThrow().getAttribute("formId");
			assertThat("Task_" + pascal(form)).isEqualTo(task.getAttribute("id"));
			List<Element> outputs = Model.children(task, ZEEBE, "output").toList();
			assertThat(outputs).hasSize(1);
			Set<String> fields = this.forms.get(form)
				.path("components")
				.valueStream()
				.map(ModelConsistencyTests::field)
				.filter((field) -> !field.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new));
			String answer = fields.stream()
				.map((field) -> field + ": " + field)
				.sorted()
				.collect(Collectors.joining(", "));
			String mapped = Stream.of(outputs.getFirst().getAttribute("source").replaceAll("^=\\{|}$", "").split(", "))
				.sorted()
				.collect(Collectors.joining(", "));
			assertThat(shown(task, mapped)).isEqualTo(shown(task, answer));
		});
	}

	@Test
	void everyWaitingTaskRemindsAndEscalates() {
		for (Model model : this.processes) {
			Map<String, Element> flowsBySource = model.elements(BPMN, "sequenceFlow")
				.collect(Collectors.toMap((flow) -> flow.getAttribute("sourceRef"), Function.identity(),
						(one, other) -> one));
			Map<String, Element> boundaries = model.elements(BPMN, "boundaryEvent")
				.collect(Collectors.toMap((event) -> event.getAttribute("id"), Function.identity()));
			Map<String, Element> ends = model.elements(BPMN, "endEvent")
				.collect(Collectors.toMap((event) -> event.getAttribute("id"), Function.identity()));
			Stream.of("userTask", "receiveTask").flatMap((name) -> model.elements(BPMN, name)).forEach((task) -> {
				String id = task.getAttribute("id");
				String name = id.substring("Task_".length());
				Map<String, String> levels = new HashMap<>(Map.of("Reminder", "Reminded"));
				if (!id.equals("Task_AwaitReply")) {
					levels.put("Escalation", "Escalated");
				}
				levels.forEach((level, past) -> {
					Element event = boundaries.get("BoundaryEvent_" + name + level);
					assertThat(event).as(id + " " + level).isNotNull();
					assertThat(event.getAttribute("attachedToRef")).isEqualTo(id);
					assertThat(event.getAttribute("cancelActivity")).isEqualTo("false");
					assertThat(Model.child(event, BPMN, "timerEventDefinition")).isPresent();
					String target = flowsBySource.get(event.getAttribute("id")).getAttribute("targetRef");
					assertThat(target).isEqualTo("EndEvent_" + name + past);
					Map<String, String> headers = Model.children(ends.get(target), ZEEBE, "header")
						.collect(Collectors.toMap((header) -> header.getAttribute("key"),
								(header) -> header.getAttribute("value")));
					assertThat(headers).isEqualTo(Map.of("level", level.toLowerCase(), "task", id));
				});
			});
		}
	}

	@Test
	void everyErrorIsCaught() {
		for (Model model : this.processes) {
			Set<String> caught = model.elements(BPMN, "errorEventDefinition")
				.map((definition) -> definition.getAttribute("errorRef"))
				.collect(Collectors.toSet());
			assertThat(model.elements(BPMN, "error")).allSatisfy((error) -> {
				assertThat(error.getAttribute("errorCode")).startsWith("Err_");
				assertThat(caught).contains(error.getAttribute("id"));
			});
		}
	}

	@Test
	void everyVariableIsRegistered() throws IOException {
		JsonNode register = json.readTree(Models.ROOT.resolve("variables.schema.json"));
		Set<String> variables = names(register.path("variables"));
		Set<String> fields = names(register.path("fields"));
		Map<String, Set<String>> unknown = new TreeMap<>();
		Set<String> seen = new TreeSet<>(Set.of("brief"));
		for (Model model : this.processes) {
			Set<String> used = new TreeSet<>();
			all(model.document().getDocumentElement()).forEach((element) -> {
				NamedNodeMap attributes = element.getAttributes();
				for (int index = 0; index < attributes.getLength(); index++) {
					Attr attribute = (Attr) attributes.item(index);
					if (attribute.getValue().startsWith("=")) {
						Set<String> names = Feel.variables(attribute.getValue());
						if (!Model.child(Model.owner(element), ZEEBE, "userTask").isPresent()
								|| !element.getLocalName().equals("output")) {
							used.addAll(names);
						}
					}
					else if (Set.of("target", "resultVariable", "inputElement").contains(attribute.getName())) {
						used.add(attribute.getValue());
					}
				}
				if (element.getLocalName().matches("conditionExpression|time(Duration|Cycle|Date)")
						&& element.getTextContent().startsWith("=")) {
					used.addAll(Feel.variables(element.getTextContent()));
				}
			});
			seen.addAll(used);
			used.removeAll(variables);
			if (!used.isEmpty()) {
				unknown.put(model.id(), used);
			}
		}
		this.forms.forEach((id, form) -> {
			Set<String> used = new TreeSet<>();
			components(form).forEach((component) -> {
				used.add(field(component));
				texts(component).forEach((text) -> used.addAll(Feel.variablesOfTemplate(text)));
			});
			used.removeAll(variables);
			used.removeAll(fields);
			used.removeAll(Set.of("", "this"));
			if (!used.isEmpty()) {
				unknown.put(id, used);
			}
		});
		assertThat(unknown).isEmpty();
		assertThat(seen).as("variables of the register that a model uses").containsAll(routed(register));
		assertThat(register.path("variables").valueStream())
			.allSatisfy((variable) -> assertThat(variable.path("description").asString()).isNotBlank());
	}

	@Test
	void formsUseOnlyWhatTasklist86CanShow() {
		this.forms.forEach((id, form) -> {
			assertThat(form.path("schemaVersion").asInt()).as(id).isEqualTo(16);
			assertThat(form.path("executionPlatform").asString()).isEqualTo("Camunda Cloud");
			assertThat(form.path("executionPlatformVersion").asString()).isEqualTo("8.6.0");
			assertThat(components(form).map((component) -> component.path("type").asString()).toList()).as(id)
				.isSubsetOf(FORM_ELEMENTS);
			assertThat(components(form).map((component) -> component.path("id").asString()).toList()).as(id)
				.doesNotHaveDuplicates()
				.doesNotContain("");
		});
	}

	@Test
	void whatAPersonReadsInAFormIsFrenchAndEnglish() {
		this.forms.forEach((id, form) -> components(form).forEach((component) -> {
			for (String property : List.of("label", "dateLabel", "description", "text", "content")) {
				String text = component.path(property).asString("");
				String fixed = text.replaceAll("\\{\\{.*?}}", "").replaceAll("<[^>]*>|\\\\n", "");
				assertThat(fixed.chars().filter(Character::isLetter).count())
					.as("%s: fixed words in %s of %s", id, property, component.path("id"))
					.isZero();
				Matcher choice = Pattern.compile("\\{\\{if language.*?}}").matcher(text);
				while (choice.find()) {
					assertThat(choice.group()).matches("\\{\\{if language = \"fr\" then \"[^\"]+\" else \"[^\"]+\"}}");
				}
			}
			for (String property : List.of("valuesExpression", "columnsExpression")) {
				String options = component.path(property).asString("");
				if (!options.isEmpty() && !options.startsWith("=brief.")) {
					Matcher values = Pattern.compile("(?:value|key): (\"[^\"]*\"|\\d+)").matcher(options);
					List<String> found = values.results().map((value) -> value.group(1)).toList();
					assertThat(options).startsWith("=if language = \"fr\" then [").contains("] else [");
					assertThat(found.subList(0, found.size() / 2)).as(id + " " + component.path("id"))
						.isNotEmpty()
						.isEqualTo(found.subList(found.size() / 2, found.size()));
				}
			}
			assertThat(component.path("values").isMissingNode()).isTrue();
		}));
	}

	@Test
	void nothingIsNewerThanCamunda86() {
		this.processes.forEach((model) -> {
			Element definitions = model.document().getDocumentElement();
			assertThat(definitions.getAttributeNS(MODELER, "executionPlatform")).isEqualTo("Camunda Cloud");
			assertThat(definitions.getAttributeNS(MODELER, "executionPlatformVersion")).isEqualTo("8.6.0");
			assertThat(all(definitions).map(Element::getLocalName)).doesNotContain("taskListeners", "adHocSubProcess",
					"conditionalEventDefinition", "linkedResources");
		});
	}

	@Test
	void everyProcessHasAPageThatNamesItsTasks() throws IOException {
		for (Model model : this.processes) {
			Path page = Path.of("docs/processes", model.id() + ".md");
			assertThat(page).exists();
			String text = Files.readString(page);
			assertThat(text).contains("(" + model.id() + ".svg)");
			assertThat(Stream.of("userTask", "serviceTask", "receiveTask", "businessRuleTask", "callActivity")
				.flatMap((name) -> model.elements(BPMN, name))
				.map((task) -> "`" + task.getAttribute("id") + "`")
				.filter((id) -> !text.contains(id))).as(page.toString()).isEmpty();
		}
	}

	private Stream<Element> elements(String name) {
		return this.processes.stream().flatMap((model) -> model.elements(BPMN, name));
	}

	private Stream<Element> zeebe(String name) {
		return this.processes.stream().flatMap((model) -> model.elements(ZEEBE, name));
	}

	private Set<String> values(String element, String attribute) {
		return zeebe(element).map((found) -> found.getAttribute(attribute)).collect(Collectors.toSet());
	}

	private static String shown(Element task, String fields) {
		return task.getAttribute("id") + " " + fields;
	}

	private static String field(JsonNode component) {
		return component.path("key").asString(component.path("path").asString(""));
	}

	private static String pascal(String kebab) {
		return Stream.of(kebab.split("-"))
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
	}

	private static JsonNode property(JsonNode template, String type, String by, String name) {
		return template.path("properties")
			.valueStream()
			.filter((property) -> property.path("binding").path("type").asString().equals(type)
					&& property.path("binding").path(by).asString("").equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError(template.path("id") + " has no " + type + " " + name));
	}

	private static Set<String> names(JsonNode list) {
		return list.valueStream().map((item) -> item.path("name").asString()).collect(Collectors.toSet());
	}

	/** Variables other than those which only workers and forms read. */
	private static Set<String> routed(JsonNode register) {
		Set<String> names = names(register.path("variables"));
		names.removeAll(Set.of("risk", "contractValue", "revision", "sha256", "clauseProfile", "actionIds"));
		return names;
	}

	private static Stream<Element> all(Element root) {
		return Stream.concat(Stream.of(root), Model.children(root, "*", "*"));
	}

	private static Stream<JsonNode> components(JsonNode parent) {
		return parent.path("components")
			.valueStream()
			.flatMap((component) -> Stream.concat(Stream.of(component), components(component)));
	}

	private static List<String> texts(JsonNode node) {
		List<String> texts = new ArrayList<>();
		node.propertyStream().filter((property) -> !property.getKey().equals("components")).forEach((property) -> {
			if (property.getValue().isString()) {
				texts.add(property.getValue().asString());
			}
			else if (property.getValue().isObject()) {
				texts.addAll(texts(property.getValue()));
			}
		});
		return texts;
	}

	private static Map<String, JsonNode> forms() {
		return read(Models::forms, ".form");
	}

	private static Map<String, JsonNode> templates() {
		return read(Models::elementTemplates, ".json");
	}

	private static Map<String, JsonNode> read(Model.Listing source, String suffix) {
		try {
			Map<String, JsonNode> files = new TreeMap<>();
			for (Path file : source.list()) {
				files.put(file.getFileName().toString().replace(suffix, ""), json.readTree(file));
			}
			return files;
		}
		catch (IOException ex) {
			throw new IllegalStateException("The models can't be read", ex);
		}
	}

}
