package org.binome.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a document obliges each side to do, so that a reader sees at once what binds one
 * side only (CON-03). A paragraph says so with {@code data-obliges}: "ours", "partner",
 * "party-3" for a further party, or "all"; several are separated by spaces. A paragraph
 * without it obliges nobody.
 *
 * @param all in reading order, once for each side
 */
public record Obligations(List<Obligation> all) {

	/** Stands for every side. */
	public static final String EVERYBODY = "all";

	private static final List<String> FIRST = List.of("ours", "partner");

	/**
	 * One side's duty.
	 *
	 * @param clause id of the clause it stands in, stable over revisions
	 * @param title heading of that clause, as printed
	 * @param side "ours", "partner", "party-3" or {@link #EVERYBODY}
	 * @param text of the paragraph, without its number
	 * @param oneSided whether nobody else takes on a duty in the same clause
	 */
	public record Obligation(String clause, String title, String side, String text, boolean oneSided) {
	}

	/**
	 * Reads the obligations of a document.
	 * @param xhtml as given to {@link Printer#print}
	 */
	public static Obligations of(String xhtml) {
		Document document = Xhtml.parse(xhtml);
		List<Obligation> found = new ArrayList<>();
		read(document.getDocumentElement(), "", new HashMap<>(), found);
		Map<String, Set<String>> sides = new HashMap<>();
		found.forEach((one) -> sides.computeIfAbsent(one.clause(), (clause) -> new HashSet<>()).add(one.side()));
		return new Obligations(found.stream()
			.map((one) -> new Obligation(one.clause(), one.title(), one.side(), one.text(),
					!one.side().equals(EVERYBODY) && sides.get(one.clause()).size() == 1))
			.toList());
	}

	/** By side: ours first, then the partner's, further parties, and what binds all. */
	public Map<String, List<Obligation>> bySide() {
		Map<String, List<Obligation>> sides = new TreeMap<>(
				Comparator.comparingInt(Obligations::place).thenComparing(Comparator.naturalOrder()));
		this.all.forEach((one) -> sides.computeIfAbsent(one.side(), (side) -> new ArrayList<>()).add(one));
		return new LinkedHashMap<>(sides);
	}

	/** How many bind one side in a clause that binds nobody else. */
	public long oneSided() {
		return this.all.stream().filter(Obligation::oneSided).count();
	}

	private static int place(String side) {
		if (side.equals(EVERYBODY)) {
			return Integer.MAX_VALUE;
		}
		if (FIRST.contains(side)) {
			return FIRST.indexOf(side);
		}
		String number = side.replaceAll("\\D", "");
		return FIRST.size() + ((number.isEmpty() || number.length() > 6) ? 0 : Integer.parseInt(number));
	}

	private static void read(Element element, String clause, Map<String, String> titles, List<Obligation> found) {
		String here = element.hasAttribute("data-clause") ? element.getAttribute("data-clause") : clause;
		if (element.getTagName().matches("h[1-6]")) {
			titles.putIfAbsent(here, text(element));
		}
		if (element.hasAttribute("data-obliges")) {
			for (String side : element.getAttribute("data-obliges").strip().split("\\s+")) {
				if (!side.isEmpty()) {
					found.add(new Obligation(here, titles.getOrDefault(here, ""), side, text(element), false));
				}
			}
			return;
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				read(inner, here, titles, found);
			}
		}
	}

	private static String text(Element element) {
		StringBuilder text = new StringBuilder();
		append(element, text);
		return text.toString().replaceAll("[ \\t\\r\\n]+", " ").strip();
	}

	/** The printed number is no part of the words. */
	private static void append(Node node, StringBuilder text) {
		if (node instanceof Element element && List.of(element.getAttribute("class").split("\\s+")).contains("n")) {
			return;
		}
		if (node.getNodeType() == Node.TEXT_NODE) {
			text.append(node.getNodeValue());
		}
		for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
			append(child, text);
		}
	}

}
