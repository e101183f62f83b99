package org.binome.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.binome.gate.ReciprocityPolicy.Balance;
import org.binome.gate.ReciprocityPolicy.Benefit;
import org.binome.gate.ReciprocityPolicy.Facts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What both sides give and get in every partnership (QUA-04, QUA-09, QUA-10). Each ledger
 * entered is kept; the latest counts.
 */
@Repository
public class Ledgers {

	private final JdbcClient jdbc;

	private final Clock clock;

	Ledgers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The ledger as it was last entered. */
	public Optional<Ledger> latest(UUID partnershipId) {
		return this.jdbc.sql("select * from ledger where partnership_id = ? order by id desc limit 1")
			.param(partnershipId)
			.query(Ledgers::ledger)
			.optional();
	}

	/**
	 * Keeps a ledger as entered.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @return when it was entered
	 */
	@Transactional
	public Instant enter(UUID partnershipId, long entryKey, Ledger ledger) {
		this.jdbc.sql("""
				insert into ledger (partnership_id, entry_key, we_promote, they_promote, our_gain, our_money,
					partner_gain, partner_money, we_give, we_get, they_give, they_get, entered_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, ledger.wePromote(), ledger.theyPromote(), ledger.ourGain(),
					ledger.ourMoney(), ledger.partnerGain(), ledger.partnerMoney(), ledger.weGive(), ledger.weGet(),
					ledger.theyGive(), ledger.theyGet(), Timestamp.from(this.clock.instant()))
			.update();
		return this.jdbc.sql("select entered_at from ledger where partnership_id = ? and entry_key = ?")
			.params(partnershipId, entryKey)
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	Facts facts(UUID partnershipId) {
		return latest(partnershipId).map((ledger) -> new Facts(ledger.wePromote(), ledger.theyPromote(),
				benefits(ledger.ourGain(), ledger.ourMoney()), benefits(ledger.partnerGain(), ledger.partnerMoney()),
				balance(ledger.weGive(), ledger.weGet()), balance(ledger.theyGive(), ledger.theyGet()), ""))
			.orElse(new Facts(false, false, List.of(), List.of(), balance(null, null), balance(null, null), ""));
	}

	private static List<Benefit> benefits(String gain, String money) {
		return Stream.of(new Benefit(gain, false), new Benefit(money, true))
			.filter((benefit) -> !benefit.what().isBlank())
			.toList();
	}

	private static Balance balance(Integer gives, Integer gets) {
		return new Balance((gives != null) ? gives : 0, (gets != null) ? gets : 0);
	}

	private static Ledger ledger(ResultSet row, int number) throws SQLException {
		return new Ledger(row.getBoolean("we_promote"), row.getBoolean("they_promote"), row.getString("our_gain"),
				row.getString("our_money"), row.getString("partner_gain"), row.getString("partner_money"),
				row.getObject("we_give", Integer.class), row.getObject("we_get", Integer.class),
				row.getObject("they_give", Integer.class), row.getObject("they_get", Integer.class));
	}

	/**
	 * What both sides give and get, as entered.
	 *
	 * @param wePromote whether we would do for them what we ask of them
	 * @param theyPromote whether they would do the same for us
	 * @param ourGain what lasts for us, other than money
	 * @param ourMoney commission, revenue or savings for us; may be empty
	 * @param weGive how much we bring, from 1 to 5; null when not scored
	 */
	public record Ledger(boolean wePromote, boolean theyPromote, String ourGain, String ourMoney, String partnerGain,
			String partnerMoney, Integer weGive, Integer weGet, Integer theyGive, Integer theyGet) {

		/** Keeps scores from 1 to 5 only. */
		public Ledger {
			weGive = usable(weGive);
			weGet = usable(weGet);
			theyGive = usable(theyGive);
			theyGet = usable(theyGet);
		}

		private static Integer usable(Integer score) {
			return (score != null && score >= 1 && score <= 5) ? score : null;
		}

	}

}
