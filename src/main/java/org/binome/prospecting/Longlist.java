package org.binome.prospecting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The complete list of potential partners of a programme (PRO-11, PRO-12).
 */
@Repository
public class Longlist {

	private static final int BATCH = 1000;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Programmes programmes;

	private final Clock clock;

	Longlist(JdbcClient jdbc, JdbcTemplate batches, Programmes programmes, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.programmes = programmes;
		this.clock = clock;
	}

	/**
	 * Adds the rows of a CSV file that are right and new, and reports on all others. The
	 * same file a second time adds nothing.
	 * @param file UTF-8, comma or semicolon, headings in French or English
	 * @param importedBy user name
	 * @throws UnreadableFile if it is no such file at all; nothing is added then
	 * @throws LonglistClosed if the candidates have been scored already
	 * @throws UnknownProgramme if there is no such programme
	 */
	@Transactional
	public ImportReport importCsv(UUID programmeId, String fileName, byte[] file, String importedBy) {
		this.jdbc.sql("select id from programme where id = ? for update")
			.param(programmeId)
			.query(UUID.class)
			.optional();
		Programme programme = this.programmes.get(programmeId);
		String sha256 = sha256(file);
		Optional<UUID> earlier = this.jdbc.sql("select id from longlist_import where programme_id = ? and sha256 = ?")
			.params(programmeId, sha256)
			.query(UUID.class)
			.optional();
		if (earlier.isPresent()) {
			return report(earlier.get(), true);
		}
		if (!programme.longlistOpen()) {
			throw new LonglistClosed(programme.name());
		}
		return store(programmeId, RowParser.shown(fileName), sha256, new LonglistFile(file), importedBy);
	}

	/** The imports of a programme, newest first, without their problems. */
	public List<ImportReport> imports(UUID programmeId) {
		return this.jdbc.sql("select * from longlist_import where programme_id = ? order by at desc, id")
			.param(programmeId)
			.query((row, number) -> report(row, List.of(), false))
			.list();
	}

	/** The report of one import with all its problems. */
	public ImportReport report(UUID importId) {
		return report(importId, false);
	}

	/** Declares the longlist complete, or not yet (PRO-12). */
	@Transactional
	public void declare(UUID programmeId, boolean complete) {
		this.jdbc.sql("update programme set longlist_declared = ? where id = ?").params(complete, programmeId).update();
	}

	private ImportReport store(UUID programmeId, String fileName, String sha256, LonglistFile file, String importedBy) {
		var problems = new ArrayList<>(file.problems());
		long rejected = problems.stream().map(RowProblem::line).distinct().count();
		List<CandidateRow> fresh = fresh(programmeId, file.rows(), problems);
		problems.sort(Comparator.comparingInt(RowProblem::line));
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into longlist_import (id, programme_id, file_name, sha256, imported_by, rows_read, rows_added,
					rows_duplicate, rows_rejected, ignored_columns, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(id, programmeId, fileName, sha256, importedBy, file.rowsRead(), fresh.size(),
					file.rows().size() - fresh.size(), rejected, String.join("\n", file.ignoredColumns()),
					Timestamp.from(this.clock.instant()))
			.update();
		this.batches.batchUpdate("""
				insert into longlist_problem (import_id, kind, line, field, value, reason_fr, reason_en)
				values (?, ?, ?, ?, ?, ?, ?)""", problems, BATCH,
				(statement, problem) -> bind(statement, id, problem.kind().name(), problem.line(), problem.field(),
						problem.value(), problem.french(), problem.english()));
		this.batches.batchUpdate("""
				insert into candidate (id, programme_id, import_id, line, name, dedupe_key, website, country, language,
					time_zone, sector, contact_name, contact_email, contact_role, source, origin, audience,
					audience_affinity, product_fit, image_fit, culture_fit, openness, relation, evidence,
					contact_channel, contact_obtained_from, contact_consented_on)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
					?)""", fresh, BATCH, (statement, row) -> bind(statement, programmeId, id, row));
		return report(id);
	}

	private List<CandidateRow> fresh(UUID programmeId, List<CandidateRow> rows, List<RowProblem> problems) {
		var duplicates = new Duplicates();
		this.jdbc.sql("select name, website, country from candidate where programme_id = ?")
			.param(programmeId)
			.query((RowCallbackHandler) (row) -> duplicates.known(row.getString("name"), row.getString("website"),
					row.getString("country")));
		var fresh = new ArrayList<CandidateRow>();
		for (CandidateRow row : rows) {
			RowProblem duplicate = duplicates.check(row);
			if (duplicate == null) {
				fresh.add(row);
			}
			else {
				problems.add(duplicate);
			}
		}
		return fresh;
	}

	private static void bind(PreparedStatement statement, UUID programmeId, UUID importId, CandidateRow row)
			throws SQLException {
		Contact contact = row.contact();
		Criteria criteria = row.criteria();
		bind(statement, UUID.randomUUID(), programmeId, importId, row.line(), row.name(), row.dedupeKey(),
				row.website(), row.country(), row.language(), row.timeZone().getId(), row.sector(), contact.name(),
				contact.email(), contact.role(), row.source(), row.origin().name(), criteria.audience(),
				criteria.audienceAffinity(), criteria.productFit(), criteria.imageFit(), criteria.cultureFit(),
				criteria.openness().name(), criteria.relation().name(), criteria.evidence(),
				contact.detail().channel().name(), contact.detail().obtainedFrom(), contact.detail().consentedOn());
	}

	private static void bind(PreparedStatement statement, Object... values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
	}

	private ImportReport report(UUID importId, boolean repeated) {
		List<RowProblem> problems = this.jdbc.sql("select * from longlist_problem where import_id = ? order by id")
			.param(importId)
			.query((row, number) -> new RowProblem(RowProblem.Kind.valueOf(row.getString("kind")), row.getInt("line"),
					row.getString("field"), row.getString("value"), row.getString("reason_fr"),
					row.getString("reason_en")))
			.list();
		return this.jdbc.sql("select * from longlist_import where id = ?")
			.param(importId)
			.query((row, number) -> report(row, problems, repeated))
			.single();
	}

	private static ImportReport report(ResultSet row, List<RowProblem> problems, boolean repeated) throws SQLException {
		String ignored = row.getString("ignored_columns");
		return new ImportReport(row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class),
				row.getString("file_name"), row.getString("imported_by"), row.getTimestamp("at").toInstant(),
				row.getInt("rows_read"), row.getInt("rows_added"), row.getInt("rows_duplicate"),
				row.getInt("rows_rejected"), ignored.isEmpty() ? List.of() : List.of(ignored.split("\n")), problems,
				repeated);
	}

	private static String sha256(byte[] file) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
