package org.binome.relationship;

import java.util.Optional;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;

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

	private final TermSheets termSheets;

	private final Timeline timeline;

	SponsorDecisions(JdbcClient jdbc, Accounts accounts, TermSheets termSheets, Timeline timeline) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.termSheets = termSheets;
		this.timeline = timeline;
	}

	/**
	 * Keeps the decision on the latest revision of the terms. A sponsor's yes is our
	 * acceptance of that revision if the partner has accepted it. What anybody else
	 * decides is kept but does not count, and the gate term-sheet holds.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name of whoever completed the task
	 * @return whether a sponsor declined
	 */
	@Transactional
	public boolean decide(UUID partnershipId, long entryKey, boolean yes, String reason, String by) {
		Optional<TermSheetRevision> revision = this.termSheets.latest(partnershipId);
		int rows = this.jdbc.sql("""
				insert into sponsor_decision (partnership_id, entry_key, term_sheet_id, decision, reason, decided_by)
				values (?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, revision.map(TermSheetRevision::id).orElse(null), yes ? "YES" : "NO",
					reason, by)
			.update();
		boolean sponsor = isSponsor(by);
		if (rows == 0) {
			return sponsor && !yes;
		}
		if (yes && sponsor) {
			revision.filter((terms) -> terms.partners() != null && terms.partners().accepted())
				.ifPresent((terms) -> this.termSheets.acceptForUs(terms.id(), by));
		}
		String name = this.accounts.find(by).map(Account::name).orElse(by);
		int number = revision.map(TermSheetRevision::revision).orElse(0);
		String because = reason.isBlank() ? "" : " – " + reason;
		this.timeline.note(partnershipId, "sponsor-decision:" + partnershipId + ":" + entryKey, "sponsor-decision", by,
				"%s dit %s à la révision %d des conditions%s".formatted(name, yes ? "oui" : "non", number, because),
				"%s says %s to revision %d of the terms%s".formatted(name, yes ? "yes" : "no", number, because));
		return sponsor && !yes;
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

	private boolean isSponsor(String username) {
		return this.accounts.find(username).filter((account) -> account.has(Role.SPONSOR)).isPresent();
	}

}
