package org.binome.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.account.Accounts;
import org.binome.decision.Timeline;
import org.binome.gate.Gates;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.binome.planning.ChangeText;
import org.binome.planning.Changes;
import org.binome.planning.Plans;
import org.binome.prospecting.Programmes;
import org.binome.relationship.Governance;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pairs;
import org.binome.relationship.Pillars;
import org.binome.tracking.Metric;
import org.binome.tracking.Metrics;
import org.binome.tracking.Reading;
import org.binome.tracking.Readings;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * All there is to know of one partnership: what comes next, what holds it, what happened.
 */
@Controller
class PartnershipPage {

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Programmes programmes;

	private final Accounts accounts;

	private final WaitingTasks waiting;

	private final Gates gates;

	private final Pairs pairs;

	private final Governance governance;

	private final Pillars pillars;

	private final Objectives objectives;

	private final Documents documents;

	private final Plans plans;

	private final Changes changes;

	private final ChangeText changeText;

	private final Metrics metrics;

	private final Readings readings;

	private final Timeline timeline;

	PartnershipPage(Partnerships partnerships, Organisations organisations, Programmes programmes, Accounts accounts,
			WaitingTasks waiting, Gates gates, Pairs pairs, Governance governance, Pillars pillars,
			Objectives objectives, Documents documents, Plans plans, Changes changes, ChangeText changeText,
			Metrics metrics, Readings readings, Timeline timeline) {
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.programmes = programmes;
		this.accounts = accounts;
		this.waiting = waiting;
		this.gates = gates;
		this.pairs = pairs;
		this.governance = governance;
		this.pillars = pillars;
		this.objectives = objectives;
		this.documents = documents;
		this.plans = plans;
		this.changes = changes;
		this.changeText = changeText;
		this.metrics = metrics;
		this.readings = readings;
		this.timeline = timeline;
	}

	@GetMapping("/partnerships/{id}")
	String show(@PathVariable UUID id, Model model) {
		Partnership partnership = this.partnerships.get(id);
		model.addAttribute("partnership", partnership);
		model.addAttribute("organisation", this.organisations.get(partnership.organisationId()));
		model.addAttribute("contact", this.organisations.person(partnership.contactId()));
		model.addAttribute("programme", this.programmes.get(partnership.programmeId()));
		model.addAttribute("owner", this.accounts.nameOf(partnership.owner()));
		model.addAttribute("steps", steps(partnership));
		model.addAttribute("waiting", this.waiting.of(partnership).orElse(null));
		model.addAttribute("evaluations", this.gates.latest(id));
		this.pairs.current(id).ifPresent((pair) -> {
			model.addAttribute("pair", pair);
			model.addAttribute("ourPerson", this.accounts.nameOf(pair.ourAccount()));
		});
		model.addAttribute("seats", this.governance.matrix(id).seats());
		model.addAttribute("pillarsAgain", this.pillars.mayBeAskedAgain(id));
		model.addAttribute("project", this.objectives.commonProject(id));
		model.addAttribute("objectives", this.objectives.of(id));
		model.addAttribute("documents", this.documents.of(id));
		this.plans.current(id).ifPresent((plan) -> {
			model.addAttribute("plan", plan);
			model.addAttribute("calendar", this.plans.calendarUrl(id));
		});
		model.addAttribute("actions", this.plans.actions(id));
		this.changes.improvisation(id).ifPresent((share) -> model.addAttribute("improvisation", share));
		model.addAttribute("changes", this.changes.of(id));
		model.addAttribute("changeText", this.changeText);
		model.addAttribute("owners", names());
		model.addAttribute("metrics", followed(id));
		model.addAttribute("timeline", this.timeline.of(id));
		return "partnership";
	}

	private List<Followed> followed(UUID id) {
		Map<UUID, List<Reading>> byMetric = this.readings.of(id)
			.stream()
			.collect(Collectors.groupingBy(Reading::metricId));
		return this.metrics.of(id)
			.stream()
			.map((metric) -> new Followed(metric, byMetric.getOrDefault(metric.id(), List.of())))
			.toList();
	}

	private Map<String, String> names() {
		return this.accounts.accounts()
			.stream()
			.collect(Collectors.toMap((account) -> account.username(), (account) -> account.name()));
	}

	private static List<Step> steps(Partnership partnership) {
		return Arrays.stream(Stage.values()).map((stage) -> {
			int distance = stage.compareTo(partnership.stage());
			boolean over = partnership.state() == State.CLOSED;
			return new Step(stage, (distance < 0) ? "done" : (distance > 0) ? "" : over ? "over" : "now");
		}).toList();
	}

	/**
	 * A stage on the way.
	 *
	 * @param progress "done", "now", "over" where it ended, or empty
	 */
	public record Step(Stage stage, String progress) {
	}

	/** A metric with its figures, the latest first. */
	public record Followed(Metric metric, List<Reading> readings) {
	}

}
