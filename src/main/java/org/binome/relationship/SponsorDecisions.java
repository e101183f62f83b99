package org.binome.relationship;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.binome.gate.SponsorDecisionPolicy.Facts;
import org.binome.partner.Partnerships;
import org.binome.relationship.TermSheetRevision.Reply;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sponsor's one binary decision, late and on terms the partner has accepted (QUA-18,
 * QUA-19).
 */
@Repository
public class SponsorDecisions {

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Partnerships partnerships;

	private final Objectives objectives;

	private final TermSheets termSheets;

	private final Timeline timeline;

	SponsorDecisions(JdbcClient jdbc, Accounts accounts, Partnerships partnerships, Objectives objectives,
			TermSheets termSheets, Timeline timeline) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.partnerships = partnerships;
		this.objectives = objectives;
		this.termSheets = termSheets;
		this.timeline = timeline;
	}

	/**
	 * Keeps the decision on the latest revision of the terms. A sponsor's yes is our
	 * acceptance of that revision if the partner has accepted it. What anybody else
	 * decides, or the owner alone, is kept but does not count, and the gate
	 * sponsor-decision holds.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name of whoever completed the task
	 * @param briefCharacters how long the brief was
	 * @return yes or no, or empty when it does not count
	 */
	@Transactional
	public Optional<Boolean> decide(UUID partnershipId, long entryKey, boolean yes, String reason, String by,
			int briefCharacters) {
		Optional<TermSheetRevision> revision = this.termSheets.latest(partnershipId);
		int rows = this.jdbc.sql("""
				insert into sponsor_decision (partnership_id, entry_key, term_sheet_id, decision, reason, decided_by,
					brief_characters)
				values (?, ?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, revision.map(TermSheetRevision::id).orElse(null), yes ? "YES" : "NO",
					reason, by, briefCharacters)
			.update();
		Optional<Boolean> counted = counts(partnershipId, by) ? Optional.of(yes) : Optional.empty();
		if (rows == 0) {
			return counted;
		}
		if (counted.orElse(false)) {
			revision.filter((terms) -> terms.partners() != null && terms.partners().accepted())
				.ifPresent((terms) -> this.termSheets.acceptForUs(terms.id(), by));
		}
		String name = this.accounts.nameOf(by);
		int number = revision.map(TermSheetRevision::revision).orElse(0);
		String because = reason.isBlank() ? "" : " – " + reason;
		this.timeline.note(partnershipId, "sponsor-decision:" + partnershipId + ":" + entryKey, "sponsor-decision", by,
				"%s dit %s à la révision %d des conditions%s".formatted(name, yes ? "oui" : "non", number, because),
				"%s says %s to revision %d of the terms%s".formatted(name, yes ? "yes" : "no", number, because));
		return counted;
	}

	/** The latest decision on the latest revision, and what had been agreed before it. */
	Facts facts(UUID partnershipId) {
		Optional<TermSheetRevision> revision = this.termSheets.latest(partnershipId);
		Instant objectivesAt = this.objectives.setAt(partnershipId).orElse(null);
		Instant scopeAt = revision.map(TermSheetRevision::partners).filter(Reply::accepted).map(Reply::at).orElse(null);
		return this.jdbc.sql("""
				select * from sponsor_decision where partnership_id = ? and term_sheet_id = ?
				order by id desc limit 1""")
			.params(partnershipId, revision.map(TermSheetRevision::id).orElse(null))
			.query((row, number) -> new Facts(objectivesAt, scopeAt, "YES".equals(row.getString("decision")),
					row.getTimestamp("decided_at").toInstant(), isSponsor(row.getString("decided_by")),
					isOwner(partnershipId, row.getString("decided_by")), row.getInt("brief_characters")))
			.optional()
			.orElse(new Facts(objectivesAt, scopeAt, null, null, false, false, 0));
	}

	/** Who decided on the latest revision without being a sponsor, if that happened. */
	Optional<String> outsider(UUID partnershipId) {
		return this.jdbc.sql("""
				select d.decided_by from sponsor_decision d
				where d.partnership_id = :partnership and d.term_sheet_id =
					(select id from term_sheet where partnership_id = :partnership order by revision desc limit 1)
				order by d.id desc limit 1""")
			.param("partnership", partnershipId)
			.query(String.class)
			.optional()
			.filter((by) -> !isSponsor(by));
	}

	private boolean counts(UUID partnershipId, String by) {
		return isSponsor(by) && !isOwner(partnershipId, by);
	}

	private boolean isOwner(UUID partnershipId, String username) {
		return this.partnerships.get(partnershipId).owner().equals(username);
	}

	private boolean isSponsor(String username) {
		return this.accounts.find(username).filter((account) -> account.has(Role.SPONSOR)).isPresent();
	}

}
