package org.binome.relationship;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.decision.Timeline;
import org.binome.gate.GovernancePolicy.Facts;
import org.binome.gate.GovernancePolicy.Level;
import org.binome.gate.GovernancePolicy.Seat;
import org.binome.gate.NamedLevels;
import org.binome.partner.Partnerships;
import org.binome.relationship.Pairs.Entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who governs each partnership, level by level and on both sides (GOV-02, GOV-03): the
 * named pair is the operational level, those entered here are above it.
 */
@Repository
public class Governance implements NamedLevels {

	private final JdbcClient jdbc;

	private final Pairs pairs;

	private final Accounts accounts;

	private final Partnerships partnerships;

	private final Timeline timeline;

	Governance(JdbcClient jdbc, Pairs pairs, Accounts accounts, Partnerships partnerships, Timeline timeline) {
		this.jdbc = jdbc;
		this.pairs = pairs;
		this.accounts = accounts;
		this.partnerships = partnerships;
		this.timeline = timeline;
	}

	/** The levels above the pair as they were last entered. */
	public Optional<Above> latest(UUID partnershipId) {
		return this.jdbc.sql("select * from governance where partnership_id = ? order by id desc limit 1")
			.param(partnershipId)
			.query((row, number) -> new Above(row.getString("our_steering"), row.getString("partner_steering"),
					row.getString("our_executive"), row.getString("partner_executive")))
			.optional();
	}

	/**
	 * Keeps the levels above the pair as entered.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 */
	@Transactional
	public void name(UUID partnershipId, long entryKey, Above above) {
		boolean changed = !latest(partnershipId).filter(above::equals).isPresent();
		int rows = this.jdbc.sql("""
				insert into governance (partnership_id, entry_key, our_steering, partner_steering, our_executive,
					partner_executive)
				values (?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, above.ourSteering(), above.partnerSteering(), above.ourExecutive(),
					above.partnerExecutive())
			.update();
		if (rows > 0 && changed) {
			this.timeline.note(partnershipId, "governance:" + partnershipId + ":" + entryKey, "governance",
					this.partnerships.get(partnershipId).owner(),
					"Au-dessus du binôme – pilotage : %s et %s ; direction : %s et %s.".formatted(
							shown(above.ourSteering()), shown(above.partnerSteering()), shown(above.ourExecutive()),
							shown(above.partnerExecutive())),
					"Above the pair – steering: %s and %s; executive: %s and %s.".formatted(shown(above.ourSteering()),
							shown(above.partnerSteering()), shown(above.ourExecutive()),
							shown(above.partnerExecutive())));
		}
	}

	@Override
	public Optional<String> ours(UUID partnershipId, Level level) {
		return matrix(partnershipId).seats()
			.stream()
			.filter((seat) -> seat.ours() && seat.level() == level && !seat.person().isBlank())
			.map(Seat::person)
			.findFirst();
	}

	/** The whole matrix; a seat nobody holds is empty. */
	public Facts matrix(UUID partnershipId) {
		Above above = latest(partnershipId).orElse(new Above("", "", "", ""));
		Optional<Entry> pair = this.pairs.latest(partnershipId);
		var seats = new ArrayList<Seat>();
		add(seats, Level.OPERATIONAL, pair.map(Entry::ourPresentName).orElse(""),
				pair.map(Entry::partnerPresentName).orElse(""));
		add(seats, Level.STEERING, above.ourSteering(), above.partnerSteering());
		add(seats, Level.EXECUTIVE, above.ourExecutive(), above.partnerExecutive());
		return new Facts(List.copyOf(seats));
	}

	/** One of ours is known by the login, however the person was entered. */
	private void add(List<Seat> seats, Level level, String ours, String partners) {
		seats.add(new Seat(level, true, this.accounts.named(ours).map(Account::username).orElse(ours)));
		seats.add(new Seat(level, false, partners));
	}

	private String shown(String person) {
		return person.isBlank() ? "–" : this.accounts.named(person).map(Account::name).orElse(person);
	}

	/** The persons above the pair as entered; an empty text stands for nobody. */
	public record Above(String ourSteering, String partnerSteering, String ourExecutive, String partnerExecutive) {
	}

}
