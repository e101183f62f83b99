package org.binome.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The text of a document, clause by clause. A clause is an element with
 * {@code data-clause="id"}; text outside any clause belongs to the clause {@code ""}.
 *
 * @param clauses in reading order
 */
public record TextOutline(List<Clause> clauses) {

	private static final Set<String> BLOCKS = Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd",
			"div", "section", "table", "caption", "ul", "ol", "dl", "header", "footer", "blockquote");

	private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

	private static final Set<String> CELLS = Set.of("td", "th");

	/**
	 * A clause.
	 *
	 * @param id stable over revisions
	 * @param title its heading, as printed
	 * @param blocks its paragraphs, list items and table rows
	 */
	public record Clause(String id, String title, List<String> blocks) {
	}

	/**
	 * Reads the text of a document.
	 * @param xhtml as given to {@link Printer#print}
	 */
	public static TextOutline of(String xhtml) {
		return of(Xhtml.parse(xhtml));
	}

	static TextOutline of(Document document) {
		Reader reader = new Reader();
		Node body = document.getElementsByTagName("body").item(0);
		if (body != null) {
			reader.visit(body);
			reader.endBlock();
		}
		return new TextOutline(
				reader.clauses.stream().map(Builder::build).filter((clause) -> !clause.blocks().isEmpty()).toList());
	}

	/** All text, a block a line. */
	public String text() {
		return String.join("\n", this.clauses.stream().flatMap((clause) -> clause.blocks().stream()).toList());
	}

	private static final class Builder {

		private final String id;

		private String title = "";

		private final List<String> blocks = new ArrayList<>();

		Builder(String id) {
			this.id = id;
		}

		Clause build() {
			return new Clause(this.id, this.title, List.copyOf(this.blocks));
		}

	}

	private static final class Reader {

		private final List<Builder> clauses = new ArrayList<>(List.of(new Builder("")));

		private final StringBuilder line = new StringBuilder();

		private boolean heading;

		void visit(Node node) {
			if (node.getNodeType() == Node.TEXT_NODE) {
				this.line.append(node.getNodeValue());
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
			}
			if (clause) {
				this.clauses.add(new Builder(element.getAttribute("data-clause")));
			}
			this.heading = HEADINGS.contains(name);
			for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
				visit(child);
			}
			if (CELLS.contains(name) || name.equals("br")) {
				this.line.append(' ');
			}
			if (block || clause) {
				this.heading = HEADINGS.contains(name);
				endBlock();
			}
			if (clause) {
				this.clauses.add(new Builder(""));
			}
		}

		void endBlock() {
			String text = this.line.toString().strip().replaceAll("[ \\t\\r\\n]+", " ");
			this.line.setLength(0);
			if (text.isEmpty()) {
				return;
			}
			Builder clause = this.clauses.getLast();
			if (this.heading && clause.title.isEmpty()) {
				clause.title = text;
			}
			clause.blocks.add(text);
		}

	}

}
