package org.binome.prospecting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.binome.partner.Organisations;
import org.binome.prospecting.RowProblem.Kind;

/**
 * Finds organisations that are on the longlist already: by their web site, or by name and
 * country if one of the two entries has no web site.
 */
final class Duplicates {

	private final Map<String, Place> byKey = new HashMap<>();

	private final Map<String, List<Place>> byName = new HashMap<>();

	/** Notes a candidate imported before. */
	void known(String name, String website, String country) {
		note(name, website, country, 0);
	}

	/**
	 * The problem if the row's organisation is there already; else notes it and returns
	 * null.
	 */
	RowProblem check(CandidateRow row) {
		Place place = find(row);
		if (place == null) {
			note(row.name(), row.website(), row.country(), row.line());
			return null;
		}
		String french = (place.line() > 0) ? "déjà à la ligne " + place.line() : "déjà dans le programme";
		String english = (place.line() > 0) ? "already on line " + place.line() : "already in the programme";
		String seen = RowParser.shown(place.name());
		return new RowProblem(Kind.DUPLICATE, row.line(), "", RowParser.shown(row.name()), french + " (" + seen + ")",
				english + " (" + seen + ")");
	}

	private Place find(CandidateRow row) {
		Place same = this.byKey.get(row.dedupeKey());
		if (same != null) {
			return same;
		}
		return this.byName.getOrDefault(nameKey(row.name(), row.country()), List.of())
			.stream()
			.filter((place) -> row.website() == null || !place.hasWebsite())
			.findFirst()
			.orElse(null);
	}

	private void note(String name, String website, String country, int line) {
		Place place = new Place(line, name, website != null);
		this.byKey.put(Organisations.dedupeKey(name, website), place);
		this.byName.computeIfAbsent(nameKey(name, country), (key) -> new ArrayList<>()).add(place);
	}

	private static String nameKey(String name, String country) {
		return country + Organisations.dedupeKey(name, null);
	}

	/**
	 * Where an organisation stands.
	 *
	 * @param line 0 for one imported before
	 */
	private record Place(int line, String name, boolean hasWebsite) {
	}

}
