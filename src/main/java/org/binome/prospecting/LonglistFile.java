package org.binome.prospecting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A longlist as it stands in a CSV file: the rows that are right, and what is wrong with
 * the others.
 */
final class LonglistFile {

	private static final char[] DELIMITERS = { ';', ',', '\t' };

	private final List<CandidateRow> rows = new ArrayList<>();

	private final List<RowProblem> problems = new ArrayList<>();

	private final List<String> ignoredColumns = new ArrayList<>();

	private int rowsRead;

	/**
	 * Reads the file.
	 * @throws UnreadableFile if it has no headings to read it by
	 */
	LonglistFile(byte[] file) {
		String text = CsvText.decode(file);
		CsvReader reader = new CsvReader(text, delimiter(text));
		List<String> headings = headings(reader);
		Map<Column, Integer> columns = columns(headings);
		for (CsvReader.Row row = reader.next(); row != null; row = reader.next()) {
			this.rowsRead++;
			RowParser parser = new RowParser(row, headings, columns);
			parser.parse().ifPresent(this.rows::add);
			this.problems.addAll(parser.problems());
		}
		if (this.rowsRead == 0) {
			throw new UnreadableFile("Le fichier n’a que des en-têtes, aucune ligne.",
					"The file has headings only, no rows.");
		}
	}

	List<CandidateRow> rows() {
		return this.rows;
	}

	List<RowProblem> problems() {
		return this.problems;
	}

	List<String> ignoredColumns() {
		return this.ignoredColumns;
	}

	int rowsRead() {
		return this.rowsRead;
	}

	/** The delimiter by which most headings are known. */
	private static char delimiter(String text) {
		char best = DELIMITERS[0];
		long most = 0;
		for (char delimiter : DELIMITERS) {
			CsvReader reader = new CsvReader(text, delimiter);
			CsvReader.Row first = firstRow(reader);
			long known = (first != null && first.problem() == null)
					? first.fields().stream().map(Column::of).filter(Optional::isPresent).count() : 0;
			if (known > most) {
				most = known;
				best = delimiter;
			}
		}
		return best;
	}

	/** Passes over the hint "sep=;" some spreadsheets write. */
	private static CsvReader.Row firstRow(CsvReader reader) {
		CsvReader.Row first = reader.next();
		boolean hint = first != null && first.fields().getFirst().strip().toLowerCase(Locale.ROOT).startsWith("sep=");
		return hint ? reader.next() : first;
	}

	private static List<String> headings(CsvReader reader) {
		CsvReader.Row first = firstRow(reader);
		if (first == null) {
			throw new UnreadableFile("Le fichier est vide.", "The file is empty.");
		}
		if (first.problem() != null) {
			throw new UnreadableFile(
					"Ligne %d : les guillemets des en-têtes ne sont pas fermés.".formatted(first.line()),
					"Line %d: the quotes of the headings are not closed.".formatted(first.line()));
		}
		return first.fields().stream().map(String::strip).toList();
	}

	private Map<Column, Integer> columns(List<String> headings) {
		var columns = new EnumMap<Column, Integer>(Column.class);
		for (int i = 0; i < headings.size(); i++) {
			String heading = headings.get(i);
			Optional<Column> column = Column.of(heading);
			if (column.isEmpty()) {
				this.ignoredColumns.add(RowParser.shown(heading.isEmpty() ? "(" + (i + 1) + ")" : heading));
			}
			else if (columns.putIfAbsent(column.get(), i) != null) {
				String shown = RowParser.shown(heading);
				throw new UnreadableFile(
						"Deux colonnes disent la même chose ; gardez-en une : « %s ».".formatted(shown),
						"Two columns say the same; keep one of them: \"%s\".".formatted(shown));
			}
		}
		requireAll(columns);
		return columns;
	}

	private static void requireAll(Map<Column, Integer> columns) {
		List<Column> missing = Column.allRequired().stream().filter((column) -> !columns.containsKey(column)).toList();
		if (columns.isEmpty()) {
			throw new UnreadableFile(
					"La première ligne doit donner les en-têtes des colonnes. Obligatoires : %s."
						.formatted(names(missing, "fr")),
					"The first line must give the headings of the columns. Required: %s."
						.formatted(names(missing, "en")));
		}
		if (!missing.isEmpty()) {
			throw new UnreadableFile("Des colonnes obligatoires manquent : %s.".formatted(names(missing, "fr")),
					"Required columns are missing: %s.".formatted(names(missing, "en")));
		}
	}

	private static String names(List<Column> columns, String language) {
		return columns.stream().map((column) -> column.heading(language)).collect(Collectors.joining(", "));
	}

}
