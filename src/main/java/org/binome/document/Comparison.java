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
 * What changed from one text to another, clause by clause and word by word.
 *
 * @param clauses those that differ, in the order of the newer text; removed ones last
 */
public record Comparison(List<ClauseChange> clauses) {

	private static final Pattern TOKEN = Pattern.compile("\\n|[^\\S\\n]+|[\\p{L}\\p{N}’']+|.", Pattern.DOTALL);

	/** How a clause or a run of words differs. */
	public enum Change {

		SAME, ADDED, REMOVED, CHANGED

	}

	/**
	 * A clause that differs.
	 *
	 * @param id stable over revisions
	 * @param title heading in the newer text, or in the older when it was removed
	 * @param change {@link Change#ADDED}, {@link Change#REMOVED} or
	 * {@link Change#CHANGED}
	 * @param segments the words of both texts in order; a line break ends a block
	 */
	public record ClauseChange(String id, String title, Change change, List<Segment> segments) {
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
	 * Compares two texts.
	 */
	public static Comparison of(TextOutline before, TextOutline after) {
		Map<String, Text> older = byId(before);
		Map<String, Text> newer = byId(after);
		List<ClauseChange> changes = new ArrayList<>();
		newer.forEach((id, text) -> {
			Text old = older.get(id);
			if (old == null) {
				changes.add(new ClauseChange(id, text.title, Change.ADDED,
						List.of(new Segment(Change.ADDED, text.body()))));
			}
			else if (!old.body().equals(text.body())) {
				changes.add(new ClauseChange(id, text.title, Change.CHANGED, words(old.body(), text.body())));
			}
		});
		older.forEach((id, text) -> {
			if (!newer.containsKey(id)) {
				changes.add(new ClauseChange(id, text.title, Change.REMOVED,
						List.of(new Segment(Change.REMOVED, text.body()))));
			}
		});
		return new Comparison(List.copyOf(changes));
	}

	private static List<Segment> words(String before, String after) {
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
	 * of single words with blanks between them.
	 */
	private static List<Segment> joined(List<Segment> segments) {
		List<Segment> result = new ArrayList<>();
		StringBuilder removed = new StringBuilder();
		StringBuilder added = new StringBuilder();
		for (int index = 0; index < segments.size(); index++) {
			Segment segment = segments.get(index);
			boolean changing = !removed.isEmpty() || !added.isEmpty();
			boolean blankBetween = segment.change() == Change.SAME && segment.text().equals(" ") && changing
					&& index + 1 < segments.size();
			switch (segment.change()) {
				case REMOVED -> removed.append(segment.text());
				case ADDED -> added.append(segment.text());
				case SAME, CHANGED -> {
					if (blankBetween) {
						removed.append(segment.text());
						added.append(segment.text());
					}
					else {
						flush(result, removed, added);
						result.add(segment);
					}
				}
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

	private static Map<String, Text> byId(TextOutline outline) {
		Map<String, Text> texts = new LinkedHashMap<>();
		for (TextOutline.Clause clause : outline.clauses()) {
			Text text = texts.computeIfAbsent(clause.id(), (id) -> new Text(clause.title()));
			text.blocks.addAll(clause.blocks());
		}
		return texts;
	}

	private static final class Text {

		private final String title;

		private final List<String> blocks = new ArrayList<>();

		Text(String title) {
			this.title = title;
		}

		String body() {
			return String.join("\n", this.blocks);
		}

	}

}
