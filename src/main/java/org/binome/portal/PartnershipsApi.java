package org.binome.portal;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.binome.contract.Amendments;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.decision.Timeline;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetails;
import org.binome.partner.Partnership;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.binome.planning.Change;
import org.binome.planning.Changes;
import org.binome.planning.Changes.Improvisation;
import org.binome.planning.Plan;
import org.binome.planning.Plans;
import org.binome.portal.ApiModel.ActionView;
import org.binome.portal.ApiModel.AmendmentView;
import org.binome.portal.ApiModel.ContactDetailView;
import org.binome.portal.ApiModel.EventView;
import org.binome.portal.ApiModel.FindingView;
import org.binome.portal.ApiModel.GateView;
import org.binome.portal.ApiModel.MetricView;
import org.binome.portal.ApiModel.Money;
import org.binome.portal.ApiModel.NewAmendmentRequest;
import org.binome.portal.ApiModel.NewReadingRequest;
import org.binome.portal.ApiModel.PartnershipSummary;
import org.binome.portal.ApiModel.PartnershipView;
import org.binome.portal.ApiModel.PlanChangeView;
import org.binome.portal.ApiModel.PlanView;
import org.binome.portal.ApiModel.ReadingView;
import org.binome.portal.ApiModel.TaskView;
import org.binome.portal.ApiModel.TermsView;
import org.binome.portal.Pipeline.Entry;
import org.binome.portal.Pipeline.Filter;
import org.binome.relationship.TermSheetRevision;
import org.binome.relationship.TermSheets;
import org.binome.relationship.Terms;
import org.binome.tracking.Metrics;
import org.binome.tracking.Reading;
import org.binome.tracking.Reading.Source;
import org.binome.tracking.Readings;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Partnerships, their plans and figures for other programs.
 */
@RestController
@RequestMapping(path = "/api/partnerships", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Partnerships", description = "Follow partnerships, their plans and figures")
class PartnershipsApi {

	private final Pipeline pipeline;

	private final Partnerships partnerships;

	private final WaitingTasks waiting;

	private final Gates gates;

	private final TermSheets termSheets;

	private final Contracts contracts;

	private final Amendments amendments;

	private final Plans plans;

	private final Changes changes;

	private final Metrics metrics;

	private final Readings readings;

	private final Timeline timeline;

	private final ContactDetails details;

	private final Clock clock;

	PartnershipsApi(Pipeline pipeline, Partnerships partnerships, WaitingTasks waiting, Gates gates,
			TermSheets termSheets, Contracts contracts, Amendments amendments, Plans plans, Changes changes,
			Metrics metrics, Readings readings, Timeline timeline, ContactDetails details, Clock clock) {
		this.pipeline = pipeline;
		this.partnerships = partnerships;
		this.waiting = waiting;
		this.gates = gates;
		this.termSheets = termSheets;
		this.contracts = contracts;
		this.amendments = amendments;
		this.plans = plans;
		this.changes = changes;
		this.metrics = metrics;
		this.readings = readings;
		this.timeline = timeline;
		this.details = details;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List partnerships", description = "Those longest in their stage first.")
	List<PartnershipSummary> list(
			@Parameter(description = "Only those in this stage") @RequestParam(required = false) Stage stage,
			@Parameter(description = "Only those in this state") @RequestParam(required = false) State state,
			@Parameter(description = "Only those of this programme") @RequestParam(required = false) UUID programme) {
		return this.pipeline.find(new Filter(stage, state, programme))
			.stream()
			.map((entry) -> new PartnershipSummary(entry.id(), entry.partner(), entry.programmeId(), entry.programme(),
					entry.type(), entry.owner(), entry.stage().name(), entry.state().name(), entry.since(),
					entry.held().stream().map(Gate::id).toList()))
			.toList();
	}

	@GetMapping("/{id}")
	@Operation(summary = "Read a partnership",
			description = "With open tasks, the latest evaluation of each gate and the timeline.")
	PartnershipView get(@PathVariable UUID id, Locale locale) {
		Partnership partnership = this.partnerships.get(id);
		Entry entry = this.pipeline.find(id).orElseThrow();
		return new PartnershipView(id, entry.partner(), entry.programmeId(), entry.programme(), entry.type(),
				entry.owner(), entry.stage().name(), entry.state().name(), entry.since(), partnership.createdAt(),
				partnership.activatedAt(), partnership.closedAt(), partnership.closingReason(),
				this.contracts.inForce(id).or(() -> this.contracts.ofPartnership(id)).map(Contract::id).orElse(null),
				tasks(partnership), gates(id, locale.getLanguage()),
				this.termSheets.latest(id).map(PartnershipsApi::terms).orElse(null),
				this.timeline.of(id)
					.stream()
					.map((event) -> new EventView(event.at(), event.kind(), event.actor(),
							event.text(locale.getLanguage())))
					.toList());
	}

	@GetMapping("/{id}/plan")
	@Operation(summary = "Read the plan",
			description = "The current plan, how much of it has changed, and the changes asked for; 404 before there is one.")
	PlanView plan(@PathVariable UUID id) {
		this.partnerships.get(id);
		Plan plan = this.plans.current(id)
			.orElseThrow(() -> new NothingHere("The partnership " + id + " has no plan yet"));
		return new PlanView(plan.revision(), plan.launchOn(),
				this.plans.actions(id)
					.stream()
					.map((action) -> new ActionView(action.id(), action.name(), action.dueOn(), action.owner(),
							action.side().name(), action.state(), action.note()))
					.toList(),
				this.changes.improvisation(id).map(Improvisation::percent).orElse(null),
				this.changes.of(id).stream().map(PartnershipsApi::change).toList());
	}

	@GetMapping("/{id}/metrics")
	@Operation(summary = "Read the figures", description = "The metrics agreed, decisive ones first, with readings.")
	List<MetricView> metrics(@PathVariable UUID id) {
		this.partnerships.get(id);
		Map<UUID, List<ReadingView>> figures = this.readings.of(id)
			.stream()
			.map(PartnershipsApi::reading)
			.collect(Collectors.groupingBy(ReadingView::metricId));
		return this.metrics.of(id)
			.stream()
			.map((metric) -> new MetricView(metric.id(), metric.objectiveId(), metric.name(), metric.kind(),
					metric.decisive(), metric.target(), metric.unit(), metric.owner(), metric.offTarget(),
					figures.getOrDefault(metric.id(), List.of())))
			.toList();
	}

	@PostMapping(path = "/{id}/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('MANAGER')")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Record a figure", description = """
			The same figure again changes nothing; another one for the same day corrects it. Once every decisive \
			metric has a figure in the current period, the process goes on.""")
	ReadingView record(@PathVariable UUID id, @Valid @RequestBody NewReadingRequest request, Principal user) {
		this.partnerships.get(id);
		return reading(this.readings.record(id, request.metricId(), request.value(), request.on(), user.getName(),
				Source.API));
	}

	@PostMapping(path = "/{id}/amendment", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('MANAGER')")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Amend the contract", description = """
			New terms are written and put to all parties; the contract stays in force until the amendment is signed. \
			While one is under way, asking again gives that one; 409 when no contract is in force.""")
	AmendmentView amend(@PathVariable UUID id, @Valid @RequestBody NewAmendmentRequest request, Principal user) {
		Contract amendment = this.amendments.ask(id, request.reason().strip(), user.getName());
		return new AmendmentView(amendment.id(), amendment.reference(), amendment.amendment(), amendment.amends());
	}

	@GetMapping("/{id}/contact")
	@Operation(summary = "Read how the contact is reached",
			description = "What kind of address, where it comes from, and any consent; 404 while nobody has said.")
	ContactDetailView contact(@PathVariable UUID id) {
		return this.details.of(this.partnerships.get(id).contactId())
			.map((detail) -> new ContactDetailView(detail.channel(), detail.obtainedFrom(), detail.consentedOn(),
					detail.consentNote()))
			.orElseThrow(() -> new NothingHere("Nobody has said yet how the contact of " + id + " is reached"));
	}

	@PutMapping(path = "/{id}/contact", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('MANAGER')")
	@Operation(summary = "Say how the contact is reached", description = """
			The gate contact-window judges it just before a message is sent; earlier entries stay as evidence. \
			The same again changes nothing.""")
	ContactDetailView contact(@PathVariable UUID id, @Valid @RequestBody ContactDetailView request, Principal user) {
		UUID contact = this.partnerships.get(id).contactId();
		if (request.consentedOn() != null && request.consentedOn().isAfter(LocalDate.now(this.clock))) {
			throw new InvalidField("consentedOn", "A consent can't be in the future; it was " + request.consentedOn());
		}
		this.details.record(contact, "api:" + UUID.randomUUID(),
				new ContactDetail(request.channel(), request.obtainedFrom().strip(), request.consentedOn(),
						(request.consentNote() != null) ? request.consentNote().strip() : ""),
				user.getName());
		return contact(id);
	}

	private List<TaskView> tasks(Partnership partnership) {
		return this.waiting.of(partnership)
			.map((tasks) -> tasks.stream()
				.map((task) -> new TaskView(task.taskKey(), task.elementId(), task.name(), task.assignee(),
						task.groups(), task.createdAt(), task.dueAt(), task.link().toString()))
				.toList())
			.orElse(null);
	}

	private List<GateView> gates(UUID id, String language) {
		return this.gates.latest(id)
			.stream()
			.map((evaluation) -> new GateView(evaluation.gate().id(), evaluation.held(), evaluation.mode().name(),
					evaluation.letThrough(), evaluation.at(),
					evaluation.findings()
						.stream()
						.map((finding) -> new FindingView(finding.rule(), finding.text(language),
								finding.remedy(language)))
						.toList()))
			.toList();
	}

	private static PlanChangeView change(Change change) {
		Change.Wish wish = change.wish();
		return new PlanChangeView(change.id(), change.actionId(), change.action(), change.state().name(),
				wish.givenUp(), wish.name(), wish.dueOn(), wish.owner(), wish.necessity(), wish.impact(),
				change.requestedBy(), change.refusal(), change.openedAt());
	}

	private static TermsView terms(TermSheetRevision revision) {
		Terms terms = revision.terms();
		return new TermsView(revision.revision(), revision.accepted(), terms.kind(),
				Optional.ofNullable(terms.valueMinor()).map((minor) -> new Money(minor, terms.currency())).orElse(null),
				terms.durationMonths(), terms.noticeDays(), terms.launchOn());
	}

	private static ReadingView reading(Reading reading) {
		Instant at = reading.at();
		return new ReadingView(reading.metricId(), reading.on(), reading.value(), reading.revision(), reading.by(), at);
	}

}
