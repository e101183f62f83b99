package org.binome.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.decision.Timeline;
import org.binome.gate.NamedPairPolicy;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnership.State;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The named pairs of every partnership, with their history (GOV-01).
 */
@Repository
public class Pairs {

	static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"']{1,64}@[^@\\s<>\"']+\\.[^@\\s<>\"'.]{2,}");

	private static final String ENTRIES = """
			select p.*, exists (select 1 from pair_departure d where d.pair_id = p.id and d.side = 'OURS') as we_left,
				exists (select 1 from pair_departure d where d.pair_id = p.id and d.side = 'PARTNER') as they_left
			from pair p where p.partnership_id = ? order by p.id desc
			""";

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Organisations organisations;

	private final Partnerships partnerships;

	private final Signals signals;

	private final Timeline timeline;

	private final Clock clock;

	Pairs(JdbcClient jdbc, Accounts accounts, Organisations organisations, Partnerships partnerships, Signals signals,
			Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.organisations = organisations;
		this.partnerships = partnerships;
		this.signals = signals;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The pair as it stands, if both sides are named and nobody has left. */
	public Optional<Pair> current(UUID partnershipId) {
		return latest(partnershipId).filter((entry) -> entry.complete() && !entry.weLeft() && !entry.partnerLeft())
			.map((entry) -> new Pair(entry.ourAccount(), entry.partnerPersonId(), entry.partnerName(),
					entry.partnerEmail(), entry.partnerRole()));
	}

	/**
	 * The pair as it was last entered, complete or not, to be shown again in the form.
	 */
	public Optional<Entry> latest(UUID partnershipId) {
		return this.jdbc.sql(ENTRIES + "limit 1").param(partnershipId).query(Pairs::entry).optional();
	}

	/** Every pair entered, newest first. */
	public List<Entry> history(UUID partnershipId) {
		return this.jdbc.sql(ENTRIES).param(partnershipId).query(Pairs::entry).list();
	}

	/**
	 * Keeps the pair as entered. Our person is known by user name, name or address; what
	 * is unknown or unusable is kept too, and the gate named-pair says so.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 */
	@Transactional
	public void name(UUID partnershipId, long entryKey, String ourName, String partnerName, String partnerEmail,
			String partnerRole) {
		Partnership partnership = this.partnerships.get(partnershipId);
		Optional<Account> ours = this.accounts.named(ourName);
		UUID person = null;
		if (!partnerName.isBlank() && EMAIL.matcher(partnerEmail).matches()) {
			person = this.organisations.addPerson(partnership.organisationId(), partnerName, partnerEmail, partnerRole)
				.id();
		}
		int rows = this.jdbc.sql("""
				insert into pair (partnership_id, entry_key, our_name, our_account, partner_person_id, partner_name,
					partner_email, partner_role)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (partnership_id, entry_key) do nothing""")
			.params(partnershipId, entryKey, ourName, ours.map(Account::username).orElse(null), person, partnerName,
					partnerEmail, partnerRole)
			.update();
		if (rows > 0 && person != null && ours.isPresent()) {
			this.timeline.note(partnershipId, "pair:" + partnershipId + ":" + entryKey, "pair", partnership.owner(),
					"Binôme désigné : %s chez nous, %s chez le partenaire.".formatted(ours.get().name(), partnerName),
					"Pair named: %s on our side, %s on the partner's.".formatted(ours.get().name(), partnerName));
		}
	}

	/**
	 * Whether a person is known on one of both sides: by user name, name or address on
	 * ours, by name or address on the partner's.
	 */
	public boolean knows(UUID partnershipId, String person) {
		return this.accounts.named(person).isPresent() || this.jdbc.sql("""
				select exists (select 1 from person p join partnership s on s.organisation_id = p.organisation_id
					where s.id = ? and (lower(p.name) = lower(?) or p.email = lower(?)))""")
			.params(partnershipId, person, person)
			.query(Boolean.class)
			.single();
	}

	NamedPairPolicy.Facts facts(UUID partnershipId) {
		return latest(partnershipId)
			.map((entry) -> new NamedPairPolicy.Facts(entry.ourPresentName(),
					this.accounts.named(entry.ourPresentName()).isPresent(), entry.partnerPresentName(),
					entry.partnerPresentEmail(), EMAIL.matcher(entry.partnerPresentEmail()).matches()))
			.orElse(new NamedPairPolicy.Facts("", false, "", "", false));
	}

	/** The partner's person to write to: the one of the pair, else the first contact. */
	public Person partnerPerson(UUID partnershipId) {
		Partnership partnership = this.partnerships.get(partnershipId);
		return this.organisations.person(latest(partnershipId).filter((entry) -> !entry.partnerLeft())
			.map(Entry::partnerPersonId)
			.orElse(partnership.contactId()));
	}

	/**
	 * One of the named pair leaves: the pair no longer stands, and the process asks for
	 * another (GOV-01). The same side again changes nothing.
	 * @param by user name of whoever says so
	 * @throws NoPair if there is nobody to leave
	 */
	@Transactional
	public void leave(UUID partnershipId, Side side, String reason, String by) {
		Partnership partnership = this.partnerships.get(partnershipId);
		this.jdbc.sql("select id from partnership where id = ? for update").param(partnershipId).query().listOfRows();
		Entry pair = latest(partnershipId).orElseThrow(() -> new NoPair(partnershipId));
		if (partnership.state() == State.CLOSED || !pair.complete()) {
			throw new NoPair(partnershipId);
		}
		boolean stood = current(partnershipId).isPresent();
		int rows = this.jdbc.sql("""
				insert into pair_departure (pair_id, side, reason, reported_by, reported_at)
				values (?, ?, ?, ?, ?) on conflict (pair_id, side) do nothing""")
			.params(pair.id(), side.name(), reason, by, Timestamp.from(this.clock.instant()))
			.update();
		if (rows == 0) {
			return;
		}
		String person = (side == Side.OURS) ? this.accounts.nameOf(pair.ourAccount()) : pair.partnerName();
		this.timeline.note(partnershipId, "pair-departure:" + pair.id() + ":" + side, "pair", by,
				"%s quitte le binôme : %s".formatted(person, reason),
				"%s leaves the pair: %s".formatted(person, reason));
		if (stood) {
			this.signals.send("pair-departed", partnershipId, Map.of());
		}
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		return new Entry(row.getLong("id"), row.getString("our_name"), row.getString("our_account"),
				row.getObject("partner_person_id", UUID.class), row.getString("partner_name"),
				row.getString("partner_email"), row.getString("partner_role"), row.getBoolean("we_left"),
				row.getBoolean("they_left"));
	}

	/** The two sides of a pair. */
	public enum Side {

		OURS, PARTNER

	}

	/**
	 * A pair as entered.
	 *
	 * @param weLeft whether our person has left since
	 * @param partnerLeft whether the partner's person has left since
	 */
	public record Entry(long id, String ourName, String ourAccount, UUID partnerPersonId, String partnerName,
			String partnerEmail, String partnerRole, boolean weLeft, boolean partnerLeft) {

		boolean complete() {
			return this.ourAccount != null && this.partnerPersonId != null;
		}

		/** Our person as entered, or an empty text once gone. */
		public String ourPresentName() {
			return this.weLeft ? "" : this.ourName;
		}

		/** The partner's person, or an empty text once gone. */
		public String partnerPresentName() {
			return this.partnerLeft ? "" : this.partnerName;
		}

		/** The address of the partner's person, or an empty text once gone. */
		public String partnerPresentEmail() {
			return this.partnerLeft ? "" : this.partnerEmail;
		}

	}

}
