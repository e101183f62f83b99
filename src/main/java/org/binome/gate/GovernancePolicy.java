package org.binome.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * GOV-02: names on both sides at two levels of responsibility at least, and different
 * persons: who escalates to himself has no second level (GOV-03).
 */
public final class GovernancePolicy {

	/** How many levels have names on both sides. */
	public static final int LEVELS = 2;

	private GovernancePolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		Map<Level, Set<String>> ours = byLevel(facts.seats(), true);
		Map<Level, Set<String>> theirs = byLevel(facts.seats(), false);
		List<Level> filled = new ArrayList<>();
		for (Level level : Level.values()) {
			boolean we = !ours.get(level).isEmpty();
			boolean they = !theirs.get(level).isEmpty();
			if (we && they) {
				filled.add(level);
			}
			else if (we || they) {
				findings.add(half(level, we));
			}
		}
		if (filled.size() >= LEVELS && pairOf(filled, ours, theirs)) {
			return Verdict.of(List.of());
		}
		if (filled.size() < LEVELS) {
			findings.add(new Finding("GOV-02",
					"%d niveau de responsabilité a des noms des deux côtés ; il en faut %d.".formatted(filled.size(),
							LEVELS),
					"%d level of responsibility has names on both sides; %d are needed.".formatted(filled.size(),
							LEVELS),
					"Nommez des deux côtés une personne opérationnelle et une personne au-dessus.",
					"Name an operational person and one above on both sides.", "levels=" + filled.size()));
		}
		else {
			findings.add(new Finding("GOV-02", "Une même personne tient tous les niveaux d’un côté.",
					"One person holds every level of a side.",
					"Nommez quelqu’un d’autre au niveau supérieur : c’est lui qui aidera en cas de problème.",
					"Name somebody else at the upper level: that is who helps when there is a problem.",
					"levels=" + filled));
		}
		return Verdict.of(findings);
	}

	/** Whether two of these levels are held by different persons on each side. */
	private static boolean pairOf(List<Level> levels, Map<Level, Set<String>> ours, Map<Level, Set<String>> theirs) {
		for (Level one : levels) {
			for (Level other : levels) {
				if (one != other && different(ours.get(one), ours.get(other))
						&& different(theirs.get(one), theirs.get(other))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean different(Set<String> one, Set<String> other) {
		var all = new HashSet<>(one);
		all.addAll(other);
		return all.size() > 1;
	}

	private static Finding half(Level level, boolean ours) {
		return new Finding("GOV-02",
				"%s : personne n’est nommé %s.".formatted(level.french, ours ? "chez le partenaire" : "chez nous"),
				"%s: nobody is named %s.".formatted(level.english, ours ? "at the partner’s" : "on our side"),
				"Nommez une personne à ce niveau.", "Name a person at this level.", level + "=half");
	}

	private static Map<Level, Set<String>> byLevel(List<Seat> seats, boolean ours) {
		Map<Level, Set<String>> names = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			names.put(level, new HashSet<>());
		}
		seats.stream()
			.filter((seat) -> seat.ours() == ours && !Words.blank(seat.person()))
			.forEach((seat) -> names.get(seat.level())
				.add(seat.person().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)));
		return names;
	}

	/** The levels of responsibility. */
	public enum Level {

		OPERATIONAL("Opérationnel", "Operational"),

		STEERING("Pilotage", "Steering"),

		EXECUTIVE("Direction", "Executive");

		private final String french;

		private final String english;

		Level(String french, String english) {
			this.french = french;
			this.english = english;
		}

		public String label(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

	/** The matrix as entered. */
	public record Facts(List<Seat> seats) {
	}

	/** One person at one level; an empty name is an empty seat. */
	public record Seat(Level level, boolean ours, String person) {
	}

}
