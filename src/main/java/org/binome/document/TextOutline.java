package org.binome.document;

import java.util.ArrayList;
import java.util.List;

import org.binome.document.BlockReader.Block;
import org.w3c.dom.Document;

/**
 * The text of a document, clause by clause. A clause is an element with
 * {@code data-clause="id"}; text outside any clause belongs to the clause {@code ""}.
 *
 * @param clauses in reading order
 */
public record TextOutline(List<Clause> clauses) {

	/**
	 * A clause.
	 *
	 * @param id stable over revisions
	 * @param title its heading, as printed
	 * @param blocks its paragraphs, list items and table rows
	 * @param numbers the printed number each block begins with, or empty
	 */
	public record Clause(String id, String title, List<String> blocks, List<String> numbers) {
	}

	/**
	 * Reads the text of a document.
	 * @param xhtml as given to {@link Printer#print}
	 */
	public static TextOutline of(String xhtml) {
		return of(Xhtml.parse(xhtml));
	}

	static TextOutline of(Document document) {
		return of(BlockReader.read(document));
	}

	static TextOutline of(List<Block> blocks) {
		List<Clause> clauses = new ArrayList<>();
		int from = 0;
		while (from < blocks.size()) {
			int to = from + 1;
			while (to < blocks.size() && blocks.get(to).clause().equals(blocks.get(from).clause())) {
				to++;
			}
			List<Block> clause = blocks.subList(from, to);
			clauses.add(new Clause(clause.getFirst().clause(),
					clause.stream().filter(Block::heading).map(Block::text).findFirst().orElse(""),
					clause.stream().map(Block::text).toList(), clause.stream().map(Block::number).toList()));
			from = to;
		}
		return new TextOutline(List.copyOf(clauses));
	}

	/** All text, a block a line. */
	public String text() {
		return String.join("\n", this.clauses.stream().flatMap((clause) -> clause.blocks().stream()).toList());
	}

}
