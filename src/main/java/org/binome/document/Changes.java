package org.binome.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import org.binome.document.Comparison.BlockChange;
import org.binome.document.Comparison.Change;
import org.binome.document.Comparison.ClauseChange;
import org.binome.document.Comparison.Line;
import org.binome.document.Comparison.Section;
import org.binome.document.Comparison.Segment;

/**
 * Finds which block of one text became which of another: first those with the same words
 * in the same clause, then those with the same words elsewhere, then those that are alike
 * where they stand, and last those that are alike elsewhere.
 */
final class Changes {

	/**
	 * Share of common words from which a block counts as changed rather than replaced.
	 */
	private static final double ALIKE = 0.5;

	/** The same for a few words, of which one or two may be all that stays. */
	private static final double ALIKE_SHORT = 0.35;

	private static final int SHORT = 16;

	/** The same for a block elsewhere, where chance is more likely. */
	private static final double ALIKE_ELSEWHERE = 0.7;

	private static final int WORDS_TO_MOVE = 4;

	private static final int WORDS_TO_MOVE_CHANGED = 8;

	/** More pairs than this aren't weighed one against the other. */
	private static final int MOST_PAIRS = 40_000;

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final Map<String, Section> older;

	private final Map<String, Section> newer;

	/** The older line that became this newer one, or the other way round. */
	private final Map<Line, Line> partner = new HashMap<>();

	private final Set<Line> moved = new HashSet<>();

	private final Map<String, Map<String, Integer>> counted = new HashMap<>();

	Changes(Map<String, Section> older, Map<String, Section> newer) {
		this.older = older;
		this.newer = newer;
		List<Section> common = newer.values().stream().filter((section) -> older.containsKey(section.id())).toList();
		common.forEach((section) -> pairSame(older.get(section.id()).lines(), section.lines()));
		pairSameElsewhere();
		common.forEach((section) -> pairAlike(older.get(section.id()).lines(), section.lines()));
		pairAlikeElsewhere();
	}

	List<ClauseChange> clauses() {
		Set<String> movedClauses = movedClauses();
		Map<String, String> before = new HashMap<>();
		Map<String, List<Section>> removed = new LinkedHashMap<>();
		String last = null;
		for (Section section : this.older.values()) {
			before.put(section.id(), last);
			if (this.newer.containsKey(section.id())) {
				last = section.id();
			}
			else {
				removed.computeIfAbsent(last, (id) -> new ArrayList<>()).add(section);
			}
		}
		List<ClauseChange> changes = new ArrayList<>();
		removed.getOrDefault(null, List.of()).forEach((section) -> changes.add(removed(section, null)));
		for (Section section : this.newer.values()) {
			Section former = this.older.get(section.id());
			if (former == null) {
				changes.add(new ClauseChange(section.id(), section.title(), Change.ADDED, false, "", null,
						blocks(List.of(), section.lines())));
			}
			else {
				add(changes, section, former, movedClauses.contains(section.id()), before.get(section.id()));
			}
			removed.getOrDefault(section.id(), List.of()).forEach((gone) -> changes.add(removed(gone, section.id())));
		}
		return List.copyOf(changes);
	}

	private void add(List<ClauseChange> changes, Section section, Section former, boolean moved, String after) {
		List<BlockChange> blocks = blocks(former.lines(), section.lines());
		boolean same = blocks.stream().allMatch((block) -> block.change() == Change.SAME);
		boolean sameNumbers = section.lines()
			.stream()
			.map(Line::number)
			.toList()
			.equals(former.lines().stream().map(Line::number).toList());
		if (!same) {
			changes.add(new ClauseChange(section.id(), section.title(), Change.CHANGED, moved, former.title(), after,
					blocks));
		}
		else if (moved) {
			changes.add(
					new ClauseChange(section.id(), section.title(), Change.MOVED, true, former.title(), after, blocks));
		}
		else if (!sameNumbers) {
			changes.add(new ClauseChange(section.id(), section.title(), Change.RENUMBERED, false, former.title(), after,
					List.of()));
		}
	}

	private ClauseChange removed(Section section, String after) {
		return new ClauseChange(section.id(), section.title(), Change.REMOVED, false, section.title(), after,
				blocks(section.lines(), List.of()));
	}

	/** Removed blocks come before what replaces them. */
	private List<BlockChange> blocks(List<Line> old, List<Line> now) {
		List<BlockChange> blocks = new ArrayList<>();
		Deque<Line> gone = new ArrayDeque<>(old);
		for (Line line : now) {
			flush(gone, blocks);
			Line former = this.partner.get(line);
			if (former == null) {
				blocks.add(new BlockChange(Change.ADDED, line.position(), -1, line.number(), "",
						List.of(new Segment(Change.ADDED, line.words()))));
			}
			else if (this.moved.contains(line)) {
				blocks.add(new BlockChange(Change.MOVED, line.position(), former.position(), line.number(),
						former.section().title(), segments(former, line)));
			}
			else {
				gone.remove(former);
				boolean same = former.words().equals(line.words());
				blocks.add(new BlockChange(same ? Change.SAME : Change.CHANGED, line.position(), former.position(),
						line.number(), "", segments(former, line)));
			}
		}
		flush(gone, blocks);
		return List.copyOf(blocks);
	}

	private void flush(Deque<Line> gone, List<BlockChange> blocks) {
		while (!gone.isEmpty()) {
			Line line = gone.peek();
			Line later = this.partner.get(line);
			if (later != null && !this.moved.contains(line)) {
				return;
			}
			gone.poll();
			blocks.add(new BlockChange((later != null) ? Change.MOVED_AWAY : Change.REMOVED, -1, line.position(),
					line.number(), (later != null) ? later.section().title() : "",
					List.of(new Segment(Change.REMOVED, line.words()))));
		}
	}

	private static List<Segment> segments(Line former, Line line) {
		return former.words().equals(line.words()) ? List.of(new Segment(Change.SAME, line.words()))
				: Comparison.words(former.words(), line.words());
	}

	/** Those outside the longest run of clauses that kept their order. */
	private Set<String> movedClauses() {
		List<String> formerOrder = new ArrayList<>(this.older.keySet());
		List<String> ids = this.newer.keySet()
			.stream()
			.filter((id) -> !id.isEmpty() && this.older.containsKey(id))
			.toList();
		int[] place = ids.stream().mapToInt(formerOrder::indexOf).toArray();
		int[] length = new int[place.length];
		int[] previous = new int[place.length];
		int end = -1;
		for (int index = 0; index < place.length; index++) {
			length[index] = 1;
			previous[index] = -1;
			for (int earlier = 0; earlier < index; earlier++) {
				if (place[earlier] < place[index] && length[earlier] + 1 > length[index]) {
					length[index] = length[earlier] + 1;
					previous[index] = earlier;
				}
			}
			if (end < 0 || length[index] > length[end]) {
				end = index;
			}
		}
		Set<String> result = new HashSet<>(ids);
		for (int index = end; index >= 0; index = previous[index]) {
			result.remove(ids.get(index));
		}
		return result;
	}

	private void pairSame(List<Line> old, List<Line> now) {
		int oldPosition = 0;
		int position = 0;
		for (AbstractDelta<String> delta : DiffUtils
			.diff(old.stream().map(Line::words).toList(), now.stream().map(Line::words).toList())
			.getDeltas()) {
			while (position < delta.getTarget().getPosition()) {
				pair(old.get(oldPosition++), now.get(position++));
			}
			oldPosition = delta.getSource().getPosition() + delta.getSource().size();
			position = delta.getTarget().getPosition() + delta.getTarget().size();
		}
		while (position < now.size()) {
			pair(old.get(oldPosition++), now.get(position++));
		}
	}

	private void pairSameElsewhere() {
		Map<String, Deque<Line>> gone = new HashMap<>();
		for (Line line : unpaired(this.older)) {
			if (size(line) >= WORDS_TO_MOVE) {
				gone.computeIfAbsent(line.words(), (words) -> new ArrayDeque<>()).add(line);
			}
		}
		for (Line line : unpaired(this.newer)) {
			Deque<Line> same = gone.get(line.words());
			if (same != null && !same.isEmpty()) {
				move(same.poll(), line);
			}
		}
	}

	/** Between two blocks that stayed, pairs those with the most words in common. */
	private void pairAlike(List<Line> old, List<Line> now) {
		int oldFrom = 0;
		int from = 0;
		for (int position = 0; position <= now.size(); position++) {
			boolean end = position == now.size();
			if (!end && (!this.partner.containsKey(now.get(position)) || this.moved.contains(now.get(position)))) {
				continue;
			}
			int oldTo = end ? old.size() : old.indexOf(this.partner.get(now.get(position)));
			pairGap(unpaired(old.subList(oldFrom, oldTo)), unpaired(now.subList(from, position)));
			oldFrom = oldTo + 1;
			from = position + 1;
		}
	}

	private void pairGap(List<Line> old, List<Line> now) {
		if (old.isEmpty() || now.isEmpty() || old.size() * now.size() > MOST_PAIRS) {
			return;
		}
		double[][] best = new double[old.size() + 1][now.size() + 1];
		double[][] alike = new double[old.size()][now.size()];
		for (int i = old.size() - 1; i >= 0; i--) {
			for (int j = now.size() - 1; j >= 0; j--) {
				alike[i][j] = alikeHere(old.get(i), now.get(j));
				best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
				if (alike[i][j] > 0) {
					best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + alike[i][j]);
				}
			}
		}
		int i = 0;
		int j = 0;
		while (i < old.size() && j < now.size()) {
			if (alike[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + alike[i][j]) {
				pair(old.get(i++), now.get(j++));
			}
			else if (best[i][j] == best[i + 1][j]) {
				i++;
			}
			else {
				j++;
			}
		}
	}

	/** How alike two blocks are, or 0 when too little to be the same one. */
	private double alikeHere(Line old, Line now) {
		double alike = alike(old, now);
		return (alike >= ((size(old) + size(now) <= SHORT) ? ALIKE_SHORT : ALIKE)) ? alike : 0;
	}

	private void pairAlikeElsewhere() {
		List<Line> gone = new ArrayList<>(
				unpaired(this.older).stream().filter((line) -> size(line) >= WORDS_TO_MOVE_CHANGED).toList());
		List<Line> come = unpaired(this.newer).stream().filter((line) -> size(line) >= WORDS_TO_MOVE_CHANGED).toList();
		if (gone.size() * come.size() > MOST_PAIRS) {
			return;
		}
		for (Line line : come) {
			Line best = null;
			double most = ALIKE_ELSEWHERE;
			for (Line candidate : gone) {
				double alike = alike(candidate, line);
				if (alike >= most) {
					best = candidate;
					most = alike;
				}
			}
			if (best != null) {
				move(best, line);
				gone.remove(best);
			}
		}
	}

	private void pair(Line old, Line now) {
		this.partner.put(old, now);
		this.partner.put(now, old);
	}

	private void move(Line old, Line now) {
		pair(old, now);
		this.moved.add(old);
		this.moved.add(now);
	}

	private List<Line> unpaired(Map<String, Section> sections) {
		return sections.values().stream().flatMap((section) -> unpaired(section.lines()).stream()).toList();
	}

	private List<Line> unpaired(List<Line> lines) {
		return lines.stream().filter((line) -> !this.partner.containsKey(line)).toList();
	}

	private int size(Line line) {
		return counts(line).values().stream().mapToInt(Integer::intValue).sum();
	}

	/** Twice the words in common by all words of both. */
	private double alike(Line one, Line other) {
		Map<String, Integer> ones = counts(one);
		Map<String, Integer> others = counts(other);
		int common = 0;
		for (Map.Entry<String, Integer> word : ones.entrySet()) {
			common += Math.min(word.getValue(), others.getOrDefault(word.getKey(), 0));
		}
		int all = size(one) + size(other);
		return (all == 0) ? 0 : 2.0 * common / all;
	}

	private Map<String, Integer> counts(Line line) {
		return this.counted.computeIfAbsent(line.words(), (words) -> {
			Map<String, Integer> counts = new HashMap<>();
			Arrays.stream(NO_WORD.split(words.toLowerCase(Locale.ROOT)))
				.filter((word) -> !word.isEmpty())
				.forEach((word) -> counts.merge(word, 1, Integer::sum));
			return counts;
		});
	}

}
