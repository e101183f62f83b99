package org.binome.document;

import java.io.IOException;
import java.io.StringReader;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
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

	private Xhtml() {
	}

	static Document parse(String xhtml) {
		try {
			DocumentBuilder builder = factory().newDocumentBuilder();
			builder.setErrorHandler(STRICT);
			return builder.parse(new InputSource(new StringReader(withoutForbiddenCharacters(xhtml))));
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
		factory.setXIncludeAware(false);
		factory.setExpandEntityReferences(true);
		return factory;
	}

	/**
	 * Characters that XML can't hold, and those that change the direction of the text
	 * around them, become visible replacement characters: what is signed must read as it
	 * is stored.
	 */
	private static String withoutForbiddenCharacters(String xhtml) {
		StringBuilder clean = null;
		for (int index = 0; index < xhtml.length(); index++) {
			char character = xhtml.charAt(index);
			boolean forbidden = (character < 0x20 && character != '\n' && character != '\r' && character != '\t')
					|| character == 0xFFFE || character == 0xFFFF || (character >= 0x202A && character <= 0x202E)
					|| (character >= 0x2066 && character <= 0x2069);
			if (forbidden && clean == null) {
				clean = new StringBuilder(xhtml);
			}
			if (forbidden) {
				clean.setCharAt(index, '?');
			}
		}
		return (clean != null) ? clean.toString() : xhtml;
	}

}
