package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.account.Role;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.NothingToJudge;
import org.binome.gate.ScopeOverlapPolicy;
import org.binome.gate.ScopeOverlapPolicy.Live;
import org.binome.gate.ScopeOverlapPolicy.Scope;
import org.binome.relationship.TermSheet;
import org.binome.relationship.TermSheets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the scope of one partnership meets those of all others that are signed or in
 * force, and how the frontiers run between them (CON-09). With a competitor, what legal
 * found (PRO-04).
 */
@Repository
public class Frontiers {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TermSheets termSheets;

	private final Persons persons;

	private final EvidenceChain evidence;

	Frontiers(JdbcClient jdbc, Clock clock, TermSheets termSheets, Persons persons, EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.termSheets = termSheets;
		this.persons = persons;
		this.evidence = evidence;
	}

	/**
	 * Another partnership whose scope this one crosses.
	 *
	 * @param common where, what and for whom both want
	 * @param sentence how the frontier runs; empty when not drawn
	 */
	public record Crossing(UUID partnershipId, String partner, String common, boolean exclusive, String sentence) {
	}

	/**
	 * What legal says of terms with a competitor.
	 *
	 * @param confidentiality which agreement protects what is shared; empty when there is
	 * none
	 * @param reason why it is not lawful, else empty
	 * @param by user name
	 */
	public record CompetitionCheck(boolean lawful, String confidentiality, String reason, String by) {
	}

	/**
	 * Keeps the sentences as written.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param sentences by the id of the other partnership
	 * @param by user name of whoever wrote them
	 */
	@Transactional
	public void draw(Contract contract, long entryKey, Map<UUID, String> sentences, String by) {
		TermSheet terms = terms(contract.partnershipId());
		Set<UUID> known = live(contract.partnershipId()).stream().map(Other::partnershipId).collect(Collectors.toSet());
		sentences.forEach((other, sentence) -> {
			if (known.contains(other) && !sentence.isBlank()) {
				this.jdbc
					.sql("""
							insert into contract_frontier (contract_id, term_sheet_id, entry_key, other_partnership_id,
								sentence, drawn_by)
							values (?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key, other_partnership_id) do nothing""")
					.params(contract.id(), terms.id(), entryKey, other, sentence, by)
					.update();
			}
		});
	}

	/**
	 * Keeps what legal says of these terms. Only a legal reviewer's word counts; another
	 * person's is kept, and the gate holds.
	 */
	@Transactional
	public void check(Contract contract, long entryKey, CompetitionCheck check) {
		this.jdbc.sql("""
				insert into competition_check (contract_id, term_sheet_id, entry_key, lawful, confidentiality, reason,
					checked_by, roles)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key) do nothing returning id""")
			.params(contract.id(), terms(contract.partnershipId()).id(), entryKey, check.lawful(),
					check.confidentiality(), check.reason(), check.by(), this.persons.roles(check.by()))
			.query(Long.class)
			.optional()
			.ifPresent((id) -> this.evidence.append(contract.partnershipId(), EvidenceKind.COMPETITION_CHECK, id));
	}

	/** The other partnerships whose scope this one crosses. */
	public List<Crossing> crossings(UUID partnershipId) {
		Scope scope = scope(terms(partnershipId));
		Map<UUID, String> drawn = drawn(partnershipId);
		return live(partnershipId).stream()
			.filter((other) -> scope.crosses(other.scope()))
			.map((other) -> new Crossing(other.partnershipId(), other.partner(), scope.common(other.scope()),
					other.exclusive(), drawn.getOrDefault(other.partnershipId(), "")))
			.toList();
	}

	/** The sentences that go into the contract; they never name the other partner. */
	List<String> sentences(UUID partnershipId) {
		return crossings(partnershipId).stream()
			.map(Crossing::sentence)
			.filter((sentence) -> !sentence.isBlank())
			.distinct()
			.toList();
	}

	/** Whether the partner competes with us (PRO-04). */
	public boolean competitor(UUID partnershipId) {
		return this.jdbc
			.sql("select exists (select 1 from candidate where partnership_id = ? and relation = 'COMPETITOR')")
			.param(partnershipId)
			.query(Boolean.class)
			.single();
	}

	/** What legal said last of the terms as they are now. */
	public Optional<CompetitionCheck> competitionCheck(UUID partnershipId) {
		return latestCheck(partnershipId).map(Checked::check);
	}

	/** Whether a legal reviewer found the terms as they are now lawful. */
	public boolean cleared(UUID partnershipId) {
		return latestCheck(partnershipId).filter(Checked::counts).isPresent();
	}

	ScopeOverlapPolicy.Facts facts(UUID partnershipId) {
		Map<String, String> frontiers = new HashMap<>();
		drawn(partnershipId).forEach((other, sentence) -> frontiers.put(other.toString(), sentence));
		List<Live> live = live(partnershipId).stream()
			.map((other) -> new Live(other.partnershipId().toString(), other.partner(), other.scope(),
					other.exclusive()))
			.toList();
		Optional<Checked> check = latestCheck(partnershipId);
		return new ScopeOverlapPolicy.Facts(scope(terms(partnershipId)), live, frontiers, competitor(partnershipId),
				check.filter((found) -> !found.check().confidentiality().isBlank()).isPresent(),
				check.filter(Checked::counts).map((found) -> found.check().by()).orElse(""));
	}

	private List<Other> live(UUID partnershipId) {
		return this.jdbc.sql("""
				select distinct on (p.id) p.id, o.name, t.territory, t.products, t.sectors, t.exclusive
				from contract c
				join partnership p on p.id = c.partnership_id
				join organisation o on o.id = p.organisation_id
				join term_sheet t on t.id = c.term_sheet_id
				where p.id <> :partnership and p.state <> 'CLOSED'
					and ((c.state = 'IN_FORCE' and (c.ends_on is null or c.ends_on >= :today))
						or (c.state = 'DRAFT' and exists (select 1 from signature s
							where s.contract_id = c.id and s.answer = 'SIGNED' and s.revision =
								(select max(r.revision) from contract_revision r where r.contract_id = c.id))))
				order by p.id, c.number desc""")
			.param("partnership", partnershipId)
			.param("today", LocalDate.now(this.clock))
			.query(Frontiers::other)
			.list();
	}

	private Map<UUID, String> drawn(UUID partnershipId) {
		Map<UUID, String> drawn = new LinkedHashMap<>();
		this.jdbc.sql("""
				select f.other_partnership_id, f.sentence from contract_frontier f
				join contract c on c.id = f.contract_id
				where c.partnership_id = ? and f.term_sheet_id = ? order by f.id""")
			.params(partnershipId, terms(partnershipId).id())
			.query((row) -> {
				drawn.put(row.getObject(1, UUID.class), row.getString(2));
			});
		return drawn;
	}

	private Optional<Checked> latestCheck(UUID partnershipId) {
		return this.jdbc.sql("""
				select k.* from competition_check k join contract c on c.id = k.contract_id
				where c.partnership_id = ? and k.term_sheet_id = ? order by k.id desc limit 1""")
			.params(partnershipId, terms(partnershipId).id())
			.query((row, number) -> new Checked(
					new CompetitionCheck(row.getBoolean("lawful"), row.getString("confidentiality"),
							row.getString("reason"), row.getString("checked_by")),
					List.of(row.getString("roles").split(" ")).contains(Role.LEGAL.name())))
			.optional();
	}

	private TermSheet terms(UUID partnershipId) {
		return this.termSheets.accepted(partnershipId)
			.orElseThrow(() -> new NothingToJudge("Il n’y a pas encore de conditions acceptées.",
					"There are no accepted terms yet.", "Convenez d’abord des conditions (CON-06).",
					"Agree on the terms first (CON-06)."));
	}

	private static Scope scope(TermSheet terms) {
		return new Scope(parts(terms.territory()), parts(terms.products()), parts(terms.sectors()));
	}

	/** A list as it is written in the terms. */
	private static Set<String> parts(String text) {
		return Arrays.stream((text != null) ? text.split("[;,\\n]") : new String[0])
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.toSet());
	}

	private static Other other(ResultSet row, int number) throws SQLException {
		return new Other(
				row.getObject("id", UUID.class), row.getString("name"), new Scope(parts(row.getString("territory")),
						parts(row.getString("products")), parts(row.getString("sectors"))),
				row.getBoolean("exclusive"));
	}

	private record Other(UUID partnershipId, String partner, Scope scope, boolean exclusive) {
	}

	private record Checked(CompetitionCheck check, boolean byLegal) {

		boolean counts() {
			return this.check.lawful() && this.byLegal;
		}

	}

}
