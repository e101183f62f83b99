package org.binome.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the content of a printed page, operator by operator. It knows what our renderer
 * writes: names, numbers, strings, arrays and dictionaries of them; no inline images.
 */
final class PageContent {

	private static final int NOTHING = -1;

	/** The characters of which words and numbers are made. */
	private static final boolean[] REGULAR = new boolean[256];

	static {
		for (int character = 0; character < REGULAR.length; character++) {
			REGULAR[character] = !isSpace(character) && "/<>()[]{}%".indexOf(character) < 0;
		}
	}

	private final byte[] content;

	private int position;

	private final List<Object> operands = new ArrayList<>();

	PageContent(byte[] content) {
		this.content = content;
	}

	/**
	 * Goes to the next operator; its operands are kept until then.
	 * @return null at the end
	 */
	String next() {
		this.operands.clear();
		for (int character = skipSpace(); character != NOTHING; character = skipSpace()) {
			if (isOperand(character)) {
				this.operands.add(read(character));
			}
			else {
				return word();
			}
		}
		return null;
	}

	/**
	 * Text for a name, Float for a number, bytes for a string, a list for an array, a map
	 * for a dictionary.
	 */
	Object operand(int index) {
		return this.operands.get(index);
	}

	String name(int index) {
		return (String) operand(index);
	}

	float number(int index) {
		return (Float) operand(index);
	}

	private Object read(int first) {
		return switch (first) {
			case '/' -> {
				this.position++;
				yield word();
			}
			case '<' -> (following() == '<') ? dictionary() : hexadecimal();
			case '(' -> literal();
			case '[' -> array();
			default -> number();
		};
	}

	private List<Object> array() {
		List<Object> array = new ArrayList<>();
		this.position++;
		for (int character = skipSpace(); character != ']'; character = skipSpace()) {
			array.add(read(required(character)));
		}
		this.position++;
		return array;
	}

	private Map<String, Object> dictionary() {
		Map<String, Object> entries = new HashMap<>();
		this.position += 2;
		for (int character = skipSpace(); character != '>'; character = skipSpace()) {
			String key = (String) read(required(character));
			entries.put(key, read(required(skipSpace())));
		}
		this.position += 2;
		return entries;
	}

	private byte[] hexadecimal() {
		int start = ++this.position;
		while (required(current()) != '>') {
			this.position++;
		}
		byte[] bytes = new byte[(this.position - start + 1) / 2];
		for (int index = start; index < this.position; index++) {
			int digit = Character.digit(this.content[index], 16);
			if (digit < 0) {
				throw unexpected();
			}
			int place = (index - start) / 2;
			bytes[place] |= (byte) (((index - start) % 2 == 0) ? digit << 4 : digit);
		}
		this.position++;
		return bytes;
	}

	/** Parentheses and backslashes inside are escaped by the writer. */
	private byte[] literal() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.position++;
		while (required(current()) != ')') {
			if (current() == '\\') {
				this.position++;
			}
			bytes.write(required(current()));
			this.position++;
		}
		this.position++;
		return bytes.toByteArray();
	}

	private float number() {
		byte[] bytes = this.content;
		int at = this.position;
		boolean negative = bytes[at] == '-';
		if (negative) {
			at++;
		}
		double value = 0;
		double unit = 0;
		for (; at < bytes.length && REGULAR[bytes[at] & 0xFF]; at++) {
			byte character = bytes[at];
			if (character >= '0' && character <= '9') {
				value = value * 10 + (character - '0');
				unit *= 10;
			}
			else if (character == '.' && unit == 0) {
				unit = 1;
			}
			else {
				throw unexpected();
			}
		}
		this.position = at;
		double result = (unit > 1) ? value / unit : value;
		return (float) (negative ? -result : result);
	}

	private String word() {
		int start = this.position;
		while (this.position < this.content.length && REGULAR[this.content[this.position] & 0xFF]) {
			this.position++;
		}
		if (this.position == start) {
			throw unexpected();
		}
		return new String(this.content, start, this.position - start, StandardCharsets.ISO_8859_1);
	}

	private int skipSpace() {
		while (current() != NOTHING && isSpace(current())) {
			this.position++;
		}
		return current();
	}

	private int current() {
		return (this.position < this.content.length) ? this.content[this.position] & 0xFF : NOTHING;
	}

	private int following() {
		return (this.position + 1 < this.content.length) ? this.content[this.position + 1] & 0xFF : NOTHING;
	}

	private int required(int character) {
		if (character == NOTHING) {
			throw unexpected();
		}
		return character;
	}

	private IllegalStateException unexpected() {
		return new IllegalStateException("The content of a page can't be read at byte " + this.position + ".");
	}

	private static boolean isOperand(int character) {
		return character == '/' || character == '<' || character == '(' || character == '['
				|| (character >= '0' && character <= '9') || character == '-' || character == '.';
	}

	private static boolean isSpace(int character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t' || character == '\f'
				|| character == 0;
	}

}
