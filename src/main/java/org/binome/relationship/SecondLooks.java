package org.binome.relationship;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.binome.gate.SecondLookPolicy.Facts;
import org.binome.partner.Partnerships;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second looks at every partnership, some days after the pillars stood and best by
 * somebody else than the owner (QUA-11).
 */
@Repository
public class SecondLooks {

	private final JdbcClient jdbc;

	private final RelationshipSettings settings;

	private final Pillars pillars;

	private final Partnerships partnerships;

	private final Accounts accounts;

	private final Timeline timeline;

	private final Clock clock;

	SecondLooks(JdbcClient jdbc, RelationshipSettings settings, Pillars pillars, Partnerships partnerships,
			Accounts accounts, Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.pillars = pillars;
		this.partnerships = partnerships;
		this.accounts = accounts;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** When one is due on what was entered then: we sleep on it first. */
	public Instant due(Instant entered) {
		return entered.plus(this.settings.coolingOff());
	}

	/** The latest one. */
	public Optional<SecondLook> latest(UUID partnershipId) {
		return this.jdbc.sql("select * from second_look where partnership_id = ? order by id desc limit 1")
			.param(partnershipId)
			.query((row, number) -> new SecondLook(row.getString("looked_by"), row.getString("seen"),
					row.getBoolean("go_on"), row.getTimestamp("looked_at").toInstant()))
			.optional();
	}

	/**
	 * Keeps a second look.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name of whoever completed the task
	 */
	@Transactional
	public void look(UUID partnershipId, long entryKey, String seen, boolean goOn, String by) {
		int rows = this.jdbc.sql("""
				insert into second_look (partnership_id, entry_key, looked_by, seen, go_on, looked_at)
				values (?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, by, seen, goOn, Timestamp.from(this.clock.instant()))
			.update();
		if (rows > 0) {
			this.timeline.note(partnershipId, "second-look:" + partnershipId + ":" + entryKey, "second-look", by,
					"Second regard : %s. %s".formatted(goOn ? "on peut conclure" : "quelque chose est à régler", seen)
						.strip(),
					"Second look: %s. %s".formatted(goOn ? "we may conclude" : "something is to be settled", seen)
						.strip());
		}
	}

	/** Who may look for the owner: everybody else who is offered the task. */
	public Stream<Account> colleagues(UUID partnershipId) {
		String owner = this.partnerships.get(partnershipId).owner();
		return this.accounts.accounts()
			.stream()
			.filter((account) -> account.has(Role.MANAGER) || account.has(Role.SPONSOR))
			.filter((account) -> !account.username().equals(owner));
	}

	Facts facts(UUID partnershipId) {
		Instant qualifiedAt = this.pillars.stoodAt(partnershipId).orElse(null);
		boolean colleague = colleagues(partnershipId).findAny().isPresent();
		return latest(partnershipId)
			.map((look) -> new Facts(qualifiedAt, look.at(),
					look.by().equals(this.partnerships.get(partnershipId).owner()), colleague, look.seen(), look.goOn(),
					this.settings.coolingOff()))
			.orElse(new Facts(qualifiedAt, null, false, colleague, "", false, this.settings.coolingOff()));
	}

	/**
	 * A second look.
	 *
	 * @param by user name
	 * @param goOn whether it advises to conclude
	 */
	public record SecondLook(String by, String seen, boolean goOn, Instant at) {
	}

}
