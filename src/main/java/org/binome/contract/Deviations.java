package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.binome.account.Role;
import org.binome.document.ClauseLibrary;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deviations of clauses that were asked for. Only their strictness is chosen, never
 * their words (CON-08), and somebody else than who asked approves each (CON-07).
 */
@Repository
public class Deviations {

	/** What can be asked for; the last takes an earlier deviation back. */
	public static final List<String> VARIANTS = List.of("light", "standard", "strict", "profile");

	private final JdbcClient jdbc;

	private final ClauseLibrary clauses;

	private final Persons persons;

	private final EvidenceChain evidence;

	Deviations(JdbcClient jdbc, ClauseLibrary clauses, Persons persons, EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.evidence = evidence;
		this.clauses = clauses;
		this.persons = persons;
	}

	/**
	 * A deviation asked for.
	 *
	 * @param variant one of {@link #VARIANTS}
	 */
	public record Request(String clause, String variant, String reason) {
	}

	/**
	 * Keeps what was asked for; it stands in the next revision.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name of whoever completed the task
	 * @throws IllegalArgumentException naming the clause or variant that doesn't exist,
	 * or the reason that is missing
	 */
	@Transactional
	public void ask(UUID contractId, long entryKey, Collection<Request> requests, String by) {
		for (Request request : requests) {
			check(request);
			this.jdbc.sql("""
					insert into clause_deviation (contract_id, entry_key, clause, variant, reason, asked_by)
					values (?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key, clause) do nothing""")
				.params(contractId, entryKey, request.clause(), request.variant(), request.reason(), by)
				.update();
		}
	}

	/**
	 * Keeps that a person approves deviations. What one asked for oneself, and what
	 * somebody without a role or a technical account approves, isn't kept.
	 * @param ids of the deviations
	 */
	@Transactional
	public void approve(UUID contractId, Collection<Long> ids, String by) {
		boolean may = this.persons.has(by, Role.LEGAL) || this.persons.has(by, Role.MANAGER)
				|| this.persons.has(by, Role.SPONSOR);
		if (!may) {
			return;
		}
		for (long id : ids) {
			this.jdbc.sql("""
					insert into clause_deviation_approval (deviation_id, approved_by, roles)
					select id, ?, ? from clause_deviation where id = ? and contract_id = ? and asked_by <> ?
					on conflict (deviation_id, approved_by) do nothing returning id""")
				.params(by, this.persons.roles(by), id, contractId, by)
				.query(Long.class)
				.optional()
				.ifPresent(
						(approval) -> this.evidence.append(partnership(contractId), EvidenceKind.DEVIATION, approval));
		}
	}

	/** What deviates now, in the order of the clauses' names. */
	public List<Deviation> of(UUID contractId) {
		return this.jdbc.sql("""
				select d.*, (select min(a.approved_by) from clause_deviation_approval a where a.deviation_id = d.id)
					as approved_by
				from (select distinct on (clause) * from clause_deviation where contract_id = ?
					order by clause, id desc) d
				where d.variant <> 'profile' order by d.clause""")
			.param(contractId)
			.query(Deviations::deviation)
			.list();
	}

	/** What deviates and nobody else has approved yet. */
	public List<Deviation> pending(UUID contractId) {
		return of(contractId).stream().filter((deviation) -> !deviation.approved()).toList();
	}

	/** The variant of each clause that deviates, by clause, as templates see it. */
	Map<String, String> variants(UUID contractId) {
		Map<String, String> variants = new TreeMap<>();
		of(contractId).forEach((deviation) -> variants.put(deviation.clause(), deviation.variant()));
		return variants;
	}

	private UUID partnership(UUID contractId) {
		return this.jdbc.sql("select partnership_id from contract where id = ?")
			.param(contractId)
			.query(UUID.class)
			.single();
	}

	private void check(Request request) {
		Set<String> known = this.clauses.titles("en").keySet();
		if (!known.contains(request.clause())) {
			throw new IllegalArgumentException("The field 'clause' of a deviation holds '" + request.clause()
					+ "'; the clauses with variants are " + known);
		}
		if (!VARIANTS.contains(request.variant())) {
			throw new IllegalArgumentException("The field 'variant' of the deviation of '" + request.clause()
					+ "' holds '" + request.variant() + "'; it must be one of " + VARIANTS);
		}
		if (request.reason().isBlank()) {
			throw new IllegalArgumentException(
					"The deviation of '" + request.clause() + "' needs a reason in the field 'reason'");
		}
	}

	private static Deviation deviation(ResultSet row, int number) throws SQLException {
		return new Deviation(row.getLong("id"), row.getString("clause"), row.getString("variant"),
				row.getString("reason"), row.getString("asked_by"), row.getTimestamp("asked_at").toInstant(),
				row.getString("approved_by"));
	}

}
