package org.binome.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.planning.Plan.LaunchNote;
import org.binome.planning.PlannedAction.Side;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The plans of all partnerships; each partnership's latest plan counts.
 */
@Repository
public class Plans {

	private static final Duration CALENDAR_VALIDITY = Duration.ofDays(3 * 365);

	private final JdbcClient jdbc;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final PlanTemplates templates;

	private final SignedLinks links;

	Plans(JdbcClient jdbc, Partnerships partnerships, Organisations organisations, PlanTemplates templates,
			SignedLinks links) {
		this.jdbc = jdbc;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.templates = templates;
		this.links = links;
	}

	public Optional<Plan> current(UUID partnershipId) {
		return this.jdbc.sql("select * from plan where partnership_id = ? order by revision desc limit 1")
			.param(partnershipId)
			.query(Plans::plan)
			.optional();
	}

	/** The actions of the current plan by date, those without a date last. */
	public List<PlannedAction> actions(UUID partnershipId) {
		return actions(partnershipId, "not a.removed");
	}

	/** The mandatory actions somebody took out of the current plan. */
	public List<PlannedAction> removedMandatory(UUID partnershipId) {
		return actions(partnershipId, "a.removed and a.mandatory");
	}

	/** The action of this id, if it belongs to the partnership. */
	public Optional<PlannedAction> action(UUID partnershipId, UUID actionId) {
		return this.jdbc.sql("""
				select a.* from planned_action a join plan p on p.id = a.plan_id
				where p.partnership_id = ? and a.id = ?""")
			.params(partnershipId, actionId)
			.query(Plans::action)
			.optional();
	}

	/**
	 * The plan as an iCalendar feed (RFC 5545) in our language.
	 */
	public String calendar(UUID partnershipId) {
		String language = this.jdbc
			.sql("select g.language from programme g join partnership p on p.programme_id = g.id where p.id = ?")
			.param(partnershipId)
			.query(String.class)
			.single();
		return calendar(partnershipId, language);
	}

	/**
	 * The plan as an iCalendar feed in the partner's language, for a calendar program
	 * that comes by with the partner's link again and again.
	 * @throws InvalidLink if the link was given for something else
	 */
	public String calendar(SignedLink link) {
		if (!"calendar".equals(link.purpose())) {
			throw new InvalidLink(InvalidLink.Reason.UNKNOWN);
		}
		Partnership partnership = this.partnerships.get(link.partnershipId());
		return calendar(partnership.id(), this.organisations.get(partnership.organisationId()).language());
	}

	/** The address of the feed; whoever has it can read the plan, nothing else. */
	public String calendarUrl(UUID partnershipId) {
		SignedLink link = this.links.issue("calendar", partnershipId, this.partnerships.get(partnershipId).contactId(),
				null, "calendar:" + partnershipId, CALENDAR_VALIDITY);
		return link.url().replaceFirst("/p/([^/]+)$", "/calendar/$1.ics");
	}

	/** An action's name in a language: the template's, unless somebody has changed it. */
	public String name(Partnership partnership, PlannedAction action, String language) {
		return Optional.ofNullable(action.templateKey())
			.flatMap((key) -> this.templates.step(partnership.type(), key))
			.filter((step) -> action.name().equals(step.french()) || action.name().equals(step.english()))
			.map((step) -> step.name(language))
			.orElse(action.name());
	}

	private String calendar(UUID partnershipId, String language) {
		Partnership partnership = this.partnerships.get(partnershipId);
		String partner = this.organisations.get(partnership.organisationId()).name();
		Feed feed = new Feed(partnershipId, partner, language);
		this.jdbc.sql("""
				select a.* from planned_action a join plan p on p.id = a.plan_id
				where p.partnership_id = :partnership and not a.removed and a.due_on is not null
				and p.revision = (select max(revision) from plan where partnership_id = :partnership)
				order by a.due_on, a.position, a.id""").param("partnership", partnershipId).query((row, number) -> {
			PlannedAction action = action(row, number);
			feed.add(action, name(partnership, action, language), row.getTimestamp("changed_at").toInstant());
			return action;
		}).list();
		return feed.text();
	}

	private List<PlannedAction> actions(UUID partnershipId, String which) {
		return this.jdbc.sql("""
				select a.* from planned_action a join plan p on p.id = a.plan_id
				where p.partnership_id = :partnership and (%s)
				and p.revision = (select max(revision) from plan where partnership_id = :partnership)
				order by a.due_on nulls last, a.position, a.id""".formatted(which))
			.param("partnership", partnershipId)
			.query(Plans::action)
			.list();
	}

	private static Plan plan(ResultSet row, int number) throws SQLException {
		String note = row.getString("launch_note");
		return new Plan(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("revision"), row.getObject("launch_on", LocalDate.class), row.getString("our_country"),
				row.getString("partner_country"), (note != null) ? LaunchNote.valueOf(note) : null,
				row.getTimestamp("built_at").toInstant());
	}

	private static PlannedAction action(ResultSet row, int number) throws SQLException {
		return new PlannedAction(row.getObject("id", UUID.class), row.getString("name"),
				row.getObject("due_on", LocalDate.class), row.getString("owner"), row.getString("state"),
				row.getString("template_key"), Side.valueOf(row.getString("side")), row.getBoolean("mandatory"),
				row.getBoolean("squeezed"), row.getString("note"));
	}

}
