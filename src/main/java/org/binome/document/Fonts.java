package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
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

	private final ConcurrentLinkedDeque<List<Typeface>> idle = new ConcurrentLinkedDeque<>();

	private final Map<String, FSCacheValue> metrics = new ConcurrentHashMap<>();

	List<Typeface> borrow() {
		List<Typeface> fonts = this.idle.poll();
		return (fonts != null) ? fonts : FACES.stream().map(Fonts::parse).toList();
	}

	void giveBack(List<Typeface> fonts) {
		this.idle.push(fonts);
	}

	void use(List<Typeface> fonts, PdfRendererBuilder builder, PDDocument document) {
		KnownMetrics known = new KnownMetrics(this.metrics);
		builder.useCacheStore(CacheStore.PDF_FONT_METRICS, known);
		for (int index = 0; index < FACES.size(); index++) {
			Face face = FACES.get(index);
			builder.useFont(new EmbeddedFont(document, face, fonts.get(index), known), face.family(), face.weight(),
					face.style(), true);
		}
	}

	private static Typeface parse(Face face) {
		try (InputStream file = Fonts.class.getResourceAsStream("/templates/shared/fonts/" + face.file() + ".ttf")) {
			if (file == null) {
				throw new IllegalStateException(
						"The font " + face.file() + ".ttf is missing from templates/shared/fonts.");
			}
			TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
			// Substitution costs fifteen times the rest and its ligatures lose text.
			font.setEnableGsub(false);
			return new Typeface(font, new Glyphs());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A parsed font and what is known of its characters. */
	record Typeface(TrueTypeFont font, Glyphs glyphs) {
	}

	/** The metrics known before a document was begun, and those it has to learn. */
	private static final class KnownMetrics implements FSCacheEx<String, FSCacheValue> {

		private final Map<String, FSCacheValue> known;

		private final Set<String> missed = new HashSet<>();

		KnownMetrics(Map<String, FSCacheValue> known) {
			this.known = known;
		}

		@Override
		public void put(String key, FSCacheValue metrics) {
			this.known.put(key, metrics);
		}

		@Override
		public FSCacheValue get(String key) {
			FSCacheValue metrics = this.known.get(key);
			if (metrics == null) {
				this.missed.add(key);
			}
			return metrics;
		}

		@Override
		public FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
			throw new UnsupportedOperationException();
		}

		boolean has(Face face) {
			String name = ":" + face.family() + ":" + face.weight() + ":"
					+ face.style().name().toLowerCase(Locale.ROOT);
			return this.missed.stream().noneMatch((key) -> key.endsWith(name));
		}

	}

	private static final class EmbeddedFont extends PDFontSupplier {

		private final PDDocument document;

		private final Face face;

		private final Typeface typeface;

		private final KnownMetrics metrics;

		private PDFont embedded;

		EmbeddedFont(PDDocument document, Face face, Typeface typeface, KnownMetrics metrics) {
			super(null);
			this.document = document;
			this.face = face;
			this.typeface = typeface;
			this.metrics = metrics;
		}

		@Override
		public PDFont supply() {
			if (this.embedded == null) {
				this.embedded = embed();
			}
			return this.embedded;
		}

		/** The renderer learns the place of an underline only from a font of its own. */
		private PDFont embed() {
			try {
				PDType0Font font = PDType0Font.load(this.document, this.typeface.font(), true);
				return this.metrics.has(this.face) ? new MeasuredFont(font, this.typeface.glyphs()) : font;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
