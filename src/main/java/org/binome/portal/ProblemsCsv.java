package org.binome.portal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.prospecting.RowProblem;

/**
 * The lines of an import that were not added, as a file for a spreadsheet: semicolons and
 * a byte order mark, so that Excel opens it with its accents.
 */
final class ProblemsCsv {

	private ProblemsCsv() {
	}

	static String of(List<RowProblem> problems, String language) {
		String headings = "fr".equals(language) ? "ligne;nature;champ;valeur;raison" : "line;kind;field;value;reason";
		return problems.stream()
			.map((problem) -> Stream
				.of(Integer.toString(problem.line()), problem.kind().name(), problem.field(), problem.value(),
						problem.reason(language))
				.map(ProblemsCsv::cell)
				.collect(Collectors.joining(";")))
			.collect(Collectors.joining("\r\n", "\ufeff" + headings + "\r\n", "\r\n"));
	}

	/** Quoted, and never a formula: a spreadsheet would run it. */
	private static String cell(String text) {
		String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
		return "\"" + safe.replace("\"", "\"\"") + "\"";
	}

}
