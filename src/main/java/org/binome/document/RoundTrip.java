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
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.w3c.dom.Document;

/**
 * Compares the words of a PDF with those of the document it was made from. An undeclared
 * font or a character no font has makes text vanish while validators still pass.
 */
final class RoundTrip {

	private static final int NAMED_WORDS = 20;

	private RoundTrip() {
	}

	/**
	 * Checks that the PDF holds every word, in order.
	 * @throws DocumentFailure naming the words that are missing
	 */
	static void check(Document document, byte[] pdf) {
		List<String> expected = words(TextOutline.of(document).text());
		List<String> actual = words(bodyText(pdf));
		if (String.join("", expected).equals(String.join("", actual))) {
			return;
		}
		List<String> missing = missing(expected, actual);
		if (missing.isEmpty()) {
			throw new DocumentFailure("The words of the PDF are in another order than in the document, near \""
					+ firstDifference(expected, actual) + "\". Check floats and positioned elements.");
		}
		throw new DocumentFailure("%d word(s) of the document are missing from the PDF: %s. "
			.formatted(missing.size(), String.join(", ", missing.subList(0, Math.min(NAMED_WORDS, missing.size()))))
				+ "The fonts in templates/shared/fonts lack these characters, or the style sheet names a font that isn't there.");
	}

	private static String firstDifference(List<String> expected, List<String> actual) {
		int index = 0;
		while (index < Math.min(expected.size(), actual.size()) && expected.get(index).equals(actual.get(index))) {
			index++;
		}
		return String.join(" ", expected.subList(index, Math.min(index + 6, expected.size()))) + "\" / \""
				+ String.join(" ", actual.subList(index, Math.min(index + 6, actual.size())));
	}

	private static List<String> missing(List<String> expected, List<String> actual) {
		Map<String, Integer> found = new HashMap<>();
		actual.forEach((word) -> found.merge(word, 1, Integer::sum));
		String whole = String.join("", actual);
		List<String> missing = new ArrayList<>();
		for (String word : expected) {
			int left = found.getOrDefault(word, 0);
			if (left > 0) {
				found.put(word, left - 1);
			}
			// A long word may be broken over lines and come back in parts.
			else if (word.length() < 12 || !whole.contains(word)) {
				missing.add(word);
			}
		}
		return missing;
	}

	private static List<String> words(String text) {
		String plain = Normalizer.normalize(text.replace("\u00ad", ""), Normalizer.Form.NFC);
		return Arrays.stream(plain.split("[\\s\\u00a0\\u202f\\u2009]+")).filter((word) -> !word.isEmpty()).toList();
	}

	private static String bodyText(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			BodyText body = new BodyText();
			body.writeText(document, Writer.nullWriter());
			return body.text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The text a reader is told: page headers and footers are marked as artifacts and left
	 * out.
	 */
	private static final class BodyText extends PDFTextStripper {

		private final StringBuilder text = new StringBuilder();

		private final List<Boolean> artifacts = new ArrayList<>();

		BodyText() {
			addOperator(new BeginMarkedContentSequence(this));
			addOperator(new BeginMarkedContentSequenceWithProperties(this));
			addOperator(new EndMarkedContentSequence(this));
		}

		@Override
		public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
			this.artifacts.add(COSName.ARTIFACT.equals(tag));
		}

		@Override
		public void endMarkedContentSequence() {
			this.artifacts.removeLast();
			this.text.append(' ');
		}

		@Override
		protected void processTextPosition(TextPosition position) {
			if (!this.artifacts.contains(true)) {
				this.text.append(position.getUnicode());
			}
		}

	}

}
