package org.binome.document;

/**
 * What is known of a font's characters, kept from one document to the next.
 */
final class Glyphs {

	/** Latin, Greek, Cyrillic and punctuation; the rest is looked up each time. */
	private static final int KEPT = 0x2400;

	private final Glyph[] known = new Glyph[KEPT];

	/**
	 * A character of a font.
	 *
	 * @param code as written in a page
	 * @param width in thousandths of the size
	 */
	record Glyph(byte[] code, float width) {
	}

	Glyph get(int character) {
		return (character < KEPT) ? this.known[character] : null;
	}

	void put(int character, Glyph glyph) {
		if (character < KEPT) {
			this.known[character] = glyph;
		}
	}

}
