package org.binome.document;

import java.io.IOException;

import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;

/**
 * What an embedded font says of its two-byte codes: the characters they stand for and how
 * wide they are.
 */
final class FontCodes {

	private static final int CODES = 65_536;

	private final String[] characters;

	private final float[] widths;

	private final CMap toUnicode;

	private FontCodes(CMap toUnicode, int highest) {
		this.toUnicode = toUnicode;
		this.characters = new String[highest + 1];
		this.widths = new float[highest + 1];
	}

	static FontCodes of(COSDictionary font) throws IOException {
		COSStream toUnicode = font.getCOSStream(COSName.TO_UNICODE);
		CMap map = (toUnicode != null) ? new CMapParser().parse(toUnicode.createView()) : null;
		COSDictionary descendant = (COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
		COSArray widths = descendant.getCOSArray(COSName.W);
		FontCodes codes = new FontCodes(map, highest(widths));
		codes.readWidths(widths);
		return codes;
	}

	/** Adds what the codes stand for and tells how wide it is, in thousandths. */
	float show(byte[] bytes, StringBuilder text) {
		float width = 0;
		for (int index = 0; index + 1 < bytes.length; index += 2) {
			int code = ((bytes[index] & 0xFF) << 8) | (bytes[index + 1] & 0xFF);
			if (code < this.widths.length) {
				width += this.widths[code];
			}
			if (text != null) {
				text.append(characters(code));
			}
		}
		return width;
	}

	private String characters(int code) {
		if (code >= this.characters.length) {
			return read(code);
		}
		if (this.characters[code] == null) {
			this.characters[code] = read(code);
		}
		return this.characters[code];
	}

	private String read(int code) {
		String read = (this.toUnicode != null) ? this.toUnicode.toUnicode(code, 2) : null;
		return (read != null) ? read : "";
	}

	/** Either "first [width width ...]" or "first last width". */
	private void readWidths(COSArray entries) {
		int index = 0;
		while (entries != null && index < entries.size()) {
			int first = entries.getInt(index);
			if (entries.getObject(index + 1) instanceof COSArray each) {
				for (int offset = 0; offset < each.size(); offset++) {
					this.widths[first + offset] = ((COSNumber) each.getObject(offset)).floatValue();
				}
				index += 2;
			}
			else {
				for (int code = first; code <= entries.getInt(index + 1); code++) {
					this.widths[code] = ((COSNumber) entries.getObject(index + 2)).floatValue();
				}
				index += 3;
			}
		}
	}

	private static int highest(COSArray entries) {
		int highest = 0;
		int index = 0;
		while (entries != null && index < entries.size()) {
			if (entries.getObject(index + 1) instanceof COSArray each) {
				highest = Math.max(highest, entries.getInt(index) + each.size());
				index += 2;
			}
			else {
				highest = Math.max(highest, entries.getInt(index + 1));
				index += 3;
			}
		}
		return Math.min(highest, CODES - 1);
	}

}
