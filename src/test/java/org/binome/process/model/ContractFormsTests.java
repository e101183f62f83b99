package org.binome.process.model;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.relationship.TermSheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binome.process.model.Model.ZEEBE;

/**
 * What people can enter while a contract is drawn up.
 */
class ContractFormsTests {

	@Test
	void con08NoFormOfTheContractTakesACommercialTerm() throws Exception {
		Set<String> terms = Stream.of(TermSheet.class.getRecordComponents())
			.map(RecordComponent::getName)
			.filter((name) -> !Set.of("id", "revision").contains(name))
			.collect(Collectors.toSet());
		Set<String> entered = new TreeSet<>();
		for (Model model : Model.processes()) {
			if (Set.of("contract", "read-back").contains(model.id())) {
				for (String form : model.elements(ZEEBE, "formDefinition")
					.map((definition) -> definition.getAttribute("formId"))
					.toList()) {
					fields(new JsonMapper().readTree(Models.ROOT.resolve("forms/" + form + ".form")), entered);
				}
			}
		}
		assertThat(entered).contains("partnerAddress", "sentence", "variant").doesNotContainAnyElementsOf(terms);
	}

	private static void fields(JsonNode parent, Set<String> found) {
		parent.path("components").forEach((component) -> {
			found.add(component.path("key").asString(component.path("path").asString("")));
			fields(component, found);
		});
	}

}
