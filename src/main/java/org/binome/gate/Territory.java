package org.binome.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import org.binome.gate.ScopeOverlapPolicy.Scope;

/**
 * A territory as somebody wrote it, understood as far as it names countries and regions
 * in French or English, or by their ISO codes: Europe is where France is. What belongs to
 * a region is what the Unicode CLDR says.
 *
 * @param words the text, plain
 * @param countries those it names, by ISO code; none when no place is known by any of its
 * words
 * @param whole whether it is all of them: nothing but names was written. “North of
 * France” is a part
 */
record Territory(String words, Set<String> countries, boolean whole) {

	private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

	/** In Asia to geographers, in Europe to those who do business with it. */
	private static final String CYPRUS = "CY";

	private static final Set<String> ASIA = Set.of("142", "145");

	/** Stand between names and change nothing. */
	private static final Set<String> LINKS = Set.of("et", "and", "ou", "or", "le", "la", "les", "l", "the", "de", "du",
			"des", "d", "of", "en", "in", "tout", "toute", "all");

	/** What business calls several regions or countries. */
	private static final Map<String, List<String>> TERMS = Map.ofEntries(Map.entry("europe", List.of("150", "EU")),
			Map.entry("ue", List.of("EU")), Map.entry("eu", List.of("EU")),
			Map.entry("eee", List.of("EU", "IS", "LI", "NO")), Map.entry("eea", List.of("EU", "IS", "LI", "NO")),
			Map.entry("emea", List.of("150", "EU", "145", "002")), Map.entry("apac", List.of("142", "009")),
			Map.entry("latam", List.of("419")), Map.entry("amerique", List.of("019")),
			Map.entry("america", List.of("019")), Map.entry("dach", List.of("DE", "AT", "CH")),
			Map.entry("benelux", List.of("BE", "NL", "LU")), Map.entry("uk", List.of("GB")),
			Map.entry("usa", List.of("US")));

	private static final Map<String, Set<String>> NAMES = names();

	private static final int LONGEST_NAME = NAMES.keySet()
		.stream()
		.mapToInt((name) -> name.split(" ").length)
		.max()
		.orElseThrow();

	/**
	 * Understands a text.
	 * @param words plain, as {@link Scope#plain} leaves them
	 */
	static Territory of(String words) {
		Set<String> known = NAMES.containsKey(words) ? NAMES.get(words) : byCode(words);
		return known.isEmpty() ? read(words) : new Territory(words, known, true);
	}

	/**
	 * Whether both are in the same place. Of two parts of a country nobody knows, unless
	 * by their words.
	 */
	boolean meets(Territory other) {
		if (everywhere() || other.everywhere()) {
			return true;
		}
		boolean together = !Collections.disjoint(this.countries, other.countries);
		if (this.whole && other.whole) {
			return together;
		}
		return ((this.whole || other.whole) && together) || Scope.contains(this.words, other.words)
				|| Scope.contains(other.words, this.words);
	}

	private boolean everywhere() {
		return this.whole && this.countries.equals(NAMES.get("world"));
	}

	/** The longest name that begins with a word is the one that is meant. */
	private static Territory read(String text) {
		List<String> words = Arrays.asList(text.split(" "));
		Set<String> countries = new HashSet<>();
		boolean whole = true;
		int from = 0;
		while (from < words.size()) {
			int to = Math.min(from + LONGEST_NAME, words.size());
			while (to > from && !NAMES.containsKey(String.join(" ", words.subList(from, to)))) {
				to--;
			}
			if (to > from) {
				countries.addAll(NAMES.get(String.join(" ", words.subList(from, to))));
			}
			else {
				whole &= LINKS.contains(words.get(from));
			}
			from = Math.max(to, from + 1);
		}
		return new Territory(text, countries, whole && !countries.isEmpty());
	}

	private static Set<String> byCode(String words) {
		try {
			return CODE.matcher(words).matches() ? countries(Region.getInstance(words.toUpperCase(Locale.ROOT)))
					: Set.of();
		}
		catch (IllegalArgumentException ex) {
			return Set.of();
		}
	}

	private static Map<String, Set<String>> names() {
		Map<String, Set<String>> names = new HashMap<>();
		for (ULocale language : List.of(ULocale.FRENCH, ULocale.ENGLISH)) {
			LocaleDisplayNames brief = LocaleDisplayNames.getInstance(language, DisplayContext.LENGTH_SHORT);
			regions().forEach((region) -> {
				Set<String> countries = countries(region);
				names.put(Scope.plain(ULocale.getDisplayCountry("und-" + region, language)), countries);
				String name = Scope.plain(brief.regionDisplayName(region.toString()));
				if (name.length() > 3) {
					names.put(name, countries);
				}
			});
		}
		TERMS.forEach((term, codes) -> names.put(term,
				codes.stream()
					.map(Region::getInstance)
					.map(Territory::countries)
					.flatMap(Collection::stream)
					.collect(Collectors.toUnmodifiableSet())));
		return Map.copyOf(names);
	}

	private static Stream<Region> regions() {
		return Stream
			.of(RegionType.TERRITORY, RegionType.SUBCONTINENT, RegionType.CONTINENT, RegionType.GROUPING,
					RegionType.WORLD)
			.map(Region::getAvailable)
			.flatMap(Collection::stream);
	}

	/** A country that is no more is those that came after it. */
	private static Set<String> countries(Region region) {
		if (region.getType() == RegionType.TERRITORY) {
			return Set.of(region.toString());
		}
		if (region.getType() == RegionType.DEPRECATED) {
			return (region.getPreferredValues() == null) ? Set.of()
					: region.getPreferredValues()
						.stream()
						.map(Region::toString)
						.collect(Collectors.toUnmodifiableSet());
		}
		return region.getContainedRegions(RegionType.TERRITORY)
			.stream()
			.map(Region::toString)
			.filter((country) -> !(country.equals(CYPRUS) && ASIA.contains(region.toString())))
			.collect(Collectors.toUnmodifiableSet());
	}

}
