package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.w3c.dom.Document;

/**
 * Compares the words of a PDF with those of the document it was made from. An undeclared
 * font or a character no font has makes text vanish while validators still pass.
 */
final class RoundTrip {

	private static final int NAMED_WORDS = 20;

	private static final int WORDS_TO_MEET = 4;

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");

	private RoundTrip() {
	}

	/**
	 * Checks that a PDF holds every word, in order. The words are read from the pages and
	 * fonts as they were written, which saves parsing them; then the stored bytes are
	 * opened again, and must show the very same pages with the very same fonts.
	 * @param written the PDF, after it was saved
	 * @param stored what it was saved as
	 * @throws DocumentFailure naming the words that are missing
	 */
	static void check(Document document, PDDocument written, byte[] stored) throws IOException {
		compare(TextOutline.of(document).text(), TaggedText.of(written));
		if (!holds(stored, written)) {
			throw new IllegalStateException("The stored PDF differs from the one that was written.");
		}
	}

	static void compare(String document, String pdf) {
		String actual = squeeze(pdf);
		if (squeeze(document).equals(actual)) {
			return;
		}
		List<String> expected = words(document);
		List<String> missing = missing(expected, actual);
		if (missing.isEmpty()) {
			throw new DocumentFailure("The PDF holds more text than the document, from \""
					+ actual.substring(Math.min(String.join("", expected).length(), actual.length())) + "\" on.");
		}
		throw new DocumentFailure(
				"%d word(s) of the document are missing from the PDF or stand elsewhere: %s. The fonts in templates/shared/fonts lack these characters, or the style sheet hides them or names a font that isn't there."
					.formatted(missing.size(), few(missing)));
	}

	/** So many words that one finds the place. */
	static String few(List<String> words) {
		return String.join(" ", words.subList(0, Math.min(NAMED_WORDS, words.size())));
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
		return SPACES.splitAsStream(text).map(RoundTrip::squeeze).filter((word) -> !word.isEmpty()).toList();
	}

	/** What is left to compare when lines may break anywhere. */
	static String squeeze(String text) {
		StringBuilder squeezed = new StringBuilder(text.length());
		for (int index = 0; index < text.length(); index++) {
			char character = text.charAt(index);
			if (!Character.isWhitespace(character) && !Character.isSpaceChar(character) && character != '\u00ad') {
				squeezed.append(character);
			}
		}
		return Normalizer.normalize(squeezed, Normalizer.Form.NFC);
	}

	private static boolean holds(byte[] stored, PDDocument written) throws IOException {
		try (PDDocument reopened = Loader.loadPDF(stored)) {
			int pages = written.getNumberOfPages();
			boolean same = reopened.getNumberOfPages() == pages;
			for (int index = 0; same && index < pages; index++) {
				same = sameStreams(written.getPage(index), reopened.getPage(index));
			}
			return same;
		}
	}

	private static boolean sameStreams(PDPage written, PDPage reopened) throws IOException {
		List<COSStream> expected = streams(written);
		List<COSStream> actual = streams(reopened);
		boolean same = expected.size() == actual.size();
		for (int index = 0; same && index < expected.size(); index++) {
			try (InputStream one = expected.get(index).createRawInputStream();
					InputStream other = actual.get(index).createRawInputStream()) {
				same = Arrays.equals(one.readAllBytes(), other.readAllBytes());
			}
		}
		return same;
	}

	/** What a page draws, and what its fonts say their codes mean. */
	private static List<COSStream> streams(PDPage page) {
		List<COSStream> streams = new ArrayList<>();
		page.getContentStreams().forEachRemaining((content) -> streams.add(content.getCOSObject()));
		COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
		if (fonts != null) {
			fonts.keySet()
				.stream()
				.sorted()
				.forEach((name) -> streams.add(fonts.getCOSDictionary(name).getCOSStream(COSName.TO_UNICODE)));
		}
		return streams;
	}

}
