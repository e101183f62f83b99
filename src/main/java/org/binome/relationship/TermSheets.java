package org.binome.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.TermSheetPolicy;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.relationship.TermSheetRevision.Answer;
import org.binome.relationship.TermSheetRevision.Reply;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of every partnership, revision by revision, and who accepted which (CON-06).
 */
@Repository
public class TermSheets {

	private static final String WITH_ANSWERS = """
			select t.*, o.answer as our_answer, o.note as our_note, o.answered_by as our_by, o.answered_at as our_at,
				p.answer as partner_answer, p.note as partner_note, p.answered_by as partner_by,
				p.answered_at as partner_at
			from term_sheet t
			left join term_sheet_answer o on o.term_sheet_id = t.id and o.side = 'OURS'
			left join term_sheet_answer p on p.term_sheet_id = t.id and p.side = 'PARTNER'
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final SignedLinks links;

	private final Signals signals;

	private final Timeline timeline;

	TermSheets(JdbcClient jdbc, Clock clock, Partnerships partnerships, Organisations organisations, SignedLinks links,
			Signals signals, Timeline timeline) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.links = links;
		this.signals = signals;
		this.timeline = timeline;
	}

	/**
	 * The terms in force between both sides: the latest revision, if both accepted it.
	 */
	public Optional<TermSheet> accepted(UUID partnershipId) {
		return latest(partnershipId).filter((revision) -> revision.accepted() && missing(revision).isEmpty())
			.map(TermSheetRevision::sheet);
	}

	/** The latest revision, whoever accepted it. */
	public Optional<TermSheetRevision> latest(UUID partnershipId) {
		return this.jdbc.sql(WITH_ANSWERS + "where t.partnership_id = ? order by t.revision desc limit 1")
			.param(partnershipId)
			.query(TermSheets::revision)
			.optional();
	}

	/** Every revision, newest first. */
	public List<TermSheetRevision> history(UUID partnershipId) {
		return this.jdbc.sql(WITH_ANSWERS + "where t.partnership_id = ? order by t.revision desc")
			.param(partnershipId)
			.query(TermSheets::revision)
			.list();
	}

	/** The revision of this id. */
	public TermSheetRevision get(UUID id) {
		return this.jdbc.sql(WITH_ANSWERS + "where t.id = ?").param(id).query(TermSheets::revision).single();
	}

	/**
	 * Keeps the terms as entered as a new revision.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * gives the same revision
	 */
	@Transactional
	public TermSheetRevision write(UUID partnershipId, long entryKey, Terms terms) {
		int rows = this.jdbc.sql("""
				insert into term_sheet (id, partnership_id, revision, entry_key, kind, our_contribution,
					partner_contribution, our_benefit, partner_benefit, territory, products, sectors, value_minor,
					currency, duration_months, notice_days, launch_on, risk)
				select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
				from term_sheet where partnership_id = ?
				on conflict (partnership_id, entry_key) do nothing""")
			.params(UUID.randomUUID(), partnershipId, entryKey, terms.kind(), terms.ourContribution(),
					terms.partnerContribution(), terms.ourBenefit(), terms.partnerBenefit(), terms.territory(),
					terms.products(), terms.sectors(), terms.valueMinor(), terms.currency(), terms.durationMonths(),
					terms.noticeDays(), terms.launchOn(), terms.risk(), partnershipId)
			.update();
		TermSheetRevision revision = this.jdbc.sql(WITH_ANSWERS + "where t.partnership_id = ? and t.entry_key = ?")
			.params(partnershipId, entryKey)
			.query(TermSheets::revision)
			.single();
		if (rows > 0) {
			this.timeline.note(partnershipId, "term-sheet:" + revision.id(), "term-sheet",
					this.partnerships.get(partnershipId).owner(),
					"Conditions rédigées, révision " + revision.revision() + ".",
					"Terms written, revision " + revision.revision() + ".");
		}
		return revision;
	}

	/** What is missing in a revision, whenever it was written. */
	private static List<Finding> missing(TermSheetRevision revision) {
		return missing(revision, LocalDate.MIN);
	}

	/** What is missing in a revision that would be sent today. */
	public List<Finding> missingToday(TermSheetRevision revision) {
		return missing(revision, LocalDate.now(this.clock));
	}

	/**
	 * The partner's answer to exactly the revision the link was mailed for.
	 * @param note what is to be changed, or why not; may be empty when accepted
	 * @throws InvalidLink if the link has been used, or a newer revision has been written
	 * @throws IllegalArgumentException if changes or a refusal come without words
	 */
	@Transactional
	public void answer(SignedLink link, Answer answer, String note) {
		if (answer != Answer.ACCEPTED && note.isBlank()) {
			throw new IllegalArgumentException("Changes and refusals need a note");
		}
		TermSheetRevision revision = asked(link);
		this.links.use(link);
		String person = this.organisations.person(link.personId()).name();
		insertAnswer(revision.id(), "PARTNER", answer, note, person);
		this.signals.send("term-sheet-answered", link.partnershipId(),
				Map.of("termSheetAnswer", answer.name().toLowerCase(Locale.ROOT)));
		String french = switch (answer) {
			case ACCEPTED -> "Le partenaire accepte la révision %d des conditions.";
			case CHANGES -> "Le partenaire demande des changements à la révision %d : « %s »";
			case DECLINED -> "Le partenaire refuse la révision %d : « %s »";
		};
		String english = switch (answer) {
			case ACCEPTED -> "The partner accepts revision %d of the terms.";
			case CHANGES -> "The partner asks for changes to revision %d: “%s”";
			case DECLINED -> "The partner declines revision %d: “%s”";
		};
		this.timeline.note(link.partnershipId(), "term-sheet-answer:" + revision.id(), "term-sheet", person,
				french.formatted(revision.revision(), note), english.formatted(revision.revision(), note));
	}

	/**
	 * The revision a link asks about.
	 * @throws InvalidLink if a newer one has been written since
	 */
	public TermSheetRevision asked(SignedLink link) {
		if (!"term-sheet".equals(link.purpose())) {
			throw new InvalidLink(InvalidLink.Reason.UNKNOWN);
		}
		TermSheetRevision latest = latest(link.partnershipId())
			.orElseThrow(() -> new InvalidLink(InvalidLink.Reason.UNKNOWN));
		if (!latest.id().equals(link.subjectId())) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return latest;
	}

	void acceptForUs(UUID termSheetId, String by) {
		insertAnswer(termSheetId, "OURS", Answer.ACCEPTED, "", by);
	}

	/**
	 * Gives an incomplete revision back to whoever wrote it: it is never mailed.
	 */
	@Transactional
	boolean giveBack(TermSheetRevision revision) {
		if (missingToday(revision).isEmpty()) {
			return false;
		}
		if (insertAnswer(revision.id(), "OURS", Answer.CHANGES, "", "binome")) {
			this.signals.send("term-sheet-answered", revision.partnershipId(), Map.of("termSheetAnswer", "changes"));
		}
		return true;
	}

	private static List<Finding> missing(TermSheetRevision revision, LocalDate today) {
		return TermSheetPolicy.missing(revision.terms().facts(today));
	}

	private boolean insertAnswer(UUID termSheetId, String side, Answer answer, String note, String by) {
		return this.jdbc.sql("""
				insert into term_sheet_answer (term_sheet_id, side, answer, note, answered_by)
				values (?, ?, ?, ?, ?) on conflict (term_sheet_id, side) do nothing""")
			.params(termSheetId, side, answer.name(), note, by)
			.update() > 0;
	}

	private static TermSheetRevision revision(ResultSet row, int number) throws SQLException {
		Terms terms = new Terms(row.getString("kind"), row.getString("our_contribution"),
				row.getString("partner_contribution"), row.getString("our_benefit"), row.getString("partner_benefit"),
				row.getString("territory"), row.getString("products"), row.getString("sectors"),
				row.getObject("value_minor", Long.class), row.getString("currency"),
				row.getObject("duration_months", Integer.class), row.getObject("notice_days", Integer.class),
				row.getObject("launch_on", LocalDate.class), row.getString("risk"));
		return new TermSheetRevision(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("revision"), terms, reply(row, "our"), reply(row, "partner"));
	}

	private static Reply reply(ResultSet row, String side) throws SQLException {
		String answer = row.getString(side + "_answer");
		return (answer != null) ? new Reply(Answer.valueOf(answer), row.getString(side + "_note"),
				row.getString(side + "_by"), row.getTimestamp(side + "_at").toInstant()) : null;
	}

}
