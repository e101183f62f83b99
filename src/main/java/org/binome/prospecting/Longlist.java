package org.binome.prospecting;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The complete list of potential partners of a programme (PRO-11, PRO-12).
 */
@Repository
public class Longlist {

	private final JdbcClient jdbc;

	Longlist(JdbcClient jdbc) {
		this.jdbc = jdbc;
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
		throw new UnsupportedOperationException();
	}

	/** The imports of a programme, newest first, without their problems. */
	public List<ImportReport> imports(UUID programmeId) {
		throw new UnsupportedOperationException();
	}

	/** The report of one import with all its problems. */
	public ImportReport report(UUID importId) {
		throw new UnsupportedOperationException();
	}

	/** Declares the longlist complete, or not yet (PRO-12). */
	@Transactional
	public void declare(UUID programmeId, boolean complete) {
		this.jdbc.sql("update programme set longlist_declared = ? where id = ?").params(complete, programmeId).update();
	}

}
