package org.binome.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.w3c.dom.Document;

/**
 * Compares the words of a PDF with those of the document it was made from. An undeclared
 * font or a character no font has makes text vanish while validators still pass.
 */
final class RoundTrip {

	private static final int NAMED_WORDS = 20;

	private static final int WORDS_TO_MEET = 4;

	/** Twenty millimetres in points. */
	private static final float NARROWEST_MARGIN = 56.7f;

	private RoundTrip() {
	}

	/**
	 * Checks that the PDF holds every word, in order.
	 * @throws DocumentFailure naming the words that are missing
	 */
	static void check(Document document, byte[] pdf) {
		List<String> expected = words(TextOutline.of(document).text());
		String actual = String.join("", words(bodyText(pdf)));
		if (String.join("", expected).equals(actual)) {
			return;
		}
		List<String> missing = missing(expected, actual);
		if (missing.isEmpty()) {
			throw new DocumentFailure("The PDF holds more text than the document, from \""
					+ actual.substring(Math.min(String.join("", expected).length(), actual.length())) + "\" on.");
		}
		throw new DocumentFailure(
				"%d word(s) of the document are missing from the PDF or stand elsewhere: %s. The fonts in templates/shared/fonts lack these characters, or the style sheet names a font that isn't there."
					.formatted(missing.size(),
							String.join(" ", missing.subList(0, Math.min(NAMED_WORDS, missing.size())))));
	}

	/**
	 * Walks both texts side by side; where they part, it looks for the next few words on
	 * which they meet again.
	 */
	private static List<String> missing(List<String> expected, String actual) {
		List<String> missing = new ArrayList<>();
		int position = 0;
		int index = 0;
		while (index < expected.size()) {
			String word = expected.get(index);
			if (actual.startsWith(word, position)) {
				position += word.length();
				index++;
				continue;
			}
			int meeting = index + 1;
			int found = -1;
			while (meeting < expected.size() && found < 0) {
				String ahead = String.join("",
						expected.subList(meeting, Math.min(meeting + WORDS_TO_MEET, expected.size())));
				found = actual.indexOf(ahead, position);
				meeting += (found < 0) ? 1 : 0;
			}
			missing.addAll(expected.subList(index, meeting));
			index = meeting;
			position = (found < 0) ? actual.length() : found;
		}
		return missing;
	}

	private static List<String> words(String text) {
		String plain = Normalizer.normalize(text.replace("\u00ad", ""), Normalizer.Form.NFC);
		return Arrays.stream(plain.split("[\\s\\u00a0\\u202f\\u2009]+")).filter((word) -> !word.isEmpty()).toList();
	}

	/**
	 * The text in the order in which the structure tree tells it to a reader. Page
	 * headers and footers aren't in that tree.
	 */
	private static String bodyText(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			MarkedText marked = new MarkedText();
			marked.writeText(document, Writer.nullWriter());
			StringBuilder text = new StringBuilder();
			append(document.getDocumentCatalog().getStructureTreeRoot(), null, marked.texts, text);
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A table heading printed again on each page has all its prints under one element;
	 * the first is the one that counts.
	 */
	private static void append(PDStructureNode node, PDPage inherited, Map<Mark, StringBuilder> texts,
			StringBuilder text) {
		if (node instanceof PDStructureElement heading && "TH".equals(heading.getStructureType())) {
			List<MarkedPart> parts = new ArrayList<>();
			collect(node, inherited, texts, parts);
			parts.stream()
				.filter((part) -> part.page() == parts.getFirst().page())
				.forEach((part) -> text.append(part.text()));
			return;
		}
		collectChildren(node, inherited, texts, text);
	}

	private static void collectChildren(PDStructureNode node, PDPage inherited, Map<Mark, StringBuilder> texts,
			StringBuilder text) {
		PDPage page = page(node, inherited);
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureNode child) {
				append(child, page, texts, text);
			}
			else {
				part(kid, page, texts).forEach((part) -> text.append(part.text()));
			}
		}
	}

	private static void collect(PDStructureNode node, PDPage inherited, Map<Mark, StringBuilder> texts,
			List<MarkedPart> parts) {
		PDPage page = page(node, inherited);
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureNode child) {
				collect(child, page, texts, parts);
			}
			else {
				parts.addAll(part(kid, page, texts));
			}
		}
	}

	private static List<MarkedPart> part(Object kid, PDPage page, Map<Mark, StringBuilder> texts) {
		Mark mark = null;
		if (kid instanceof Integer number && page != null) {
			mark = new Mark(page.getCOSObject(), number);
		}
		else if (kid instanceof PDMarkedContentReference reference) {
			PDPage at = (reference.getPage() != null) ? reference.getPage() : page;
			mark = new Mark(at.getCOSObject(), reference.getMCID());
		}
		StringBuilder text = (mark != null) ? texts.get(mark) : null;
		return (text != null) ? List.of(new MarkedPart(mark.page(), text.toString())) : List.of();
	}

	private static PDPage page(PDStructureNode node, PDPage inherited) {
		return (node instanceof PDStructureElement element && element.getPage() != null) ? element.getPage()
				: inherited;
	}

	private record MarkedPart(COSDictionary page, String text) {
	}

	private record Mark(COSDictionary page, int number) {
	}

	private static final class MarkedText extends PDFTextStripper {

		private final Map<Mark, StringBuilder> texts = new HashMap<>();

		private final List<Mark> open = new ArrayList<>();

		MarkedText() {
			addOperator(new BeginMarkedContentSequence(this));
			addOperator(new BeginMarkedContentSequenceWithProperties(this));
			addOperator(new EndMarkedContentSequence(this));
		}

		@Override
		public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
			int number = (properties != null) ? properties.getInt(COSName.MCID, -1) : -1;
			this.open.add((number >= 0) ? new Mark(getCurrentPage().getCOSObject(), number) : null);
		}

		@Override
		public void endMarkedContentSequence() {
			this.open.removeLast();
		}

		@Override
		protected void processTextPosition(TextPosition position) {
			float right = position.getXDirAdj() + position.getWidthDirAdj();
			if (right > getCurrentPage().getCropBox().getWidth() - NARROWEST_MARGIN
					&& !position.getUnicode().isBlank()) {
				throw new DocumentFailure("The text runs over the right margin of page %d, at \"%s\"."
					.formatted(getCurrentPageNo(), position.getUnicode()));
			}
			Mark mark = this.open.isEmpty() ? null : this.open.getLast();
			if (mark != null) {
				this.texts.computeIfAbsent(mark, (key) -> new StringBuilder()).append(position.getUnicode());
			}
		}

	}

}
