package org.binome.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.binome.planning.PlanTemplate.Step;
import org.binome.planning.PlannedAction.Side;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The plan templates, one per type of partnership. A mistake in one stops the start, with
 * the file and the step.
 */
@Component
class PlanTemplates {

	private final Map<String, PlanTemplate> templates = Map.of("marketing", read("marketing"), "reseller",
			read("reseller"));

	/** The template for a type of partnership, or the one for marketing. */
	PlanTemplate of(String type) {
		return this.templates.getOrDefault(type, this.templates.get("marketing"));
	}

	/** The step of this key, in whatever template. */
	Optional<Step> step(String type, String key) {
		return of(type).steps().stream().filter((step) -> step.key().equals(key)).findFirst();
	}

	private static PlanTemplate read(String type) {
		ClassPathResource file = new ClassPathResource("templates/plans/" + type + ".yaml");
		try (InputStream stream = file.getInputStream()) {
			return parse(type, new Yaml(new SafeConstructor(new LoaderOptions())).load(stream));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The plan template " + file.getPath() + " can't be read", ex);
		}
		catch (YAMLException | IllegalArgumentException ex) {
			throw new IllegalArgumentException("The plan template " + file.getPath() + ": " + ex.getMessage(), ex);
		}
	}

	static PlanTemplate parse(String type, Object content) {
		if (!(content instanceof Map<?, ?> map) || !(map.get("steps") instanceof List<?> list)) {
			throw new IllegalArgumentException("needs a list 'steps'");
		}
		var steps = new ArrayList<Step>();
		var keys = new HashSet<String>();
		for (Object entry : list) {
			Step step = step(entry);
			if (!keys.add(step.key())) {
				throw new IllegalArgumentException("has two steps '" + step.key() + "'");
			}
			steps.add(step);
		}
		if (steps.stream().noneMatch((step) -> step.key().equals(PlanTemplate.LAUNCH) && step.before() == 0)) {
			throw new IllegalArgumentException("needs a step 'launch' with before: 0");
		}
		return new PlanTemplate(type, steps);
	}

	private static Step step(Object entry) {
		if (!(entry instanceof Map<?, ?> fields) || !(fields.get("key") instanceof String key)) {
			throw new IllegalArgumentException("has a step without a key: " + entry);
		}
		if (!(fields.get("before") instanceof Integer before) || before < 0 || before > 500) {
			throw new IllegalArgumentException("step '" + key + "' needs 'before', from 0 to 500 working days");
		}
		if (!(fields.get("fr") instanceof String french) || !(fields.get("en") instanceof String english)) {
			throw new IllegalArgumentException("step '" + key + "' needs its names 'fr' and 'en'");
		}
		String side = String.valueOf(fields.get("side")).toUpperCase(Locale.ROOT);
		if (!List.of("OURS", "THEIRS", "BOTH").contains(side)) {
			throw new IllegalArgumentException("step '" + key + "' needs 'side': ours, theirs or both");
		}
		return new Step(key, before, Side.valueOf(side), Boolean.TRUE.equals(fields.get("mandatory")), french, english);
	}

}
