package org.binome.prospecting;

/**
 * Why a row of an imported file was not added.
 *
 * @param line the line of the file the row begins on; the headings are line 1
 * @param field the heading as it stands in the file, or empty when it is about the row
 * @param value the value, shortened
 */
public record RowProblem(Kind kind, int line, String field, String value, String french, String english) {

	/** The reason in the language, "fr" or "en". */
	public String reason(String language) {
		return "fr".equals(language) ? this.french : this.english;
	}

	/** Whether something is wrong or the organisation is there already. */
	public enum Kind {

		REJECTED, DUPLICATE

	}

}
