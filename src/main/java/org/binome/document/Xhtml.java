package org.binome.document;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads the XHTML of a document. A document type is refused, and with it every entity: no
 * expansion, no external file.
 */
final class Xhtml {

	private static final ErrorHandler STRICT = new ErrorHandler() {
		@Override
		public void warning(SAXParseException problem) {
		}

		@Override
		public void error(SAXParseException problem) throws SAXException {
			throw problem;
		}

		@Override
		public void fatalError(SAXParseException problem) throws SAXException {
			throw problem;
		}
	};

	/** A million characters are about three hundred pages. */
	private static final int LONGEST = 1_000_000;

	private static final String DEEPEST = "100";

	private static final List<String> SPANNING = List.of("td", "th", "col", "colgroup");

	private static final List<String> SPANS = List.of("colspan", "rowspan", "span");

	private static final Pattern SPAN = Pattern.compile("\\d{0,3}");

	private static final int SOFT_HYPHEN = 0xAD;

	/** Letters and marks that show nothing: fillers, joiners, a blank braille pattern. */
	private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

	private Xhtml() {
	}

	static Document parse(String xhtml) {
		if (xhtml.length() > LONGEST) {
			throw new DocumentFailure(
					"The document has %d characters; at most %d can be printed.".formatted(xhtml.length(), LONGEST));
		}
		try {
			DocumentBuilder builder = factory().newDocumentBuilder();
			builder.setErrorHandler(STRICT);
			Document document = builder.parse(new InputSource(new StringReader(visible(xhtml))));
			checkSpans(document.getDocumentElement());
			return document;
		}
		catch (SAXParseException ex) {
			throw new DocumentFailure("The document is not well-formed XHTML, line %d, column %d: %s"
				.formatted(ex.getLineNumber(), ex.getColumnNumber(), ex.getMessage()), ex);
		}
		catch (SAXException | IOException | ParserConfigurationException ex) {
			throw new DocumentFailure("The document can't be read as XHTML: " + ex.getMessage(), ex);
		}
	}

	private static DocumentBuilderFactory factory() throws ParserConfigurationException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
		factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
		factory.setXIncludeAware(false);
		factory.setExpandEntityReferences(true);
		return factory;
	}

	/** The renderer keeps a cell for each row and column a cell spans. */
	private static void checkSpans(Element element) {
		if (SPANNING.contains(element.getTagName())) {
			SPANS.forEach((name) -> checkSpan(element.getAttribute(name), name));
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				checkSpans(inner);
			}
		}
	}

	private static void checkSpan(String span, String name) {
		if (!SPAN.matcher(span).matches()) {
			throw new DocumentFailure("A table cell has %s=\"%s\"; at most 999 can be printed.".formatted(name,
					span.substring(0, Math.min(20, span.length()))));
		}
	}

	/**
	 * Characters that XML can't hold, that can't be seen, or that change the direction of
	 * the text around them become visible question marks: what is signed must read as it
	 * is stored.
	 */
	private static String visible(String xhtml) {
		StringBuilder clean = null;
		int index = 0;
		while (index < xhtml.length()) {
			int character = xhtml.codePointAt(index);
			int length = Character.charCount(character);
			if (invisible(character) && clean == null) {
				clean = new StringBuilder(xhtml.length()).append(xhtml, 0, index);
			}
			if (clean != null) {
				clean.appendCodePoint(invisible(character) ? '?' : character);
			}
			index += length;
		}
		return (clean != null) ? clean.toString() : xhtml;
	}

	private static boolean invisible(int character) {
		if (character < 0x7F) {
			return character < ' ' && character != '\n' && character != '\r' && character != '\t';
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
			case Character.FORMAT -> character != SOFT_HYPHEN;
			default -> BLANKS.indexOf(character) >= 0 || (character >= 0xFE00 && character <= 0xFE0F)
					|| (character >= 0xE0100 && character <= 0xE01EF);
		};
	}

}
