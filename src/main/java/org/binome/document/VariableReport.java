package org.binome.document;

import java.util.List;

/**
 * How a template and its data fit, found by running the template once per variant of the
 * data without stopping at what is missing.
 *
 * @param missing variables the template can't do without and the data lacks
 * @param absent variables the template asks for and does without
 * @param problems what else went wrong, such as a text where a date is needed
 * @param unused data that no variant reads, as paths such as {@code parties[].role}
 */
public record VariableReport(List<Use> missing, List<Use> absent, List<Use> problems, List<String> unused) {

	/**
	 * A place in a template.
	 *
	 * @param name of the variable, or empty
	 * @param template path below {@code templates/}
	 * @param line starting at 1
	 * @param column starting at 1
	 * @param message what the template engine says
	 */
	public record Use(String name, String template, int line, int column, String message) {
	}

	/** Whether the document can be made as far as variables go. */
	public boolean complete() {
		return this.missing.isEmpty() && this.problems.isEmpty();
	}

}
