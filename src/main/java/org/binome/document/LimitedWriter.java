package org.binome.document;

import java.io.IOException;
import java.io.Writer;

/**
 * Collects a template's output up to a limit, so that an endless loop can't fill the
 * memory.
 */
final class LimitedWriter extends Writer {

	private final StringBuilder text = new StringBuilder(32_768);

	private final int limit;

	LimitedWriter(int limit) {
		this.limit = limit;
	}

	@Override
	public void write(char[] buffer, int offset, int length) throws IOException {
		if (this.text.length() + length > this.limit) {
			throw new IOException("the output is longer than " + this.limit + " characters");
		}
		this.text.append(buffer, offset, length);
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
