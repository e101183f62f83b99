package org.binome.document;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.binome.document.BlockReader.Block;
import org.binome.document.BlockReader.Run;
import org.binome.document.Comparison.BlockChange;
import org.binome.document.Comparison.Change;
import org.binome.document.Comparison.ClauseChange;
import org.binome.document.Comparison.Segment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import org.springframework.stereotype.Component;

/**
 * The newer of two texts with everything that differs from the older one marked. A mark
 * never rests on colour: added words are underlined and stand in {@code [+ ]}, removed
 * words are struck through and stand in {@code [– ]}, and a bar stands beside every
 * paragraph that differs.
 */
@Component
public final class Redline {

	private final Printer printer;

	public Redline(Printer printer) {
		this.printer = printer;
	}

	/**
	 * Prints the comparison of two documents.
	 * @param before XHTML of the older one
	 * @param after XHTML of the newer one
	 * @param title says in the language of the newer one what is compared, such as
	 * "Comparison of revision 1 with revision 2"
	 * @param createdAt the creation date the PDF carries
	 */
	public byte[] print(String before, String after, String title, Instant createdAt) {
		return this.printer.print(mark(before, after, title), createdAt);
	}

	static String mark(String before, String after, String title) {
		Document document = Xhtml.parse(after);
		List<Block> older = BlockReader.read(Xhtml.parse(before));
		List<Block> newer = BlockReader.read(document);
		new Marks(document, older, newer, title).set(Comparison.of(TextOutline.of(older), TextOutline.of(newer)));
		return write(document);
	}

	private static String write(Document document) {
		try {
			Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
			transformer.setOutputProperty(OutputKeys.METHOD, "xml");
			transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
			StringWriter out = new StringWriter(65_536);
			transformer.transform(new DOMSource(document), new StreamResult(out));
			return out.toString();
		}
		catch (TransformerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Sets the marks in one document. */
	private static final class Marks {

		private static final String ITEM = "li|dd|dt";

		private static final String STYLE = """
				@page { margin-left: 18mm; }
				body { margin-left: 6mm; }
				ins { color: #0b5d33; text-decoration: underline; }
				del { color: #a3231b; text-decoration: line-through; }
				.mark { font-family: "Source Sans"; font-size: 8pt; font-weight: 700; font-style: normal; }
				ins .mark { color: #0b5d33; }
				del .mark { color: #a3231b; }
				.first-article { page-break-before: auto; }
				.first-article h2 { margin-top: 7mm; }
				.changed { border-left: 1.8pt solid #55606b; padding-left: 3mm; margin-left: -3.6mm; }
				li.changed { margin-left: -3.6mm; }
				table.grid tr.changed > .first { border-left: 1.8pt solid #55606b; }
				.legend-box { border: 0.8pt solid #55606b; padding: 3mm 4mm 2mm 4mm; margin-bottom: 6mm; font-family: "Source Sans"; font-size: 9pt; line-height: 1.35; page-break-inside: avoid; }
				.legend-box .title { font-size: 11pt; font-weight: 700; }
				""";

		private final Document document;

		private final List<Block> older;

		private final List<Block> blocks;

		private final boolean french;

		private final String title;

		private final List<Runnable> later = new ArrayList<>();

		/** Where the next removed block goes: after this one, by the block before it. */
		private final Map<Node, Node> lastAfter = new HashMap<>();

		Marks(Document document, List<Block> older, List<Block> blocks, String title) {
			this.document = document;
			this.older = older;
			this.blocks = blocks;
			this.french = Locale.forLanguageTag(document.getDocumentElement().getAttribute("lang"))
				.getLanguage()
				.equals("fr");
			this.title = title;
		}

		void set(Comparison comparison) {
			for (ClauseChange clause : comparison.clauses()) {
				set(clause);
			}
			this.later.forEach(Runnable::run);
			frame(comparison);
		}

		private void set(ClauseChange clause) {
			Block anchor = null;
			List<BlockChange> first = new ArrayList<>();
			for (BlockChange change : clause.blocks()) {
				if (change.position() >= 0) {
					Block block = this.blocks.get(change.position());
					mark(block, change);
					if (anchor == null) {
						gone(first, () -> null, block);
					}
					anchor = block;
				}
				else if (anchor != null) {
					Block at = anchor;
					gone(List.of(change), () -> at, null);
				}
				else {
					first.add(change);
				}
			}
			if (clause.change() == Change.REMOVED) {
				this.later.add(() -> goneClause(clause));
			}
			if (clause.moved()) {
				this.later.add(() -> movedClause(clause));
			}
		}

		private void mark(Block block, BlockChange change) {
			switch (change.change()) {
				case ADDED -> this.later.add(() -> {
					added(block, block.number().length(), block.text().length());
					bar(block);
				});
				case CHANGED, MOVED -> this.later.add(() -> {
					segments(block, change);
					bar(block);
				});
				default -> {
				}
			}
		}

		/**
		 * From the last to the first, so that what is still to be marked stands where it
		 * was read.
		 */
		private void segments(Block block, BlockChange change) {
			int position = block.text().length();
			for (Segment segment : change.segments().reversed()) {
				int from = position - ((segment.change() == Change.REMOVED) ? 0 : segment.text().length());
				if (segment.change() == Change.ADDED) {
					added(block, from, position);
				}
				else if (segment.change() == Change.REMOVED && !segment.text().isBlank()) {
					Run place = block.place(position);
					insertAt(place, marked("del", "– ", segment.text()));
				}
				position = from;
			}
			if (change.change() == Change.MOVED) {
				Run place = block.place(block.number().length());
				insertAt(place, sign(say("[déplacé de « %s »] ", "[moved from “%s”] ").formatted(change.place())));
			}
		}

		private void added(Block block, int from, int to) {
			int first = from;
			int end = to;
			while (end > first && Character.isWhitespace(block.text().charAt(end - 1))) {
				end--;
			}
			while (first < end && Character.isWhitespace(block.text().charAt(first))) {
				first++;
			}
			List<Run> runs = block.runs(first, end);
			for (int index = runs.size() - 1; index >= 0; index--) {
				Run run = runs.get(index);
				if (run.to() < run.node().getLength()) {
					run.node().splitText(run.to());
				}
				Node words = (run.from() > 0) ? run.node().splitText(run.from()) : run.node();
				Element element = element("ins", "");
				words.getParentNode().replaceChild(element, words);
				if (index == 0) {
					element.appendChild(sign("[+ "));
				}
				element.appendChild(words);
				if (index == runs.size() - 1) {
					element.appendChild(sign("]"));
				}
			}
		}

		private void insertAt(Run place, Node node) {
			Node words = place.node();
			if (place.from() == 0) {
				boolean added = words.getParentNode().getNodeName().equals("ins");
				Node next = added ? words.getParentNode() : words;
				next.getParentNode().insertBefore(node, next);
			}
			else {
				Node next = (place.from() < place.node().getLength()) ? place.node().splitText(place.from())
						: words.getNextSibling();
				words.getParentNode().insertBefore(node, next);
			}
		}

		/**
		 * Blocks that are no longer there, after the one before them or before the one
		 * after them.
		 */
		private void gone(List<BlockChange> changes, Supplier<Block> after, Block before) {
			for (BlockChange change : changes) {
				this.later.add(() -> {
					Block neighbour = (before != null) ? before : after.get();
					Element anchor = anchor(this.older.get(change.formerly()).element(), neighbour.element());
					insert(goneBlock(change, anchor), anchor, before != null);
				});
			}
		}

		/**
		 * The element beside which one like the gone one may stand: a row beside rows, an
		 * item beside items.
		 */
		private static Element anchor(Element gone, Element neighbour) {
			String tag = gone.getTagName();
			if (tag.equals("tr") && around(neighbour, "tr") != null) {
				return around(neighbour, "tr");
			}
			if (neighbour.getTagName().equals("tr")) {
				return (around(neighbour, "table") != null) ? around(neighbour, "table") : neighbour;
			}
			if (neighbour.getTagName().matches(ITEM) && !tag.matches(ITEM)
					&& neighbour.getParentNode() instanceof Element list) {
				return list;
			}
			return neighbour;
		}

		private static Element around(Element element, String tag) {
			Node node = element;
			while (node instanceof Element candidate && !candidate.hasAttribute("data-clause")) {
				if (candidate.getTagName().equals(tag)) {
					return candidate;
				}
				node = node.getParentNode();
			}
			return null;
		}

		private Element goneBlock(BlockChange change, Element anchor) {
			Element words = goneWords(change);
			return switch (anchor.getTagName()) {
				case "li", "dd", "dt" -> filled(element(anchor.getTagName(), "changed"), words);
				case "tr" -> {
					Element cell = filled(element("td", "first"), words);
					cell.setAttribute("colspan", Integer.toString(columns(anchor)));
					yield filled(element("tr", "changed"), cell);
				}
				default -> filled(element("div", "changed"), filled(element("p", ""), words));
			};
		}

		private Element goneWords(BlockChange change) {
			String note = (change.change() == Change.MOVED_AWAY)
					? say("– déplacé vers « %s » : ", "– moved to “%s”: ").formatted(change.place()) : "– ";
			return marked("del", note, change.number() + change.segments().getFirst().text());
		}

		private void insert(Element gone, Element anchor, boolean before) {
			if (anchor.getTagName().equals("tr") && anchor.getParentNode() instanceof Element head
					&& head.getTagName().equals("thead")) {
				// a removed row follows the headings of its table
				Node body = head.getNextSibling();
				while (body != null && !body.getNodeName().equals("tbody")) {
					body = body.getNextSibling();
				}
				if (body != null) {
					body.insertBefore(gone, body.getFirstChild());
					return;
				}
			}
			Node place = (anchor.getParentNode() instanceof Element box && box.getTagName().equals("div")
					&& box.getAttribute("class").equals("changed")) ? box : anchor;
			if (anchor.hasAttribute("data-clause") || anchor.getTagName().equals("body")) {
				anchor.insertBefore(gone, before ? anchor.getFirstChild() : null);
			}
			else if (before) {
				place.getParentNode().insertBefore(gone, place);
			}
			else {
				Node last = this.lastAfter.getOrDefault(place, place);
				last.getParentNode().insertBefore(gone, last.getNextSibling());
				this.lastAfter.put(place, gone);
			}
		}

		private void goneClause(ClauseChange clause) {
			Element box = element("div", "changed");
			for (BlockChange block : clause.blocks()) {
				box.appendChild(filled(element("p", ""), goneWords(block)));
			}
			place(box, clause.formerlyAfter());
		}

		private void movedClause(ClauseChange clause) {
			Element here = clauseElement(clause.id());
			if (here == null) {
				return;
			}
			here.insertBefore(filled(element("p", ""),
					sign(say("[Article déplacé ; c’était « %s »]", "[Clause moved; it was “%s”]")
						.formatted(clause.formerTitle()))),
					here.getFirstChild());
			place(filled(element("p", ""),
					sign(say("[Ici se trouvait « %s » ; voir « %s »]", "[Here stood “%s”; see “%s”]")
						.formatted(clause.formerTitle(), clause.title()))),
					clause.formerlyAfter());
		}

		private void place(Element element, String after) {
			Element anchor = (after != null) ? clauseElement(after) : null;
			if (anchor != null) {
				Node last = this.lastAfter.getOrDefault(anchor, anchor);
				last.getParentNode().insertBefore(element, last.getNextSibling());
				this.lastAfter.put(anchor, element);
			}
			else {
				Node first = this.blocks.stream()
					.filter((block) -> !block.clause().isEmpty())
					.findFirst()
					.<Node>map((block) -> clauseElement(block.clause()))
					.orElse(null);
				Node parent = (first != null) ? first.getParentNode()
						: this.document.getElementsByTagName("body").item(0);
				parent.insertBefore(element, first);
			}
		}

		private Element clauseElement(String id) {
			for (Block block : this.blocks) {
				if (block.clause().equals(id)) {
					Node node = block.element();
					while (node instanceof Element element) {
						if (element.getAttribute("data-clause").equals(id)) {
							return element;
						}
						node = node.getParentNode();
					}
				}
			}
			return null;
		}

		private void bar(Block block) {
			Element element = block.element();
			switch (element.getTagName()) {
				case "li", "dd", "dt" -> addClass(element, "changed");
				case "tr" -> {
					addClass(element, "changed");
					Node cell = element.getFirstChild();
					while (cell != null && !(cell instanceof Element)) {
						cell = cell.getNextSibling();
					}
					if (cell instanceof Element first) {
						addClass(first, "first");
					}
				}
				case "p", "h1", "h2", "h3", "h4", "h5", "h6" -> {
					Element box = element("div", "changed");
					element.getParentNode().replaceChild(box, element);
					box.appendChild(element);
				}
				default -> {
				}
			}
		}

		/** Title, running head and a legend above everything. */
		private void frame(Comparison comparison) {
			Node head = this.document.getElementsByTagName("head").item(0);
			Element style = element("style", "");
			style.setTextContent(STYLE);
			head.appendChild(style);
			Node titleElement = this.document.getElementsByTagName("title").item(0);
			if (titleElement != null) {
				titleElement.setTextContent(this.title + " – " + titleElement.getTextContent());
			}
			Element body = (Element) this.document.getElementsByTagName("body").item(0);
			Element box = element("div", "legend-box");
			box.appendChild(paragraph("title", this.title));
			Element legend = element("p", "");
			legend.appendChild(marked("ins", "+ ", say("mots ajoutés, soulignés", "words added, underlined")));
			legend.appendChild(this.document.createTextNode(" · "));
			legend.appendChild(marked("del", "– ", say("mots retirés, barrés", "words removed, struck through")));
			legend.appendChild(this.document.createTextNode(" · "));
			legend.appendChild(sign(say("[déplacé de…]", "[moved from…]")));
			legend.appendChild(this.document.createTextNode(say(
					" · un trait dans la marge signale chaque paragraphe qui diffère. Les numéros sont ceux de la révision récente.",
					" · a bar in the margin stands beside each paragraph that differs. Numbers are those of the newer revision.")));
			box.appendChild(legend);
			List<String> renumbered = comparison.clauses()
				.stream()
				.filter((clause) -> clause.change() == Change.RENUMBERED)
				.map(ClauseChange::title)
				.toList();
			if (!renumbered.isEmpty()) {
				box.appendChild(paragraph("", say("Seuls les numéros changent dans : ", "Only numbers differ in: ")
						+ String.join(", ", renumbered) + "."));
			}
			if (comparison.unchanged()) {
				box.appendChild(paragraph("", say("Aucun mot n’a changé.", "Not a word has changed.")));
			}
			Node first = body.getFirstChild();
			while (first != null
					&& (!(first instanceof Element element) || element.getAttribute("class").contains("running"))) {
				if (first instanceof Element running && running.getAttribute("id").equals("head")) {
					runningHead(running);
				}
				first = first.getNextSibling();
			}
			body.insertBefore(box, first);
		}

		private void runningHead(Element head) {
			Node cell = head.getElementsByTagName("td").item(0);
			((cell != null) ? cell : head).setTextContent(this.title);
		}

		private Element marked(String tag, String sign, String words) {
			Element element = element(tag, "");
			element.appendChild(sign("[" + sign));
			element.appendChild(this.document.createTextNode(words.strip()));
			element.appendChild(sign("]"));
			Element group = element("span", "");
			group.appendChild(this.document.createTextNode(words.equals(words.stripLeading()) ? "" : " "));
			group.appendChild(element);
			group.appendChild(this.document.createTextNode(words.equals(words.stripTrailing()) ? "" : " "));
			return group;
		}

		private Element sign(String text) {
			return filled(element("span", "mark"), this.document.createTextNode(text));
		}

		private Element paragraph(String kind, String text) {
			return filled(element("p", kind), this.document.createTextNode(text));
		}

		private static Element filled(Element element, Node content) {
			element.appendChild(content);
			return element;
		}

		private Element element(String tag, String kind) {
			Element element = this.document.createElement(tag);
			if (!kind.isEmpty()) {
				element.setAttribute("class", kind);
			}
			return element;
		}

		private static void addClass(Element element, String kind) {
			element.setAttribute("class", (element.getAttribute("class") + " " + kind).strip());
		}

		private static int columns(Element row) {
			int columns = 0;
			for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
				if (cell instanceof Element element) {
					String span = element.getAttribute("colspan");
					columns += span.matches("\\d{1,3}") ? Integer.parseInt(span) : 1;
				}
			}
			return Math.max(columns, 1);
		}

		private String say(String french, String english) {
			return this.french ? french : english;
		}

	}

}
