package org.binome.document;

import java.io.IOException;
import java.io.InputStream;

import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * An embedded font that remembers the code and the width of each character. A document
 * asks for them tens of thousands of times, and the font itself encodes and decodes the
 * text for each answer.
 */
final class MeasuredFont extends PDFont {

	private final PDType0Font font;

	private final Glyphs glyphs;

	MeasuredFont(PDType0Font font, Glyphs glyphs) {
		super(font.getCOSObject());
		this.font = font;
		this.glyphs = glyphs;
	}

	@Override
	public float getStringWidth(String text) throws IOException {
		float width = 0;
		int index = 0;
		while (index < text.length()) {
			int character = text.codePointAt(index);
			width += glyph(character).width();
			index += Character.charCount(character);
		}
		return width;
	}

	@Override
	protected byte[] encode(int character) throws IOException {
		return glyph(character).code();
	}

	private Glyphs.Glyph glyph(int character) throws IOException {
		Glyphs.Glyph known = this.glyphs.get(character);
		if (known == null) {
			String text = Character.toString(character);
			known = new Glyphs.Glyph(this.font.encode(text), this.font.getStringWidth(text));
			this.glyphs.put(character, known);
		}
		return known;
	}

	@Override
	public String getName() {
		return this.dict.getNameAsString("BaseFont");
	}

	@Override
	public PDFontDescriptor getFontDescriptor() {
		return this.font.getFontDescriptor();
	}

	@Override
	public Matrix getFontMatrix() {
		return this.font.getFontMatrix();
	}

	@Override
	public BoundingBox getBoundingBox() throws IOException {
		return this.font.getBoundingBox();
	}

	@Override
	public Vector getPositionVector(int code) {
		return this.font.getPositionVector(code);
	}

	@Override
	@Deprecated
	public float getHeight(int code) throws IOException {
		return this.font.getHeight(code);
	}

	@Override
	public float getWidth(int code) throws IOException {
		return this.font.getWidth(code);
	}

	@Override
	public boolean hasExplicitWidth(int code) throws IOException {
		return this.font.hasExplicitWidth(code);
	}

	@Override
	public float getWidthFromFont(int code) throws IOException {
		return this.font.getWidthFromFont(code);
	}

	@Override
	public float getAverageFontWidth() {
		return this.font.getAverageFontWidth();
	}

	@Override
	protected float getStandard14Width(int code) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int readCode(InputStream in) throws IOException {
		return this.font.readCode(in);
	}

	@Override
	public String toUnicode(int code) {
		return this.font.toUnicode(code);
	}

	@Override
	public boolean isEmbedded() {
		return this.font.isEmbedded();
	}

	@Override
	public boolean isDamaged() {
		return this.font.isDamaged();
	}

	@Override
	public boolean isVertical() {
		return this.font.isVertical();
	}

	@Override
	public void addToSubset(int character) {
		this.font.addToSubset(character);
	}

	@Override
	public void subset() throws IOException {
		this.font.subset();
	}

	@Override
	public boolean willBeSubset() {
		return this.font.willBeSubset();
	}

}
