package org.binome.document;

/**
 * A template that can't be turned into text, with the place an author has to look at.
 */
public class TemplateFailure extends RuntimeException {

	private final String template;

	private final int line;

	private final int column;

	TemplateFailure(String template, int line, int column, String message, Throwable cause) {
		super("Template %s%s: %s".formatted(template, (line > 0) ? ", line %d, column %d".formatted(line, column) : "",
				message), cause);
		this.template = template;
		this.line = line;
		this.column = column;
	}

	public String template() {
		return this.template;
	}

	/** Line in the template, starting at 1; 0 when unknown. */
	public int line() {
		return this.line;
	}

	/** Column in the template, starting at 1; 0 when unknown. */
	public int column() {
		return this.column;
	}

}
