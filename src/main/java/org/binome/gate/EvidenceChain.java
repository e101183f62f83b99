package org.binome.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain of evidence of each partnership and programme: evaluations, overrides,
 * approvals and signatures in the order they were written. Each link holds its row as it
 * was and the SHA-256 of the link before it, so a row that is altered, inserted, moved or
 * removed behind the application's back is found and named.
 * <p>
 * Whoever owns the database can still write a whole chain anew; keep the
 * {@linkplain #anchors() anchors} somewhere else to find that too.
 */
@Service
public class EvidenceChain {

	private final JdbcClient jdbc;

	private final Clock clock;

	EvidenceChain(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds a row just written to the chain of its subject, in the caller's transaction.
	 * @param subject the partnership or programme
	 * @param rowId the primary key of the row
	 * @throws IllegalArgumentException if there is no such row of this subject
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(UUID subject, EvidenceKind kind, Object rowId) {
		lock(subject);
		String content = row(subject, kind, rowId.toString())
			.orElseThrow(() -> new IllegalArgumentException("No row " + rowId + " of " + subject + " in " + kind.table()
					+ "; append it after it was inserted, in the same transaction"));
		Head head = head(subject).orElse(new Head(0, Sha256.NOTHING));
		var link = new Link(head.length() + 1, kind.name(), rowId.toString(), content,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), head.hash(), "");
		this.jdbc.sql("""
				insert into evidence (subject_id, position, kind, row_id, content, at, previous_hash, hash)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(subject, link.position(), link.kind(), link.rowId(), content,
					OffsetDateTime.ofInstant(link.at(), ZoneOffset.UTC), link.previousHash(),
					link.computedHash(subject, link.position()))
			.update();
	}

	/** One writer per chain at a time, until the transaction ends. */
	void lock(UUID subject) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 9))")
			.param(subject.toString())
			.query((row, number) -> 0)
			.single();
	}

	/**
	 * Checks every chain there is, and every row that should be in one, as of one moment.
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public EvidenceReport verifyAll() {
		StringBuilder subjects = new StringBuilder(
				"select subject_id from evidence union select subject_id from evidence_head");
		for (EvidenceKind kind : kinds()) {
			subjects.append(" union select ").append(kind.subject()).append(" from ").append(kind.table()).append(" t");
		}
		var damages = new ArrayList<Damage>();
		long links = 0;
		List<UUID> all = this.jdbc
			.sql("select subject_id from (" + subjects + ") s where subject_id is not null order by 1")
			.query(UUID.class)
			.list();
		for (UUID subject : all) {
			damages.addAll(verify(subject));
			links += head(subject).map(Head::length).orElse(0L);
		}
		return new EvidenceReport(all.size(), links, damages, outOfReach(), this.clock.instant());
	}

	/** The present end of every chain: a later check can rely on them. */
	public List<Anchor> anchors() {
		return this.jdbc.sql("select * from evidence_head order by subject_id")
			.query((row, number) -> new Anchor(row.getObject("subject_id", UUID.class), row.getLong("length"),
					row.getString("hash")))
			.list();
	}

	/** Finds chains that no longer contain what once was their end. */
	public List<Damage> verify(List<Anchor> anchors) {
		return anchors.stream()
			.filter((anchor) -> this.jdbc
				.sql("select count(*) from evidence where subject_id = ? and position = ? and hash = ?")
				.params(anchor.subject(), anchor.position(), anchor.hash())
				.query(Integer.class)
				.single() == 0)
			.map((anchor) -> new Damage(anchor.subject(), Damage.Kind.CHAIN_REWRITTEN, anchor.position(), "", ""))
			.toList();
	}

	/**
	 * What is wrong with the chain of this partnership or programme; empty if nothing.
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public List<Damage> verify(UUID subject) {
		List<Link> links = this.jdbc.sql("select * from evidence where subject_id = ? order by position")
			.param(subject)
			.query(EvidenceChain::link)
			.list();
		var damages = new ArrayList<Damage>();
		checkLinks(subject, links, damages);
		checkEnd(subject, links, damages);
		checkRows(subject, links, damages);
		return damages;
	}

	private static void checkLinks(UUID subject, List<Link> links, List<Damage> damages) {
		long expected = 1;
		String previous = Sha256.NOTHING;
		for (Link link : links) {
			boolean gap = link.position() > expected;
			for (; expected < link.position(); expected++) {
				damages.add(new Damage(subject, Damage.Kind.LINK_MISSING, expected, "", ""));
			}
			if (!link.computedHash(subject, link.position()).equals(link.hash())) {
				boolean moved = links.stream()
					.anyMatch((other) -> link.computedHash(subject, other.position()).equals(link.hash()));
				damages.add(damage(subject, moved ? Damage.Kind.LINK_MOVED : Damage.Kind.LINK_ALTERED, link));
			}
			else if (!gap && !link.previousHash().equals(previous)) {
				damages.add(damage(subject, Damage.Kind.LINK_BROKEN, link));
			}
			previous = link.hash();
			expected = link.position() + 1;
		}
	}

	private void checkEnd(UUID subject, List<Link> links, List<Damage> damages) {
		Optional<Head> head = head(subject);
		if (head.isEmpty()) {
			if (!links.isEmpty()) {
				damages.add(new Damage(subject, Damage.Kind.HEAD_MISSING, 0, "", ""));
			}
			return;
		}
		long last = links.isEmpty() ? 0 : links.getLast().position();
		for (long position = last + 1; position <= head.get().length(); position++) {
			damages.add(new Damage(subject, Damage.Kind.LINK_MISSING, position, "", ""));
		}
		links.stream()
			.filter((link) -> link.position() > head.get().length())
			.forEach((link) -> damages.add(damage(subject, Damage.Kind.LINK_ADDED, link)));
		links.stream()
			.filter((link) -> link.position() == head.get().length() && !link.hash().equals(head.get().hash()))
			.forEach((link) -> damages.add(damage(subject, Damage.Kind.LINK_ALTERED, link)));
	}

	/** The tables that are read for decisions must say what the chain says. */
	private void checkRows(UUID subject, List<Link> links, List<Damage> damages) {
		for (EvidenceKind kind : EvidenceKind.values()) {
			Map<String, String> rows = kinds().contains(kind) ? rows(subject, kind) : new HashMap<>();
			for (Link link : links) {
				if (link.kind().equals(kind.name())) {
					String row = rows.remove(link.rowId());
					if (row == null) {
						damages.add(damage(subject, Damage.Kind.ROW_MISSING, link));
					}
					else if (!row.equals(link.content())) {
						damages.add(damage(subject, Damage.Kind.ROW_ALTERED, link));
					}
				}
			}
			rows.keySet().forEach((id) -> damages.add(new Damage(subject, Damage.Kind.ROW_ADDED, 0, kind.table(), id)));
		}
	}

	private List<EvidenceKind> kinds() {
		return Arrays.stream(EvidenceKind.values())
			.filter((kind) -> this.jdbc.sql("select to_regclass(?) is not null")
				.param(kind.table())
				.query(Boolean.class)
				.single())
			.toList();
	}

	/** Whether the role with which the application connects can't change evidence. */
	private boolean outOfReach() {
		return this.jdbc.sql("""
				select bool_and(not pg_has_role(c.relowner, 'USAGE')
					and not has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))
				from pg_class c join pg_trigger t on t.tgrelid = c.oid and t.tgname = c.relname || '_append_only'
				""").query(Boolean.class).single();
	}

	private Optional<String> row(UUID subject, EvidenceKind kind, String rowId) {
		return this.jdbc
			.sql("select t.* from " + kind.table() + " t where t.id::text = ? and " + kind.subject() + " = ?")
			.params(rowId, subject)
			.query((row, number) -> CanonicalJson.ofRow(row))
			.optional();
	}

	private Map<String, String> rows(UUID subject, EvidenceKind kind) {
		Map<String, String> rows = new HashMap<>();
		this.jdbc.sql("select t.* from " + kind.table() + " t where " + kind.subject() + " = ?")
			.param(subject)
			.query((row) -> {
				rows.put(row.getString("id"), CanonicalJson.ofRow(row));
			});
		return rows;
	}

	private Optional<Head> head(UUID subject) {
		return this.jdbc.sql("select length, hash from evidence_head where subject_id = ?")
			.param(subject)
			.query((row, number) -> new Head(row.getLong("length"), row.getString("hash")))
			.optional();
	}

	private static Damage damage(UUID subject, Damage.Kind kind, Link link) {
		String table = EvidenceKind.of(link.kind()).map(EvidenceKind::table).orElse(link.kind());
		return new Damage(subject, kind, link.position(), table, link.rowId());
	}

	private static Link link(ResultSet row, int number) throws SQLException {
		return new Link(row.getLong("position"), row.getString("kind"), row.getString("row_id"),
				row.getString("content"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("previous_hash"), row.getString("hash"));
	}

	/**
	 * The end of a chain at some time.
	 *
	 * @param position the place of its last link
	 * @param hash of that link
	 */
	public record Anchor(UUID subject, long position, String hash) {
	}

	private record Head(long length, String hash) {
	}

	private record Link(long position, String kind, String rowId, String content, Instant at, String previousHash,
			String hash) {

		/** The hash this link would have at a place of the chain. */
		String computedHash(UUID subject, long place) {
			return Sha256.of(String.join("\n", this.previousHash, subject.toString(), Long.toString(place), this.kind,
					this.rowId, this.at.toString(), this.content));
		}

	}

}
