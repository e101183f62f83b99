package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts that every document embeds, parsed once and lent to one document at a time
 * because a parsed font isn't thread-safe.
 */
final class Fonts {

	private record Face(String file, String family, int weight, FontStyle style) {
	}

	private static final List<Face> FACES = List.of(
			new Face("SourceSerif4-Regular", "Source Serif", 400, FontStyle.NORMAL),
			new Face("SourceSerif4-Italic", "Source Serif", 400, FontStyle.ITALIC),
			new Face("SourceSerif4-SemiBold", "Source Serif", 700, FontStyle.NORMAL),
			new Face("SourceSans3-Regular", "Source Sans", 400, FontStyle.NORMAL),
			new Face("SourceSans3-Italic", "Source Sans", 400, FontStyle.ITALIC),
			new Face("SourceSans3-SemiBold", "Source Sans", 700, FontStyle.NORMAL));

	private final ConcurrentLinkedDeque<List<TrueTypeFont>> idle = new ConcurrentLinkedDeque<>();

	List<TrueTypeFont> borrow() {
		List<TrueTypeFont> fonts = this.idle.poll();
		return (fonts != null) ? fonts : FACES.stream().map(Fonts::parse).toList();
	}

	void giveBack(List<TrueTypeFont> fonts) {
		this.idle.push(fonts);
	}

	void use(List<TrueTypeFont> fonts, PdfRendererBuilder builder, PDDocument document) {
		for (int index = 0; index < FACES.size(); index++) {
			Face face = FACES.get(index);
			TrueTypeFont font = fonts.get(index);
			builder.useFont(new EmbeddedFont(document, font), face.family(), face.weight(), face.style(), true);
		}
	}

	private static TrueTypeFont parse(Face face) {
		try (InputStream file = Fonts.class.getResourceAsStream("/templates/shared/fonts/" + face.file() + ".ttf")) {
			if (file == null) {
				throw new IllegalStateException(
						"The font " + face.file() + ".ttf is missing from templates/shared/fonts.");
			}
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
			// Substitution costs fifteen times the rest and its ligatures lose text.
			font.setEnableGsub(false);
			return font;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class EmbeddedFont extends PDFontSupplier {

		private final List<PDFont> embedded = new ArrayList<>(1);

		private final PDDocument document;

		private final TrueTypeFont font;

		EmbeddedFont(PDDocument document, TrueTypeFont font) {
			super(null);
			this.document = document;
			this.font = font;
		}

		@Override
		public PDFont supply() {
			if (this.embedded.isEmpty()) {
				try {
					this.embedded.add(PDType0Font.load(this.document, this.font, true));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			return this.embedded.getFirst();
		}

	}

}
