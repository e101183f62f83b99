package org.binome.portal;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.gate.Evaluation;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.OverrideRefused;
import org.binome.gate.Overrides;
import org.binome.gate.Subject;
import org.binome.gate.Subjects;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets a sponsor or administrator let a held gate pass, for a reason everybody can read.
 */
@Controller
@RequestMapping("/gates/{subjectId}/{gate}/override")
@PreAuthorize("hasAnyRole('SPONSOR', 'ADMIN')")
class GateOverridePage {

	private final Gates gates;

	private final Overrides overrides;

	private final Subjects subjects;

	GateOverridePage(Gates gates, Overrides overrides, Subjects subjects) {
		this.gates = gates;
		this.overrides = overrides;
		this.subjects = subjects;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID subjectId, @PathVariable String gate, Principal user, Locale locale) {
		Evaluation evaluation = evaluation(subjectId, gate);
		String obstacle = this.overrides.obstacle(subjectId, evaluation.gate(), user.getName())
			.map((refused) -> refused.text(locale.getLanguage()))
			.orElse("");
		return page(evaluation, obstacle, Map.of(), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView override(@PathVariable UUID subjectId, @PathVariable String gate,
			@RequestParam(defaultValue = "") String reason, Principal user, Locale locale) {
		Evaluation evaluation = evaluation(subjectId, gate);
		try {
			this.overrides.override(subjectId, evaluation.gate(), user.getName(), reason);
			return new ModelAndView("redirect:" + this.subjects.get(subjectId).path());
		}
		catch (OverrideRefused ex) {
			return page(evaluation, "", Map.of("reason", reason), Map.of("reason", ex.text(locale.getLanguage())),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private Evaluation evaluation(UUID subjectId, String gate) {
		List<Evaluation> latest = this.gates.latest(subjectId);
		return latest.stream()
			.filter((evaluation) -> evaluation.gate().id().equals(gate))
			.findFirst()
			.orElseThrow(() -> new NothingHere("The gate " + gate + " was never asked about " + subjectId));
	}

	private ModelAndView page(Evaluation evaluation, String obstacle, Map<String, String> form,
			Map<String, String> errors, HttpStatus status) {
		Subject subject = this.subjects.get(evaluation.subject());
		Gate gate = evaluation.gate();
		return new ModelAndView("gate-override", Map.of("subject", subject, "path", subject.path(), "gate", gate,
				"evaluation", evaluation, "obstacle", obstacle, "form", form, "errors", errors), status);
	}

}
