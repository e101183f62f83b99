package org.binome.prospecting;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV (RFC 4180) record by record and recovers from broken quotes: the record is
 * reported as malformed and reading goes on with the next line, so one stray quote never
 * swallows the rows after it. That is why it is not a library, which would stop there.
 */
final class CsvReader {

	/**
	 * A quoted field longer than this is taken for one whose closing quote is missing.
	 */
	private static final int LONGEST_QUOTED = 20_000;

	private final String text;

	private final char delimiter;

	private int position;

	private int line = 1;

	CsvReader(String text, char delimiter) {
		this.text = text;
		this.delimiter = delimiter;
	}

	/** The next record, or null at the end. Lines without any text are passed over. */
	Row next() {
		while (this.position < this.text.length()) {
			int start = this.position;
			int startLine = this.line;
			Row row = read(startLine);
			if (row.problem() != null) {
				this.position = start;
				this.line = startLine;
				String physical = restOfLine();
				return new Row(startLine, List.of(physical), row.problem());
			}
			if (!row.blank()) {
				return row;
			}
		}
		return null;
	}

	private Row read(int startLine) {
		var fields = new ArrayList<String>();
		while (true) {
			if (peek() == '"') {
				Broken broken = quotedField(fields);
				if (broken != null) {
					return new Row(startLine, fields, broken);
				}
			}
			else {
				plainField(fields);
			}
			if (this.position >= this.text.length()) {
				return new Row(startLine, fields, null);
			}
			char separator = this.text.charAt(this.position);
			if (separator == this.delimiter) {
				this.position++;
			}
			else {
				endOfLine();
				return new Row(startLine, fields, null);
			}
		}
	}

	private void plainField(List<String> fields) {
		int start = this.position;
		while (this.position < this.text.length() && !separator(this.text.charAt(this.position))) {
			this.position++;
		}
		fields.add(this.text.substring(start, this.position));
	}

	private Broken quotedField(List<String> fields) {
		int start = ++this.position;
		int lines = 0;
		while (this.position < this.text.length()) {
			if (this.position - start > LONGEST_QUOTED) {
				return Broken.NEVER_CLOSED;
			}
			char character = this.text.charAt(this.position);
			if (character == '"' && peek(1) == '"') {
				this.position += 2;
			}
			else if (character == '"') {
				fields.add(this.text.substring(start, this.position).replace("\"\"", "\""));
				this.position++;
				this.line += lines;
				return (this.position == this.text.length() || separator(peek())) ? null : Broken.TEXT_AFTER_QUOTE;
			}
			else {
				if (character == '\n' || (character == '\r' && peek(1) != '\n')) {
					lines++;
				}
				this.position++;
			}
		}
		return Broken.NEVER_CLOSED;
	}

	private String restOfLine() {
		int start = this.position;
		while (this.position < this.text.length() && peek() != '\n' && peek() != '\r') {
			this.position++;
		}
		String rest = this.text.substring(start, this.position);
		endOfLine();
		return rest;
	}

	private void endOfLine() {
		if (peek() == '\r') {
			this.position++;
			if (peek() == '\n') {
				this.position++;
			}
		}
		else if (this.position < this.text.length()) {
			this.position++;
		}
		this.line++;
	}

	private boolean separator(char character) {
		return character == this.delimiter || character == '\n' || character == '\r';
	}

	private char peek() {
		return peek(0);
	}

	private char peek(int ahead) {
		int index = this.position + ahead;
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	/**
	 * One record.
	 *
	 * @param line where it begins, from 1
	 * @param fields the values, or the text of the line if the record is malformed
	 * @param problem null if it is well formed
	 */
	record Row(int line, List<String> fields, Broken problem) {

		boolean blank() {
			return this.fields.stream().allMatch(String::isBlank);
		}

	}

	/** How quotes can be wrong. */
	enum Broken {

		NEVER_CLOSED, TEXT_AFTER_QUOTE

	}

}
