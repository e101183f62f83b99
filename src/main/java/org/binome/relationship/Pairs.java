package org.binome.relationship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.decision.Timeline;
import org.binome.gate.NamedPairPolicy;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The named pairs of every partnership, with their history (GOV-01).
 */
@Repository
public class Pairs {

	static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"']{1,64}@[^@\\s<>\"']+\\.[^@\\s<>\"'.]{2,}");

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Organisations organisations;

	private final Partnerships partnerships;

	private final Timeline timeline;

	Pairs(JdbcClient jdbc, Accounts accounts, Organisations organisations, Partnerships partnerships,
			Timeline timeline) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.organisations = organisations;
		this.partnerships = partnerships;
		this.timeline = timeline;
	}

	/** The pair as it stands, if both sides are named. */
	public Optional<Pair> current(UUID partnershipId) {
		return latest(partnershipId).filter(Entry::complete)
			.map((entry) -> new Pair(entry.ourAccount(), entry.partnerPersonId(), entry.partnerName(),
					entry.partnerEmail(), entry.partnerRole()));
	}

	/**
	 * The pair as it was last entered, complete or not, to be shown again in the form.
	 */
	public Optional<Entry> latest(UUID partnershipId) {
		return this.jdbc.sql("select * from pair where partnership_id = ? order by id desc limit 1")
			.param(partnershipId)
			.query(Pairs::entry)
			.optional();
	}

	/** Every pair entered, newest first. */
	public List<Entry> history(UUID partnershipId) {
		return this.jdbc.sql("select * from pair where partnership_id = ? order by id desc")
			.param(partnershipId)
			.query(Pairs::entry)
			.list();
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
		Optional<Account> ours = account(ourName);
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
		return account(person).isPresent() || this.jdbc.sql("""
				select exists (select 1 from person p join partnership s on s.organisation_id = p.organisation_id
					where s.id = ? and (lower(p.name) = lower(?) or p.email = lower(?)))""")
			.params(partnershipId, person, person)
			.query(Boolean.class)
			.single();
	}

	NamedPairPolicy.Facts facts(UUID partnershipId) {
		return latest(partnershipId)
			.map((entry) -> new NamedPairPolicy.Facts(entry.ourName(), account(entry.ourName()).isPresent(),
					entry.partnerName(), entry.partnerEmail(), EMAIL.matcher(entry.partnerEmail()).matches()))
			.orElse(new NamedPairPolicy.Facts("", false, "", "", false));
	}

	/** The partner's person to write to: the one of the pair, else the first contact. */
	public Person partnerPerson(UUID partnershipId) {
		Partnership partnership = this.partnerships.get(partnershipId);
		return this.organisations
			.person(current(partnershipId).map(Pair::partnerPersonId).orElse(partnership.contactId()));
	}

	private Optional<Account> account(String name) {
		return this.accounts.accounts()
			.stream()
			.filter((account) -> account.username().equalsIgnoreCase(name) || account.name().equalsIgnoreCase(name)
					|| name.equalsIgnoreCase(account.email()))
			.findFirst();
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		return new Entry(row.getString("our_name"), row.getString("our_account"),
				row.getObject("partner_person_id", UUID.class), row.getString("partner_name"),
				row.getString("partner_email"), row.getString("partner_role"));
	}

	/** A pair as entered. */
	public record Entry(String ourName, String ourAccount, UUID partnerPersonId, String partnerName,
			String partnerEmail, String partnerRole) {

		boolean complete() {
			return this.ourAccount != null && this.partnerPersonId != null;
		}

	}

}
