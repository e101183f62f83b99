package org.binome.planning;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlanTemplatesTests {

	@ParameterizedTest
	@ValueSource(strings = { "marketing", "reseller" })
	void pla06EachTypeOfPartnershipHasATemplateThatEndsWithTheLaunch(String type) {
		PlanTemplate template = new PlanTemplates().of(type);
		assertThat(template.type()).isEqualTo(type);
		assertThat(template.steps().getLast().key()).isEqualTo(PlanTemplate.LAUNCH);
		assertThat(template.steps()).allSatisfy((step) -> {
			assertThat(step.french()).isNotBlank();
			assertThat(step.english()).isNotBlank();
		});
	}

	@Test
	void aMistakeInATemplateIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> PlanTemplates.parse("x", Map.of()))
			.withMessageContaining("steps");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlanTemplates.parse("x",
					Map.of("steps", List.of(Map.of("key", "a", "before", 3, "side", "nobody", "fr", "a", "en", "a")))))
			.withMessageContaining("'a'")
			.withMessageContaining("side");
		assertThatIllegalArgumentException().isThrownBy(() -> PlanTemplates.parse("x", Map.of("steps", List.of())))
			.withMessageContaining("launch");
	}

}
