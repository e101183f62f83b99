package org.binome.planning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.binome.account.Company;
import org.binome.decision.Timeline;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.WorkingDays;
import org.binome.planning.Change.Wish;
import org.binome.planning.PlannedAction.Side;
import org.binome.planning.Retroplanning.Dated;
import org.binome.planning.Retroplanning.Schedule;
import org.binome.relationship.Pair;
import org.binome.relationship.Pairs;
import org.binome.relationship.TermSheet;
import org.binome.relationship.TermSheets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Builds plans, keeps what their review changes and what becomes of each action (PLA-01,
 * PLA-02).
 */
@Service
public class Planning {

	private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

	private final JdbcClient jdbc;

	private final Plans plans;

	private final PlanTemplates templates;

	private final TermSheets termSheets;

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Company company;

	private final Timeline timeline;

	private final Clock clock;

	Planning(JdbcClient jdbc, Plans plans, PlanTemplates templates, TermSheets termSheets, Pairs pairs,
			Partnerships partnerships, Organisations organisations, Company company, Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.templates = templates;
		this.termSheets = termSheets;
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.company = company;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Builds the plan backward from the launch in working days of both countries.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * gives the same plan
	 * @param launchOn the date entered, null for the one agreed in the terms
	 * @param partnerCountry ISO 3166-1 alpha-2, null or unknown for the organisation's
	 * @param language "fr" or "en": the names of the actions
	 */
	@Transactional
	public Plan build(UUID partnershipId, long entryKey, LocalDate launchOn, String partnerCountry, String language) {
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		String country = (partnerCountry != null && partnerCountry.matches("[A-Za-z]{2}")) ? partnerCountry
				: organisation.country();
		LocalDate wished = Optional.ofNullable(launchOn)
			.or(() -> this.termSheets.accepted(partnershipId).map(TermSheet::launchOn))
			.orElse(null);
		Schedule schedule = Retroplanning.schedule(this.templates.of(partnership.type()), wished,
				LocalDate.now(this.clock), WorkingDays.of(this.company.country(), country));
		int rows = this.jdbc.sql("""
				insert into plan (id, partnership_id, revision, entry_key, launch_on, our_country, partner_country,
					launch_note)
				select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ?, ? from plan where partnership_id = ?
				on conflict (partnership_id, entry_key) do nothing""")
			.params(UUID.randomUUID(), partnershipId, entryKey, schedule.launch(), this.company.country(), country,
					(schedule.note() != null) ? schedule.note().name() : null, partnershipId)
			.update();
		Plan plan = this.plans.current(partnershipId).orElseThrow();
		if (rows > 0) {
			insert(plan, schedule, partnership, language);
			this.timeline.note(partnershipId, "plan:" + plan.id(), "plan", partnership.owner(),
					"Rétroplanning établi : %d actions jusqu’au lancement du %s.".formatted(schedule.steps().size(),
							plan.launchOn()),
					"Backward plan made: %d actions up to the launch on %s.".formatted(schedule.steps().size(),
							plan.launchOn()));
		}
		return plan;
	}

	/**
	 * Keeps the plan as reviewed: rows changed, added, and those missing taken out. The
	 * date of the launch action is the launch. The same again changes nothing.
	 * @param entryKey tells one completion of the task from the next
	 * @return the actions to be carried out, each with the end of its day
	 */
	@Transactional
	public List<DueAction> review(UUID partnershipId, long entryKey, List<Row> rows) {
		Plan plan = this.plans.current(partnershipId)
			.orElseThrow(() -> new IllegalStateException(
					"The partnership " + partnershipId + " has no plan yet; build one before its review"));
		Set<UUID> kept = new HashSet<>();
		int position = 0;
		for (Row row : rows) {
			UUID id = (row.id() != null && belongs(plan, row.id())) ? row.id() : added(plan, entryKey, position);
			if (kept.add(id)) {
				keep(plan, id, position, row);
			}
			position++;
		}
		for (PlannedAction action : this.plans.actions(partnershipId)) {
			if (!kept.contains(action.id())) {
				this.jdbc.sql("update planned_action set removed = true, changed_at = clock_timestamp() where id = ?")
					.param(action.id())
					.update();
			}
		}
		this.jdbc.sql("""
				update plan set launch_on = a.due_on from planned_action a
				where plan.id = ? and a.plan_id = plan.id and a.template_key = ? and a.due_on is not null
				and not a.removed""").params(plan.id(), PlanTemplate.LAUNCH).update();
		this.timeline.note(partnershipId, "plan-review:" + plan.id() + ":" + entryKey, "plan",
				this.partnerships.get(partnershipId).owner(), "Plan relu : " + kept.size() + " actions.",
				"Plan reviewed: " + kept.size() + " actions.");
		return due(partnershipId);
	}

	/** The actions to be carried out, each with the end of its day in our zone. */
	public List<DueAction> due(UUID partnershipId) {
		LocalDate launch = this.plans.current(partnershipId).map(Plan::launchOn).orElseThrow();
		return this.plans.actions(partnershipId)
			.stream()
			.filter((action) -> "PLANNED".equals(action.state()))
			.map((action) -> new DueAction(action.id(), endOf((action.dueOn() != null) ? action.dueOn() : launch)))
			.toList();
	}

	private OffsetDateTime endOf(LocalDate day) {
		return day.atTime(END_OF_DAY).atZone(this.clock.getZone()).toOffsetDateTime();
	}

	/** When an action is due: the end of its day in our zone. */
	OffsetDateTime dueAt(UUID partnershipId, UUID actionId) {
		LocalDate due = this.plans.action(partnershipId, actionId).orElseThrow().dueOn();
		return endOf((due != null) ? due : this.plans.current(partnershipId).orElseThrow().launchOn());
	}

	/**
	 * Changes an action as both sides agreed (PLA-03); the day of the launch action is
	 * the launch.
	 */
	@Transactional
	void change(Change change) {
		Wish wish = change.wish();
		if (wish.givenUp()) {
			close(change.partnershipId(), change.actionId(), false, wish.necessity(), change.requestedBy());
			return;
		}
		this.jdbc.sql("""
				update planned_action set name = coalesce(:name, name), due_on = coalesce(:due::date, due_on),
					owner = coalesce(:owner, owner), squeezed = squeezed and :due::date is null,
					changed_at = clock_timestamp()
				where id = :id""")
			.param("name", wish.name())
			.param("due", wish.dueOn())
			.param("owner", wish.owner())
			.param("id", change.actionId())
			.update();
		this.jdbc.sql("""
				update plan set launch_on = a.due_on from planned_action a
				where a.id = ? and plan.id = a.plan_id and a.template_key = ? and a.due_on is not null""")
			.params(change.actionId(), PlanTemplate.LAUNCH)
			.update();
	}

	/**
	 * Notes that an action was done, or dropped. The first word stands.
	 * @param by user name
	 */
	@Transactional
	public void close(UUID partnershipId, UUID actionId, boolean done, String note, String by) {
		PlannedAction action = this.plans.action(partnershipId, actionId)
			.orElseThrow(() -> new IllegalArgumentException(
					"The plan of the partnership " + partnershipId + " has no action " + actionId));
		int rows = this.jdbc.sql("""
				update planned_action set state = ?, note = ?, closed_at = clock_timestamp(),
					changed_at = clock_timestamp()
				where id = ? and state = 'PLANNED'""").params(done ? "DONE" : "DROPPED", note, actionId).update();
		if (rows > 0) {
			String said = note.isBlank() ? "" : " – " + note;
			this.timeline.note(partnershipId, "action:" + actionId, "action", by,
					(done ? "Fait : " : "Abandonné : ") + action.name() + said,
					(done ? "Done: " : "Dropped: ") + action.name() + said);
		}
	}

	private void insert(Plan plan, Schedule schedule, Partnership partnership, String language) {
		int position = 0;
		for (Dated dated : schedule.steps()) {
			this.jdbc.sql("""
					insert into planned_action (id, plan_id, position, template_key, name, due_on, owner, side,
						mandatory, squeezed)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(UUID.randomUUID(), plan.id(), position++, dated.step().key(), dated.step().name(language),
						dated.dueOn(), owner(dated.step().side(), partnership), dated.step().side().name(),
						dated.step().mandatory(), dated.squeezed())
				.update();
		}
	}

	/** One person answers for each action; for common ones it is ours. */
	private String owner(Side side, Partnership partnership) {
		Optional<Pair> pair = this.pairs.current(partnership.id());
		if (side == Side.THEIRS) {
			Person contact = this.pairs.partnerPerson(partnership.id());
			return pair.map(Pair::partnerName).orElse(contact.name());
		}
		return pair.map(Pair::ourAccount).orElse(partnership.owner());
	}

	private void keep(Plan plan, UUID id, int position, Row row) {
		this.jdbc.sql("""
				insert into planned_action (id, plan_id, position, name, due_on, owner, side)
				values (:id, :plan, :position, :name, :due, :owner, 'OURS')
				on conflict (id) do update set position = excluded.position, name = excluded.name,
					squeezed = planned_action.squeezed and planned_action.due_on is not distinct from excluded.due_on,
					due_on = excluded.due_on, owner = excluded.owner, removed = false, changed_at = clock_timestamp()
				where (planned_action.position, planned_action.name, planned_action.owner, planned_action.removed)
						<> (excluded.position, excluded.name, excluded.owner, false)
					or planned_action.due_on is distinct from excluded.due_on""")
			.param("id", id)
			.param("plan", plan.id())
			.param("position", position)
			.param("name", row.name())
			.param("due", row.dueOn())
			.param("owner", row.owner())
			.update();
	}

	private boolean belongs(Plan plan, UUID id) {
		return this.jdbc.sql("select exists (select 1 from planned_action where id = ? and plan_id = ?)")
			.params(id, plan.id())
			.query(Boolean.class)
			.single();
	}

	/** The same row of the same completion is the same action when a job is retried. */
	private static UUID added(Plan plan, long entryKey, int position) {
		return UUID.nameUUIDFromBytes((plan.id() + ":" + entryKey + ":" + position).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * One row of the review.
	 *
	 * @param id null when added in the review
	 * @param dueOn null when no usable date was entered
	 */
	public record Row(UUID id, String name, LocalDate dueOn, String owner) {
	}

	/** An action and when it is due. */
	public record DueAction(UUID id, OffsetDateTime dueAt) {
	}

}
