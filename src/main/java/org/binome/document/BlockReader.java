package org.binome.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Reads the paragraphs, list items and table rows of a document in reading order, each
 * with the clause it belongs to and where its characters stand.
 */
final class BlockReader {

	private static final Set<String> BLOCKS = Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd",
			"div", "section", "table", "caption", "ul", "ol", "dl", "header", "footer", "blockquote");

	private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

	private static final Set<String> CELLS = Set.of("td", "th");

	private static final Pattern HEADING_NUMBER = Pattern
		.compile("^(?:\\p{L}+[ \\u00a0])?\\d+(?:\\.\\d+)*(?:[.)]|[ \\u00a0]–)[ \\u00a0]");

	private final List<Block> blocks = new ArrayList<>();

	private final Deque<String> clauses = new ArrayDeque<>(List.of(""));

	private final Deque<Element> elements = new ArrayDeque<>();

	private StringBuilder line = new StringBuilder();

	private List<Piece> pieces = new ArrayList<>();

	private int numberEnd;

	private boolean heading;

	private BlockReader() {
	}

	static List<Block> read(Document document) {
		BlockReader reader = new BlockReader();
		if (document.getElementsByTagName("body").item(0) instanceof Element body) {
			reader.elements.push(body);
			reader.visit(body);
			reader.endBlock();
		}
		return reader.blocks;
	}

	private void visit(Node node) {
		if (node instanceof Text text) {
			this.pieces.add(new Piece(text, this.line.length()));
			this.line.append(text.getNodeValue());
		}
		else if (node instanceof Element element) {
			enter(element);
		}
	}

	private void enter(Element element) {
		String name = element.getTagName();
		if (element.getAttribute("class").contains("running") || name.equals("style")) {
			return;
		}
		boolean block = BLOCKS.contains(name);
		boolean clause = element.hasAttribute("data-clause");
		if (block || clause) {
			endBlock();
			this.elements.push(element);
		}
		if (clause) {
			this.clauses.push(element.getAttribute("data-clause"));
		}
		this.heading = HEADINGS.contains(name);
		boolean number = element.getAttribute("class").matches("n|n .*") && this.line.toString().isBlank();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			visit(child);
		}
		if (number) {
			this.numberEnd = this.line.length();
		}
		if (CELLS.contains(name) || name.equals("br")) {
			this.line.append(' ');
		}
		if (block || clause) {
			this.heading = HEADINGS.contains(name);
			endBlock();
			this.elements.pop();
		}
		if (clause) {
			this.clauses.pop();
		}
	}

	private void endBlock() {
		Block block = Block.of(this.clauses.peek(), this.elements.peek(), this.heading, this.line.toString(),
				this.pieces, this.numberEnd);
		this.line = new StringBuilder();
		this.pieces = new ArrayList<>();
		this.numberEnd = 0;
		if (!block.text().isEmpty()) {
			this.blocks.add(block);
		}
	}

	/** A text node and where it begins in the raw text of its block. */
	private record Piece(Text node, int start) {
	}

	/** Part of a text node. */
	record Run(Text node, int from, int to) {
	}

	/**
	 * A paragraph, list item or table row.
	 *
	 * @param clause id of the clause it stands in
	 * @param element the innermost block element around its text
	 * @param heading whether it is a heading
	 * @param text as read, with single blanks
	 * @param number the printed number it begins with, or empty
	 * @param raw where each character of the text stands in the raw text
	 * @param pieces the text nodes of the raw text
	 */
	record Block(String clause, Element element, boolean heading, String text, String number, int[] raw,
			List<Piece> pieces) {

		private static Block of(String clause, Element element, boolean heading, String line, List<Piece> pieces,
				int numberEnd) {
			StringBuilder text = new StringBuilder(line.length());
			int[] raw = new int[line.length()];
			int number = 0;
			boolean blank = true;
			for (int index = 0; index < line.length(); index++) {
				char character = line.charAt(index);
				boolean space = character == ' ' || character == '\t' || character == '\r' || character == '\n';
				if (!space || !blank) {
					raw[text.length()] = index;
					text.append(space ? ' ' : character);
				}
				blank = space;
				if (index < numberEnd) {
					number = text.length();
				}
			}
			while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
				text.setLength(text.length() - 1);
			}
			number = Math.min(number, text.length());
			while (number > 0 && number < text.length() && Character.isWhitespace(text.charAt(number))) {
				number++;
			}
			Matcher ofHeading = HEADING_NUMBER.matcher(text);
			if (number == 0 && heading && ofHeading.find()) {
				number = ofHeading.end();
			}
			return new Block(clause, element, heading, text.toString(), text.substring(0, number),
					Arrays.copyOf(raw, text.length()), pieces);
		}

		/** The text without its number. */
		String words() {
			return this.text.substring(this.number.length());
		}

		/**
		 * The parts of text nodes that hold the characters of the text from one to
		 * another.
		 */
		List<Run> runs(int from, int to) {
			List<Run> runs = new ArrayList<>();
			if (to <= from) {
				return runs;
			}
			int first = this.raw[from];
			int last = this.raw[to - 1] + 1;
			for (Piece piece : this.pieces) {
				int begin = Math.max(first, piece.start());
				int end = Math.min(last, piece.start() + piece.node().getLength());
				if (begin < end && !piece.node()
					.getNodeValue()
					.substring(begin - piece.start(), end - piece.start())
					.isBlank()) {
					runs.add(new Run(piece.node(), begin - piece.start(), end - piece.start()));
				}
			}
			return runs;
		}

		/** The place just before a character of the text, or after its last one. */
		Run place(int position) {
			boolean atEnd = position >= this.raw.length;
			int at = atEnd ? this.raw[this.raw.length - 1] : this.raw[position];
			for (int index = this.pieces.size() - 1; index >= 0; index--) {
				Piece piece = this.pieces.get(index);
				if (piece.start() <= at) {
					int offset = Math.min(at - piece.start() + (atEnd ? 1 : 0), piece.node().getLength());
					return new Run(piece.node(), offset, offset);
				}
			}
			throw new IllegalStateException("No text at " + position);
		}

	}

}
