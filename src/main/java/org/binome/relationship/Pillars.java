package org.binome.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.gate.FourPillarsPolicy;
import org.binome.gate.Verdict.Passed;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The four pillars of every partnership, scored by both sides apart and in rounds (QUA-02
 * to QUA-06).
 */
@Repository
public class Pillars {

	private static final String WITH_SCORES = """
			select r.*, o.desire as our_desire, o.project as our_project, o.balance as our_balance,
				o.contract as our_contract, o.comment as our_comment, p.desire as partner_desire,
				p.project as partner_project, p.balance as partner_balance, p.contract as partner_contract,
				p.comment as partner_comment
			from pillar_round r
			left join pillar_scores o on o.round_id = r.id and o.side = 'OURS'
			left join pillar_scores p on p.round_id = r.id and p.side = 'PARTNER'
			""";

	private final JdbcClient jdbc;

	private final SignedLinks links;

	private final Organisations organisations;

	private final Signals signals;

	private final Timeline timeline;

	private final Clock clock;

	Pillars(JdbcClient jdbc, SignedLinks links, Organisations organisations, Signals signals, Timeline timeline,
			Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.organisations = organisations;
		this.signals = signals;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The latest round, finished or not. */
	public Optional<PillarRound> latest(UUID partnershipId) {
		return this.jdbc.sql(WITH_SCORES + "where r.partnership_id = ? order by r.number desc limit 1")
			.param(partnershipId)
			.query(Pillars::round)
			.optional();
	}

	/**
	 * Opens a round.
	 * @param entryKey tells one opening from the next; the same again gives the same
	 * round
	 */
	@Transactional
	PillarRound open(UUID partnershipId, long entryKey) {
		this.jdbc.sql("""
				insert into pillar_round (id, partnership_id, number, entry_key)
				select :id, :partnership, coalesce(max(number), 0) + 1, :entry
				from pillar_round where partnership_id = :partnership
				on conflict (partnership_id, entry_key) do nothing""")
			.param("id", UUID.randomUUID())
			.param("partnership", partnershipId)
			.param("entry", entryKey)
			.update();
		return this.jdbc.sql(WITH_SCORES + "where r.partnership_id = ? and r.entry_key = ?")
			.params(partnershipId, entryKey)
			.query(Pillars::round)
			.single();
	}

	/**
	 * Keeps our scores of the latest round, once.
	 * @param by user name
	 */
	@Transactional
	public void scoreForUs(UUID partnershipId, PillarScores scores, String by) {
		PillarRound round = latest(partnershipId).orElseThrow(() -> new IllegalStateException("The partnership "
				+ partnershipId + " has no round of pillar scores; invite the partner to score first"));
		if (insert(round, "OURS", scores, by)) {
			this.timeline.note(partnershipId, "pillars:" + round.id() + ":OURS", "pillars", by,
					"Nos notes des quatre piliers sont données (tour " + round.number() + ").",
					"We have scored the four pillars (round " + round.number() + ").");
		}
	}

	/**
	 * Keeps the partner's scores of the round the link was mailed for.
	 * @throws InvalidLink if the link has been used, or a newer round is open
	 * @throws IllegalArgumentException if a pillar is not scored from 1 to 5
	 */
	@Transactional
	public void scoreForPartner(SignedLink link, PillarScores scores) {
		if (!scores.complete()) {
			throw new IllegalArgumentException("Each pillar needs a score from 1 to 5");
		}
		PillarRound round = asked(link);
		this.links.use(link);
		String person = this.organisations.person(link.personId()).name();
		insert(round, "PARTNER", scores, person);
		this.signals.send("pillars-scored", link.partnershipId(), Map.of());
		this.timeline.note(link.partnershipId(), "pillars:" + round.id() + ":PARTNER", "pillars", person,
				"Le partenaire a noté les quatre piliers (tour " + round.number() + ").",
				"The partner has scored the four pillars (round " + round.number() + ").");
	}

	/**
	 * The round a link asks about.
	 * @throws InvalidLink if a newer one is open
	 */
	public PillarRound asked(SignedLink link) {
		if (!"pillars".equals(link.purpose())) {
			throw new InvalidLink(InvalidLink.Reason.UNKNOWN);
		}
		PillarRound latest = latest(link.partnershipId())
			.orElseThrow(() -> new InvalidLink(InvalidLink.Reason.UNKNOWN));
		if (!latest.id().equals(link.subjectId())) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return latest;
	}

	/**
	 * Whether both sides can be asked for new scores: the partnership is followed, and
	 * nobody is scoring already (QUA-06).
	 */
	public boolean mayBeAskedAgain(UUID partnershipId) {
		return this.jdbc
			.sql("""
					select exists (select 1 from partnership s where s.id = ? and s.stage = 'TRACKING' and s.state = 'ACTIVE')
						and exists (select 1 from pillar_round r where r.id = ? and r.asked_again_at is null)""")
			.params(partnershipId,
					latest(partnershipId).filter((round) -> round.ours() != null && round.partners() != null)
						.map(PillarRound::id)
						.orElse(null))
			.query(Boolean.class)
			.single();
	}

	/**
	 * Asks both sides for new scores, once per round; does nothing where that makes no
	 * sense.
	 * @param by user name
	 */
	@Transactional
	public void askAgain(UUID partnershipId, String by) {
		if (!mayBeAskedAgain(partnershipId)) {
			return;
		}
		UUID round = latest(partnershipId).orElseThrow().id();
		int rows = this.jdbc.sql("update pillar_round set asked_again_at = ? where id = ? and asked_again_at is null")
			.params(Timestamp.from(this.clock.instant()), round)
			.update();
		if (rows > 0) {
			this.signals.send("pillars-due", partnershipId, Map.of("newRound", true));
			this.timeline.note(partnershipId, "pillars-again:" + round, "pillars", by,
					"Les deux côtés sont invités à noter à nouveau les quatre piliers.",
					"Both sides are asked to score the four pillars again.");
		}
	}

	/**
	 * Notes what is done about a gap: score again after the plan, or stop.
	 * @param plan what is done before scoring again, may be empty
	 * @param by user name
	 */
	@Transactional
	public void closeGap(UUID partnershipId, boolean rescore, String plan, String by) {
		PillarRound round = latest(partnershipId).orElseThrow();
		int rows = this.jdbc
			.sql("update pillar_round set gap_decision = ?, gap_plan = ? where id = ? and gap_decision is null")
			.params(rescore ? "RESCORE" : "STOP", plan, round.id())
			.update();
		if (rows > 0) {
			this.timeline.note(partnershipId, "pillar-gap:" + round.id(), "pillars", by,
					rescore ? "Écart entre les piliers : on y travaille, puis on note à nouveau. " + plan
							: "Écart entre les piliers : on s’arrête là.",
					rescore ? "Gap between the pillars: worked on, then scored again. " + plan
							: "Gap between the pillars: it stops here.");
			if (!rescore) {
				this.signals.send("pillar-missing", partnershipId, Map.of());
			}
		}
	}

	FourPillarsPolicy.Facts facts(UUID partnershipId) {
		return latest(partnershipId)
			.map((round) -> new FourPillarsPolicy.Facts(round.number(), round.oursByPillar(), round.partnersByPillar()))
			.orElse(new FourPillarsPolicy.Facts(0, Map.of(), Map.of()));
	}

	/** When the second side had scored the latest round, if all four pillars stand. */
	Optional<Instant> stoodAt(UUID partnershipId) {
		if (!(FourPillarsPolicy.verdict(facts(partnershipId)) instanceof Passed)) {
			return Optional.empty();
		}
		return latest(partnershipId)
			.flatMap((round) -> this.jdbc.sql("select max(scored_at) from pillar_scores where round_id = ?")
				.param(round.id())
				.query(Timestamp.class)
				.optional())
			.map(Timestamp::toInstant);
	}

	private boolean insert(PillarRound round, String side, PillarScores scores, String by) {
		return this.jdbc.sql("""
				insert into pillar_scores (round_id, side, desire, project, balance, contract, comment, scored_by,
					scored_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (round_id, side) do nothing""")
			.params(round.id(), side, scores.desire(), scores.project(), scores.balance(), scores.contract(),
					scores.comment(), by, Timestamp.from(this.clock.instant()))
			.update() > 0;
	}

	private static PillarRound round(ResultSet row, int number) throws SQLException {
		String plan = row.getString("gap_plan");
		return new PillarRound(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("number"), scores(row, "our"), scores(row, "partner"), (plan != null) ? plan : "");
	}

	private static PillarScores scores(ResultSet row, String side) throws SQLException {
		String comment = row.getString(side + "_comment");
		return (comment != null) ? new PillarScores(row.getObject(side + "_desire", Integer.class),
				row.getObject(side + "_project", Integer.class), row.getObject(side + "_balance", Integer.class),
				row.getObject(side + "_contract", Integer.class), comment) : null;
	}

}
