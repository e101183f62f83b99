package org.binome.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * What changed from one text to another, clause by clause: words added and removed,
 * paragraphs and clauses moved. Printed numbers of articles and paragraphs don't count as
 * words, so that one more article doesn't change all that follow.
 *
 * @param clauses those that differ, in the order of the newer text; a removed one follows
 * the clause it stood after
 */
public record Comparison(List<ClauseChange> clauses) {

	private static final Pattern TOKEN = Pattern.compile("\\n|[^\\S\\n]+|[\\p{L}\\p{N}’']+|.", Pattern.DOTALL);

	private static final Pattern LITTLE = Pattern.compile(" (\\p{L}{1,3} )?");

	/** How a clause, a block or a run of words differs. */
	public enum Change {

		SAME, ADDED, REMOVED, CHANGED,

		/** The same words elsewhere; of a block: it came here. */
		MOVED,

		/** A block that went elsewhere. */
		MOVED_AWAY,

		/** A clause of which only numbers differ. */
		RENUMBERED

	}

	/**
	 * A clause that differs.
	 *
	 * @param id stable over revisions
	 * @param title heading in the newer text, or in the older when it was removed
	 * @param change {@link Change#ADDED}, {@link Change#REMOVED}, {@link Change#CHANGED},
	 * {@link Change#MOVED} or {@link Change#RENUMBERED}
	 * @param moved whether it stands elsewhere among the clauses, changed or not
	 * @param formerTitle heading in the older text, or empty
	 * @param formerlyAfter id of the clause before it in the older text that is still
	 * there, or null
	 * @param blocks all paragraphs, list items and rows; none when only numbers differ
	 */
	public record ClauseChange(String id, String title, Change change, boolean moved, String formerTitle,
			String formerlyAfter, List<BlockChange> blocks) {
	}

	/**
	 * A paragraph, list item or row of a clause that differs.
	 *
	 * @param change any but {@link Change#RENUMBERED}
	 * @param position place among all blocks of the newer text, or -1 when it isn't there
	 * @param formerly place among all blocks of the older text, or -1 when it wasn't
	 * there
	 * @param number printed number it begins with, or empty
	 * @param place of a moved block: title of the clause it came from or went to
	 * @param segments its words
	 */
	public record BlockChange(Change change, int position, int formerly, String number, String place,
			List<Segment> segments) {
	}

	/**
	 * A run of words that is the same, added or removed.
	 */
	public record Segment(Change change, String text) {
	}

	public boolean unchanged() {
		return this.clauses.isEmpty();
	}

	/**
	 * How many clauses say something else or stand elsewhere; title and frame don't
	 * count.
	 */
	public int changedClauses() {
		return (int) this.clauses.stream()
			.filter((clause) -> !clause.id().isEmpty() && clause.change() != Change.RENUMBERED)
			.count();
	}

	/**
	 * Compares two texts.
	 */
	public static Comparison of(TextOutline before, TextOutline after) {
		return new Comparison(new Changes(sections(before), sections(after)).clauses());
	}

	private static Map<String, Section> sections(TextOutline outline) {
		Map<String, Section> sections = new LinkedHashMap<>();
		int position = 0;
		for (TextOutline.Clause clause : outline.clauses()) {
			Section section = sections.computeIfAbsent(clause.id(), (id) -> new Section(id, clause.title()));
			for (int index = 0; index < clause.blocks().size(); index++) {
				String number = clause.numbers().get(index);
				section.lines()
					.add(new Line(position++, section, number, clause.blocks().get(index).substring(number.length())));
			}
		}
		return sections;
	}

	static List<Segment> words(String before, String after) {
		List<String> old = tokens(before);
		List<String> now = tokens(after);
		List<Segment> segments = new ArrayList<>();
		int position = 0;
		for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
			add(segments, Change.SAME, now, position, delta.getTarget().getPosition());
			add(segments, Change.REMOVED, delta.getSource().getLines(), 0, delta.getSource().size());
			add(segments, Change.ADDED, delta.getTarget().getLines(), 0, delta.getTarget().size());
			position = delta.getTarget().getPosition() + delta.getTarget().size();
		}
		add(segments, Change.SAME, now, position, now.size());
		return joined(segments);
	}

	private static void add(List<Segment> segments, Change change, List<String> tokens, int from, int to) {
		if (to > from) {
			segments.add(new Segment(change, String.join("", tokens.subList(from, to))));
		}
	}

	/**
	 * Words replaced one after the other read better as one replacement than as a chain
	 * of single words with blanks or a little word between them.
	 */
	private static List<Segment> joined(List<Segment> segments) {
		List<Segment> result = new ArrayList<>();
		StringBuilder removed = new StringBuilder();
		StringBuilder added = new StringBuilder();
		for (int index = 0; index < segments.size(); index++) {
			Segment segment = segments.get(index);
			boolean changing = !removed.isEmpty() || !added.isEmpty();
			boolean blankBetween = segment.change() == Change.SAME && changing && index + 1 < segments.size()
					&& LITTLE.matcher(segment.text()).matches();
			if (segment.change() == Change.REMOVED) {
				removed.append(segment.text());
			}
			else if (segment.change() == Change.ADDED) {
				added.append(segment.text());
			}
			else if (blankBetween) {
				removed.append(segment.text());
				added.append(segment.text());
			}
			else {
				flush(result, removed, added);
				result.add(segment);
			}
		}
		flush(result, removed, added);
		return List.copyOf(result);
	}

	private static void flush(List<Segment> result, StringBuilder removed, StringBuilder added) {
		if (!removed.isEmpty()) {
			result.add(new Segment(Change.REMOVED, removed.toString()));
		}
		if (!added.isEmpty()) {
			result.add(new Segment(Change.ADDED, added.toString()));
		}
		removed.setLength(0);
		added.setLength(0);
	}

	private static List<String> tokens(String text) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens.add(matcher.group());
		}
		return tokens;
	}

	/** All blocks of one clause, wherever they stand. */
	static final class Section {

		private final String id;

		private final String title;

		private final List<Line> lines = new ArrayList<>();

		Section(String id, String title) {
			this.id = id;
			this.title = title;
		}

		String id() {
			return this.id;
		}

		String title() {
			return this.title;
		}

		List<Line> lines() {
			return this.lines;
		}

	}

	/** A block without its number; two with the same words are still two. */
	static final class Line {

		private final int position;

		private final Section section;

		private final String number;

		private final String words;

		Line(int position, Section section, String number, String words) {
			this.position = position;
			this.section = section;
			this.number = number;
			this.words = words;
		}

		int position() {
			return this.position;
		}

		Section section() {
			return this.section;
		}

		String number() {
			return this.number;
		}

		String words() {
			return this.words;
		}

	}

}
