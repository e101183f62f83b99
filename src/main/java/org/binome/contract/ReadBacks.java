package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.account.Role;
import org.binome.contract.Contract.State;
import org.binome.contract.Signature.Side;
import org.binome.contract.Signatures.OtherRevision;
import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.ReadBackPolicy;
import org.binome.gate.ReadBackPolicy.Restatement;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.gate.Verdict;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every side understood of a revision, in its own words, and how differences were
 * cleared (CON-04). All of it belongs to one revision and its fingerprint: another text
 * is read back anew.
 */
@Repository
public class ReadBacks {

	private static final Duration LINK_VALIDITY = Duration.ofDays(60);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Persons persons;

	private final Contracts contracts;

	private final SignedLinks links;

	private final Signals signals;

	private final Timeline timeline;

	ReadBacks(JdbcClient jdbc, Clock clock, Persons persons, Contracts contracts, SignedLinks links, Signals signals,
			Timeline timeline) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.persons = persons;
		this.contracts = contracts;
		this.links = links;
		this.signals = signals;
		this.timeline = timeline;
	}

	/** What a comparison came to. */
	public enum Decision {

		COMPARED, SETTLE, RETURN

	}

	/**
	 * Both sides compared.
	 *
	 * @param alike topics on which both say the same
	 * @param understanding what both now understand where they differed; empty when
	 * nothing was settled
	 * @param reason why the text is returned, else empty
	 * @param by user name of whoever compared
	 */
	public record Comparison(UUID id, Set<Topic> alike, Decision decision, String understanding, String reason,
			String by) {

		public Comparison {
			alike = Set.copyOf(alike);
		}

		public List<Topic> different() {
			return List.of(Topic.values()).stream().filter((topic) -> !this.alike.contains(topic)).toList();
		}

	}

	/** What a signatory says to what was settled. */
	public record Confirmation(UUID personId, String name, boolean confirmed, String note) {
	}

	/** Whether all sides understand the current revision alike. */
	public boolean understood(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		return ReadBackPolicy.verdict(facts(contract, current(contractId))) instanceof Verdict.Passed;
	}

	/**
	 * Asks every signatory of the partner to restate the current revision.
	 * @return the links to mail to those who have not answered; when all have, the
	 * process is told again
	 */
	@Transactional
	public List<SignedLink> invite(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = current(contractId);
		List<SignedLink> asked = new ArrayList<>();
		for (Person signatory : signatories(contract)) {
			if (partner(revision, signatory).isEmpty()) {
				asked.add(this.links.issue("read-back", contract.partnershipId(), signatory.id(), contractId,
						key("read-back", revision) + signatory.id(), LINK_VALIDITY));
			}
		}
		if (asked.isEmpty()) {
			answered(contract);
		}
		return asked;
	}

	/**
	 * The revision a link asks to restate.
	 * @throws OtherRevision when the text has changed since
	 */
	public Revision asked(SignedLink link) {
		Revision current = current(link.subjectId());
		if (!businessKey(link).startsWith(key("read-back", current))) {
			throw new OtherRevision();
		}
		return current;
	}

	/**
	 * Keeps what a signatory of the partner understood and uses the link up.
	 * @param words usable on every topic
	 * @param sha256 the fingerprint that was shown
	 * @throws OtherRevision when the text isn't the one that was shown
	 */
	@Transactional
	public void restateForPartner(SignedLink link, Person person, Map<Topic, String> words, String sha256) {
		this.links.use(link);
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		if (!revision.sha256().equals(sha256) || contract.state() == State.IN_FORCE) {
			throw new OtherRevision();
		}
		store(revision, "link:" + link.id(), Side.PARTNER, person.id().toString(), person.name(), words);
		note(contract, "read-back:" + link.id(), "binome",
				"%s a redit la révision %d avec ses mots.".formatted(person.name(), revision.number()),
				"%s restated revision %d in their own words.".formatted(person.name(), revision.number()));
		if (signatories(contract).stream().allMatch((signatory) -> partner(revision, signatory).isPresent())) {
			answered(contract);
		}
	}

	/**
	 * Keeps what we understood, unless something speaks against it.
	 * @param username who completed the task, as the engine tells it
	 * @param entryKey tells one completion from the next
	 * @return what speaks against it; empty when it was kept
	 */
	@Transactional
	public List<Finding> restateForUs(UUID contractId, String username, long entryKey, Map<Topic, String> words,
			Integer revisionRead, String sha256) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = current(contractId);
		if (revisionRead == null || revisionRead != revision.number() || !revision.sha256().equals(sha256)) {
			return List.of(ReadBackPolicy.otherText(revision.number()));
		}
		if (this.persons.find(username).isEmpty()) {
			return List.of(ReadBackPolicy.noPerson(username));
		}
		List<Finding> unsaid = ReadBackPolicy.unsaid(words);
		if (unsaid.isEmpty()) {
			String name = this.persons.nameOf(username);
			store(revision, "ours:" + entryKey, Side.OURS, username, name, words);
			note(contract, "read-back:" + contractId + ":" + entryKey, username,
					"%s a redit la révision %d pour nous.".formatted(name, revision.number()),
					"%s restated revision %d for us.".formatted(name, revision.number()));
		}
		return unsaid;
	}

	/**
	 * Keeps a comparison of both sides.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param sha256 the fingerprint the form showed
	 * @return what speaks against it; empty when it was kept
	 */
	@Transactional
	public List<Finding> compare(UUID contractId, long entryKey, Set<Topic> alike, Decision decision,
			String understanding, String reason, String by, String sha256) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = current(contractId);
		if (!revision.sha256().equals(sha256)) {
			return List.of(ReadBackPolicy.otherText(revision.number()));
		}
		if (this.persons.find(by).isEmpty()) {
			return List.of(ReadBackPolicy.noPerson(by));
		}
		int rows = this.jdbc.sql("""
				insert into read_back_comparison (id, contract_id, revision, sha256, entry_key, objective_alike,
					duties_alike, dates_alike, exit_alike, decision, understanding, reason, compared_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key) do nothing""")
			.params(UUID.randomUUID(), contractId, revision.number(), revision.sha256(), entryKey,
					alike.contains(Topic.OBJECTIVE), alike.contains(Topic.DUTIES), alike.contains(Topic.DATES),
					alike.contains(Topic.EXIT), decision.name(), understanding, reason, by)
			.update();
		if (rows > 0) {
			String name = this.persons.nameOf(by);
			String french = switch (decision) {
				case COMPARED -> "%s a comparé les deux relectures de la révision %d.";
				case SETTLE -> "%s a réglé ce qui différait sur la révision %d et demande confirmation.";
				case RETURN -> "%s renvoie la révision %d : les deux côtés n’y lisent pas la même chose.";
			};
			String english = switch (decision) {
				case COMPARED -> "%s compared both read-backs of revision %d.";
				case SETTLE -> "%s settled what differed on revision %d and asks for confirmation.";
				case RETURN -> "%s returns revision %d: the two sides don’t read the same in it.";
			};
			note(contract, "read-back-comparison:" + contractId + ":" + entryKey, by,
					french.formatted(name, revision.number()), english.formatted(name, revision.number()));
		}
		return List.of();
	}

	/**
	 * Asks every signatory of the partner to confirm what was settled.
	 * @return the links to mail to those who have not answered; when all have, the
	 * process is told again
	 */
	@Transactional
	public List<SignedLink> inviteConfirmation(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		Comparison settled = comparison(current(contractId)).orElseThrow();
		Set<UUID> answered = confirmations(settled).stream().map(Confirmation::personId).collect(Collectors.toSet());
		List<SignedLink> asked = signatories(contract).stream()
			.filter((signatory) -> !answered.contains(signatory.id()))
			.map((signatory) -> this.links.issue("read-back-confirmation", contract.partnershipId(), signatory.id(),
					settled.id(), "read-back-confirmation:" + settled.id() + ":" + signatory.id(), LINK_VALIDITY))
			.toList();
		if (asked.isEmpty()) {
			confirmed(contract);
		}
		return asked;
	}

	/**
	 * What a link asks to confirm.
	 * @throws OtherRevision when something else was settled or the text changed since
	 */
	public Comparison toConfirm(SignedLink link) {
		return this.jdbc.sql("select contract_id from read_back_comparison where id = ?")
			.param(link.subjectId())
			.query(UUID.class)
			.optional()
			.flatMap((contractId) -> comparison(current(contractId)))
			.filter((comparison) -> comparison.id().equals(link.subjectId()))
			.orElseThrow(OtherRevision::new);
	}

	/** The contract a comparison belongs to. */
	public Contract contractOf(Comparison comparison) {
		return this.contracts.get(this.jdbc.sql("select contract_id from read_back_comparison where id = ?")
			.param(comparison.id())
			.query(UUID.class)
			.single());
	}

	/**
	 * Keeps what a signatory says to what was settled and uses the link up.
	 * @param note what they understand instead; required when they don't confirm
	 */
	@Transactional
	public void confirm(SignedLink link, Person person, boolean confirmed, String note) {
		this.links.use(link);
		Comparison settled = toConfirm(link);
		Contract contract = contractOf(settled);
		this.jdbc.sql("""
				insert into read_back_confirmation (comparison_id, person_id, person_name, confirmed, note)
				values (?, ?, ?, ?, ?) on conflict (comparison_id, person_id) do nothing""")
			.params(settled.id(), person.id(), person.name(), confirmed, note)
			.update();
		note(contract, "read-back-confirmation:" + link.id(), "binome",
				confirmed ? "%s confirme ce qui a été réglé.".formatted(person.name())
						: "%s ne confirme pas : « %s »".formatted(person.name(), note),
				confirmed ? "%s confirms what was settled.".formatted(person.name())
						: "%s does not confirm: “%s”".formatted(person.name(), note));
		Set<UUID> answered = confirmations(settled).stream().map(Confirmation::personId).collect(Collectors.toSet());
		if (signatories(contract).stream().map(Person::id).allMatch(answered::contains)) {
			confirmed(contract);
		}
	}

	/** What everybody said of this text, ours first; the latest of each person. */
	public List<ReadBack> of(Revision revision) {
		return this.jdbc.sql("""
				select * from (select distinct on (side, person) * from read_back
					where contract_id = ? and revision = ? and sha256 = ? order by side, person, id desc) latest
				order by side, id""")
			.params(revision.contractId(), revision.number(), revision.sha256())
			.query(ReadBacks::readBack)
			.list();
	}

	/** The latest comparison of this text. */
	public Optional<Comparison> comparison(Revision revision) {
		return this.jdbc.sql("""
				select * from read_back_comparison where contract_id = ? and revision = ? and sha256 = ?
				order by number desc limit 1""")
			.params(revision.contractId(), revision.number(), revision.sha256())
			.query(ReadBacks::comparison)
			.optional();
	}

	/** What the partner's signatories said to what was settled. */
	public List<Confirmation> confirmations(Comparison comparison) {
		return this.jdbc.sql("select * from read_back_confirmation where comparison_id = ? order by answered_at")
			.param(comparison.id())
			.query((row, number) -> new Confirmation(row.getObject("person_id", UUID.class),
					row.getString("person_name"), row.getBoolean("confirmed"), row.getString("note")))
			.list();
	}

	ReadBackPolicy.Facts facts(UUID partnershipId) {
		Revision revision = this.contracts.drawnUp(partnershipId);
		return facts(this.contracts.get(revision.contractId()), revision);
	}

	private ReadBackPolicy.Facts facts(Contract contract, Revision revision) {
		Optional<ReadBack> ours = ours(revision);
		List<Person> signatories = signatories(contract);
		List<ReadBack> partners = signatories.stream().flatMap((who) -> partner(revision, who).stream()).toList();
		Optional<Comparison> comparison = comparison(revision);
		Optional<Comparison> settled = comparison
			.filter((found) -> found.decision() == Decision.SETTLE && !found.understanding().isBlank());
		Set<UUID> confirmed = settled.stream()
			.flatMap((found) -> confirmations(found).stream())
			.filter(Confirmation::confirmed)
			.map(Confirmation::personId)
			.collect(Collectors.toSet());
		boolean byAll = signatories.stream().map(Person::id).allMatch(confirmed::contains);
		Map<Topic, Restatement> restatements = new EnumMap<>(Topic.class);
		for (Topic topic : Topic.values()) {
			restatements.put(topic,
					new Restatement(ours.map((said) -> said.words().get(topic)).orElse(""),
							partners.stream().map((said) -> said.words().get(topic)).toList(),
							comparison.filter((found) -> found.alike().contains(topic)).isPresent(),
							settled.isPresent(), settled.isPresent() && byAll));
		}
		String alone = comparison.map(Comparison::by)
			.filter((by) -> ours.filter((said) -> said.person().equals(by)).isPresent())
			.filter((by) -> this.persons.another(by, Role.MANAGER))
			.map(this.persons::nameOf)
			.orElse(null);
		return new ReadBackPolicy.Facts(revision.number(), ours.isPresent() ? revision.number() : 0,
				(partners.size() == signatories.size()) ? revision.number() : 0, alone, restatements);
	}

	/** Everyone who signs beside us: the leading partner and further parties (CON-12). */
	private List<Person> signatories(Contract contract) {
		return this.contracts.signers(contract.partnershipId());
	}

	private Optional<ReadBack> ours(Revision revision) {
		return this.jdbc.sql("""
				select * from read_back where contract_id = ? and revision = ? and sha256 = ? and side = 'OURS'
				order by id desc limit 1""")
			.params(revision.contractId(), revision.number(), revision.sha256())
			.query(ReadBacks::readBack)
			.optional();
	}

	private Optional<ReadBack> partner(Revision revision, Person person) {
		return of(revision).stream()
			.filter((said) -> said.side() == Side.PARTNER && said.person().equals(person.id().toString()))
			.findFirst();
	}

	private Revision current(UUID contractId) {
		return this.contracts.current(contractId).orElseThrow();
	}

	private void answered(Contract contract) {
		this.signals.send("read-back-answered", contract.partnershipId(), Map.of());
	}

	private void confirmed(Contract contract) {
		this.signals.send("read-back-confirmed", contract.partnershipId(), Map.of());
	}

	private void store(Revision revision, String entryKey, Side side, String person, String name,
			Map<Topic, String> words) {
		this.jdbc.sql("""
				insert into read_back (contract_id, revision, sha256, entry_key, side, person, person_name, objective,
					duties, dates, exit, restated_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (entry_key) do nothing""")
			.params(revision.contractId(), revision.number(), revision.sha256(), entryKey, side.name(), person, name,
					words.get(Topic.OBJECTIVE), words.get(Topic.DUTIES), words.get(Topic.DATES), words.get(Topic.EXIT),
					Timestamp.from(this.clock.instant()))
			.update();
	}

	private void note(Contract contract, String key, String actor, String french, String english) {
		this.timeline.note(contract.partnershipId(), key, "contract", actor, french, english);
	}

	private String businessKey(SignedLink link) {
		return this.jdbc.sql("select business_key from signed_link where id = ?")
			.param(link.id())
			.query(String.class)
			.single();
	}

	private static String key(String purpose, Revision revision) {
		return purpose + ":" + revision.contractId() + ":" + revision.number() + ":";
	}

	private static ReadBack readBack(ResultSet row, int number) throws SQLException {
		Map<Topic, String> words = new LinkedHashMap<>();
		for (Topic topic : Topic.values()) {
			words.put(topic, row.getString(topic.name().toLowerCase(Locale.ROOT)));
		}
		return new ReadBack(Side.valueOf(row.getString("side")), row.getString("person"), row.getString("person_name"),
				words, row.getTimestamp("restated_at").toInstant());
	}

	private static Comparison comparison(ResultSet row, int number) throws SQLException {
		Set<Topic> alike = new HashSet<>();
		for (Topic topic : Topic.values()) {
			if (row.getBoolean(topic.name().toLowerCase(Locale.ROOT) + "_alike")) {
				alike.add(topic);
			}
		}
		return new Comparison(row.getObject("id", UUID.class), alike, Decision.valueOf(row.getString("decision")),
				row.getString("understanding"), row.getString("reason"), row.getString("compared_by"));
	}

}
