package org.binome.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.binome.gate.ChangeControlPolicy;
import org.binome.gate.Finding;
import org.binome.gate.Verdict.Held;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.planning.Change.State;
import org.binome.planning.Change.Wish;
import org.binome.relationship.Pairs;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The changes asked for to plans, what both sides say of them, and what becomes of the
 * plan (PLA-03, PLA-04).
 */
@Repository
public class Changes {

	private static final String SELECT = """
			select c.*, a.template_key, ours.person as ours, ours.approved as ours_approved,
				partner.person as partner, partner.approved as partner_approved,
				coalesce((select reason from plan_change_answer where change_id = c.id and not approved
					order by id desc limit 1), '') as refusal
			from plan_change c join planned_action a on a.id = c.action_id
				left join lateral (select * from plan_change_answer where change_id = c.id and side = 'OURS'
					order by id desc limit 1) ours on true
				left join lateral (select * from plan_change_answer where change_id = c.id and side = 'PARTNER'
					order by id desc limit 1) partner on true
			""";

	private static final String SOMEBODY = "somebody";

	private final JdbcClient jdbc;

	private final Plans plans;

	private final Planning planning;

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final SignedLinks links;

	private final Organisations organisations;

	private final Accounts accounts;

	private final ChangeText text;

	private final Signals signals;

	private final Timeline timeline;

	private final Clock clock;

	Changes(JdbcClient jdbc, Plans plans, Planning planning, Pairs pairs, Partnerships partnerships, SignedLinks links,
			Organisations organisations, Accounts accounts, ChangeText text, Signals signals, Timeline timeline,
			Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.planning = planning;
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.links = links;
		this.organisations = organisations;
		this.accounts = accounts;
		this.text = text;
		this.signals = signals;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * The wish to change an action: a process of its own asks for its reasons. While one
	 * is under way for the same action, nothing is added.
	 * @param entryKey tells one completion of the action's task from the next; the same
	 * again changes nothing
	 * @param note what was said with it
	 * @param language in which our side works
	 */
	@Transactional
	public void open(UUID partnershipId, UUID actionId, long entryKey, String note, String language) {
		Partnership partnership = this.partnerships.get(partnershipId);
		this.jdbc.sql("""
				insert into plan_change (id, partnership_id, action_id, entry_key, action, due_on, owner, launch_on,
					necessity, opened_at)
				select :id, p.partnership_id, a.id, :key, a.name, a.due_on, a.owner, p.launch_on, :note, :now
				from planned_action a join plan p on p.id = a.plan_id
				where a.id = :action and p.partnership_id = :partnership and a.state = 'PLANNED'
				on conflict do nothing returning id""")
			.param("id", UUID.randomUUID())
			.param("key", entryKey)
			.param("note", note)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("action", actionId)
			.param("partnership", partnershipId)
			.query(UUID.class)
			.optional()
			.ifPresent((id) -> this.signals.send("plan-change-asked", id,
					Map.of("partnershipId", partnershipId.toString(), "programmeId",
							partnership.programmeId().toString(), "owner", partnership.owner(), "language", language,
							"changeId", id.toString())));
	}

	/**
	 * Keeps what was entered for a change that was wished for. With nothing lacking, it
	 * is asked for, and from then on stays as it is.
	 * @param by user name, as the engine tells it
	 */
	@Transactional
	public Change state(UUID changeId, Wish wish, String by) {
		Change change = get(changeId);
		if (change.state() == State.OPEN) {
			Wish real = differing(change, wish);
			this.jdbc.sql("""
					update plan_change set given_up = ?, new_name = ?, new_due_on = ?, new_owner = ?, necessity = ?,
						impact = ?, requested_by = ? where id = ?""")
				.params(real.givenUp(), real.name(), real.dueOn(), real.owner(), real.necessity(), real.impact(), by,
						changeId)
				.update();
			if (lacking(changeId).isEmpty()) {
				this.jdbc.sql("update plan_change set state = 'ASKED' where id = ?").param(changeId).update();
				note(get(changeId), "asked", by, "demandé – " + real.necessity(), "asked for – " + real.necessity());
			}
		}
		return get(changeId);
	}

	/** What a change that was wished for lacks to be asked for. */
	public List<Finding> lacking(UUID changeId) {
		Change change = get(changeId);
		List<Finding> findings = impossible(change);
		if (change.wish().nothing()) {
			findings.add(new Finding("PLA-03", "Rien ne change : ni la date, ni le responsable, ni l’intitulé.",
					"Nothing changes: neither the day, nor the owner, nor the words.",
					"Saisissez ce qui doit changer, ou gardez le plan.", "Enter what is to change, or keep the plan."));
		}
		if (ChangeControlPolicy.verdict(new ChangeControlPolicy.Facts(List
			.of(new ChangeControlPolicy.Change(change.action(), change.wish().necessity(), change.wish().impact(),
					change.requestedBy(), "not " + change.requestedBy(), SOMEBODY)))) instanceof Held held) {
			findings.addAll(held.findings());
		}
		return findings;
	}

	/** The plan stays after all. */
	@Transactional
	public void withdraw(UUID changeId) {
		close(get(changeId), State.WITHDRAWN);
	}

	/**
	 * An action was carried out: a change of it that is under way has lost its object,
	 * and nobody waits for it any longer.
	 */
	@Transactional
	public void carriedOut(UUID actionId) {
		ofAction(actionId).filter(Changes::underWay).ifPresent((change) -> {
			close(change, State.WITHDRAWN);
			note(change, "carried-out", "binome", "sans objet, l’action est faite",
					"no longer needed, the action is done");
			this.signals.send("plan-change-answered", change.id(), Map.of("changeAnswer", "refused"));
		});
	}

	/**
	 * Keeps what our side says of a change that is asked for. A refusal ends it.
	 * @param businessKey which answer it is; the same one again changes nothing
	 * @param by user name, as the engine tells it
	 */
	@Transactional
	public Change answerForUs(UUID changeId, String businessKey, boolean approved, String reason, String by) {
		Change change = get(changeId);
		if (change.state() == State.ASKED) {
			if (answer(changeId, businessKey, "OURS", by, approved, reason)) {
				note(change, businessKey, by,
						approved ? "approuvé de notre côté" : "refusé de notre côté" + said(reason),
						approved ? "approved on our side" : "refused on our side" + said(reason));
			}
			if (!approved) {
				close(change, State.REFUSED);
			}
		}
		return get(changeId);
	}

	/**
	 * The change a link was made for, as long as it waits for the partner.
	 * @throws InvalidLink if it doesn't
	 */
	public Change asked(SignedLink link) {
		if (!"plan-change".equals(link.purpose())) {
			throw new InvalidLink(InvalidLink.Reason.UNKNOWN);
		}
		Change change = get(link.subjectId());
		if (change.state() != State.ASKED || !change.approvedByPartner().isEmpty()) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return change;
	}

	/**
	 * Takes what the partner says by the link; the process goes on. A refusal ends the
	 * change.
	 * @throws InvalidLink if the link was used or the change is over
	 */
	@Transactional
	public void answer(SignedLink link, boolean approved, String reason) {
		this.jdbc.sql("select id from plan_change where id = ? for update")
			.param(link.subjectId())
			.query()
			.listOfRows();
		Change change = asked(link);
		this.links.use(link);
		String person = this.organisations.person(link.personId()).name();
		String key = "link:" + link.id();
		answer(change.id(), key, "PARTNER", person, approved, reason);
		note(change, key, person, (approved ? "approuvé par le partenaire" : "refusé par le partenaire") + said(reason),
				(approved ? "approved by the partner" : "refused by the partner") + said(reason));
		if (!approved) {
			close(change, State.REFUSED);
		}
		this.signals.send("plan-change-answered", change.id(),
				Map.of("changeAnswer", approved ? "approved" : "refused"));
	}

	/**
	 * Changes the plan as both sides agreed, once. What has become impossible meanwhile
	 * leaves the plan as it is.
	 * @throws IllegalStateException if one side has not approved
	 */
	@Transactional
	public void apply(UUID changeId) {
		Change change = get(changeId);
		if (change.state() != State.ASKED) {
			return;
		}
		if (change.approvedByUs().isEmpty() || change.approvedByPartner().isEmpty()) {
			throw new IllegalStateException("The change of “" + change.action()
					+ "” is not approved by both sides; let it pass record-change-approval and the partner first");
		}
		List<Finding> impossible = impossible(change);
		if (impossible.isEmpty()) {
			this.planning.change(change);
			close(change, State.APPLIED);
			note(change, "applied", "binome", "le plan est changé", "the plan has changed");
		}
		else {
			close(change, State.WITHDRAWN);
			Finding why = impossible.getFirst();
			note(change, "impossible", "binome", "le plan reste – " + why.french(),
					"the plan stays – " + why.english());
		}
	}

	/** How often our side has answered: after each time, the partner gets a new link. */
	int approvals(UUID changeId) {
		return this.jdbc.sql("select count(*) from plan_change_answer where change_id = ? and side = 'OURS'")
			.param(changeId)
			.query(Integer.class)
			.single();
	}

	public Change get(UUID changeId) {
		return this.jdbc.sql(SELECT + "where c.id = ?")
			.param(changeId)
			.query(Changes::change)
			.optional()
			.orElseThrow(() -> new IllegalArgumentException("There is no change " + changeId));
	}

	/** The changes asked for to a partnership's plans, latest first. */
	public List<Change> of(UUID partnershipId) {
		return this.jdbc
			.sql(SELECT + "where c.partnership_id = ? and c.requested_by <> '' order by c.opened_at desc, c.id")
			.param(partnershipId)
			.query(Changes::change)
			.list();
	}

	/** The latest change of one action. */
	public Optional<Change> ofAction(UUID actionId) {
		return this.jdbc.sql(SELECT + "where c.action_id = ? order by c.opened_at desc, c.id limit 1")
			.param(actionId)
			.query(Changes::change)
			.optional();
	}

	/**
	 * How much of the current plan was left after it was agreed (PLA-04); empty without a
	 * plan.
	 */
	public Optional<Improvisation> improvisation(UUID partnershipId) {
		return this.jdbc.sql("""
				select count(*) as actions, count(*) filter (where a.state = 'DROPPED' or exists (
					select 1 from plan_change c where c.action_id = a.id and c.state = 'APPLIED')) as changed
				from planned_action a join plan p on p.id = a.plan_id
				where p.partnership_id = :partnership and not a.removed
				and p.revision = (select max(revision) from plan where partnership_id = :partnership)""")
			.param("partnership", partnershipId)
			.query((row, number) -> new Improvisation(row.getInt("changed"), row.getInt("actions")))
			.optional()
			.filter((improvisation) -> improvisation.actions() > 0);
	}

	/** Those that both sides have answered and that are about to be carried out. */
	ChangeControlPolicy.Facts facts(UUID partnershipId) {
		return new ChangeControlPolicy.Facts(of(partnershipId).stream()
			.filter((change) -> change.state() == State.ASKED && !change.approvedByPartner().isEmpty())
			.map((change) -> new ChangeControlPolicy.Change(change.action(), change.wish().necessity(),
					change.wish().impact(), change.requestedBy(),
					mayApprove(change.approvedByUs()) ? change.approvedByUs() : "", change.approvedByPartner()))
			.toList());
	}

	/**
	 * The word of a technical account, or of somebody in another role, does not count.
	 */
	private boolean mayApprove(String username) {
		return this.accounts.find(username)
			.filter((account) -> account.has(Role.MANAGER) || account.has(Role.SPONSOR))
			.isPresent();
	}

	/** What of the wish is not so already. */
	private static Wish differing(Change change, Wish wish) {
		if (wish.givenUp()) {
			return new Wish(true, null, null, null, wish.necessity(), wish.impact());
		}
		return new Wish(false, Objects.equals(wish.name(), change.action()) ? null : wish.name(),
				Objects.equals(wish.dueOn(), change.dueOn()) ? null : wish.dueOn(),
				Objects.equals(wish.owner(), change.owner()) ? null : wish.owner(), wish.necessity(), wish.impact());
	}

	/** Why the plan as it is now can't be changed like this. */
	private List<Finding> impossible(Change change) {
		var findings = new ArrayList<Finding>();
		Wish wish = change.wish();
		PlannedAction action = this.plans.action(change.partnershipId(), change.actionId()).orElseThrow();
		if (!"PLANNED".equals(action.state())) {
			findings.add(new Finding("PLA-03", "« " + change.action() + " » est déjà close.",
					"“" + change.action() + "” is closed already.", "Gardez le plan.", "Keep the plan."));
		}
		if (wish.givenUp() && change.launch()) {
			findings.add(new Finding("PLA-06", "Le lancement ne s’abandonne pas.", "The launch can’t be given up.",
					"Déplacez-le, ou mettez fin au partenariat.", "Move it, or end the partnership."));
		}
		if (wish.owner() != null && !this.pairs.knows(change.partnershipId(), wish.owner())) {
			findings.add(new Finding("PLA-02", "« " + wish.owner() + " » n’est connu d’aucun des deux côtés.",
					"“" + wish.owner() + "” is known on neither side.",
					"Saisissez un de nos identifiants, ou le nom d’une personne du partenaire.",
					"Enter a user name of ours, or the name of one of the partner’s people."));
		}
		if (wish.dueOn() != null) {
			day(change, wish.dueOn()).ifPresent(findings::add);
		}
		return findings;
	}

	private Optional<Finding> day(Change change, LocalDate day) {
		if (day.isBefore(LocalDate.now(this.clock))) {
			return Optional.of(new Finding("PLA-03", "Le " + day + " est passé.", day + " has passed.",
					"Choisissez une date à venir.", "Choose a day to come.", "dueOn=" + day));
		}
		if (change.launch()) {
			return this.plans.actions(change.partnershipId())
				.stream()
				.filter((other) -> "PLANNED".equals(other.state()) && other.dueOn() != null
						&& other.dueOn().isAfter(day) && !other.id().equals(change.actionId()))
				.findFirst()
				.map((other) -> new Finding("PLA-05",
						"Le lancement viendrait avant « " + other.name() + " », prévue le " + other.dueOn() + ".",
						"The launch would come before “" + other.name() + "”, due on " + other.dueOn() + ".",
						"Choisissez une date plus tardive, ou demandez d’abord à avancer cette action.",
						"Choose a later day, or ask for that action to be brought forward first.", "dueOn=" + day));
		}
		LocalDate launch = this.plans.current(change.partnershipId()).orElseThrow().launchOn();
		if (!day.isAfter(launch)) {
			return Optional.empty();
		}
		return Optional.of(new Finding("PLA-05", "Le " + day + " vient après le lancement du " + launch + ".",
				day + " comes after the launch on " + launch + ".",
				"Choisissez une date avant le lancement, ou demandez d’abord à déplacer le lancement.",
				"Choose a day before the launch, or ask for the launch to be moved first.", "dueOn=" + day));
	}

	private static boolean underWay(Change change) {
		return change.state() == State.OPEN || change.state() == State.ASKED;
	}

	private boolean answer(UUID changeId, String businessKey, String side, String person, boolean approved,
			String reason) {
		return this.jdbc.sql("""
				insert into plan_change_answer (change_id, business_key, side, person, approved, reason, at)
				values (?, ?, ?, ?, ?, ?, ?) on conflict (business_key) do nothing""")
			.params(changeId, businessKey, side, person, approved, reason, Timestamp.from(this.clock.instant()))
			.update() > 0;
	}

	/** Whatever became of it, the task of the action opens anew and tells. */
	private void close(Change change, State state) {
		int rows = this.jdbc
			.sql("update plan_change set state = ?, closed_at = ? where id = ? and state in ('OPEN', 'ASKED')")
			.params(state.name(), Timestamp.from(this.clock.instant()), change.id())
			.update();
		if (rows > 0) {
			this.signals.send("plan-change-decided", change.actionId(),
					Map.of("dueAt",
							this.planning.dueAt(change.partnershipId(), change.actionId())
								.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
							"givenUp", state == State.APPLIED && change.wish().givenUp()));
		}
	}

	private void note(Change change, String key, String actor, String french, String english) {
		this.timeline.note(change.partnershipId(), "plan-change:" + change.id() + ":" + key, "plan-change", actor,
				"Changement de « %s » (%s) : %s.".formatted(change.action(),
						String.join(", ", this.text.becomes(change, "fr")), french),
				"Change of “%s” (%s): %s.".formatted(change.action(),
						String.join(", ", this.text.becomes(change, "en")), english));
	}

	private static String said(String reason) {
		return reason.isBlank() ? "" : " – " + reason;
	}

	private static Change change(ResultSet row, int number) throws SQLException {
		var wish = new Wish(row.getBoolean("given_up"), row.getString("new_name"),
				row.getObject("new_due_on", LocalDate.class), row.getString("new_owner"), row.getString("necessity"),
				row.getString("impact"));
		return new Change(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getObject("action_id", UUID.class), row.getString("action"),
				row.getObject("due_on", LocalDate.class), row.getString("owner"),
				row.getObject("launch_on", LocalDate.class), PlanTemplate.LAUNCH.equals(row.getString("template_key")),
				wish, row.getString("requested_by"), State.valueOf(row.getString("state")),
				row.getBoolean("ours_approved") ? row.getString("ours") : "",
				row.getBoolean("partner_approved") ? row.getString("partner") : "", row.getString("refusal"),
				row.getTimestamp("opened_at").toInstant());
	}

	/**
	 * How many actions of a plan were changed or given up after it was agreed, of how
	 * many.
	 */
	public record Improvisation(int changed, int actions) {

		/** From how many percent on it is shown as too much. */
		public static final int TOO_MUCH = 20;

		public int percent() {
			return Math.round(this.changed * 100f / this.actions);
		}

		public boolean tooMuch() {
			return percent() >= TOO_MUCH;
		}

	}

}
