package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The clauses a document can be made of, and the kinds of document, from
 * {@code templates/clauses/clauses.yaml}. A mistake in it stops the start, with the entry
 * it stands in.
 */
@Component
public final class ClauseLibrary {

	private static final String FILE = "templates/clauses/clauses.yaml";

	private static final List<String> STRICTNESSES = List.of("light", "standard", "strict");

	private static final List<String> LANGUAGES = List.of("fr", "en");

	private final Map<String, Clause> clauses = new LinkedHashMap<>();

	private final Map<String, Kind> kinds = new LinkedHashMap<>();

	/**
	 * A clause.
	 *
	 * @param id stable; also the name of its file, unless {@code file} says otherwise
	 * @param file in {@code templates/clauses/<language>}, without {@code .ftlh}
	 * @param titles as printed, by language
	 * @param variants strictnesses that share a text: one group when the clause is the
	 * same whatever the strictness (CON-07)
	 * @param data what it reads
	 * @param when data without which it isn't printed; empty when it always is
	 * @param requires clauses, or articles of the kind's own, that it refers to
	 */
	public record Clause(String id, String file, Map<String, String> titles, List<List<String>> variants,
			List<String> data, String when, List<String> requires) {

		/** Whether its text depends on the strictness. */
		public boolean hasVariants() {
			return this.variants.size() > 1;
		}

	}

	/**
	 * A kind of document.
	 *
	 * @param id name of its folder in {@code templates/contracts}
	 * @param titles as printed, by language
	 * @param clauses from the library, in order
	 * @param own ids of the articles that stand in its template
	 */
	public record Kind(String id, Map<String, String> titles, List<Clause> clauses, List<String> own) {
	}

	public ClauseLibrary() {
		this(load());
	}

	ClauseLibrary(Object content) {
		entries(content, "clauses").forEach((id, entry) -> this.clauses.put(id, clause(id, entry)));
		entries(content, "kinds").forEach((id, entry) -> this.kinds.put(id, kind(id, entry)));
	}

	/** All clauses. */
	public List<Clause> clauses() {
		return List.copyOf(this.clauses.values());
	}

	/**
	 * The titles of the clauses whose strictness can be chosen, by id.
	 * @param language "fr" or "en"
	 */
	public Map<String, String> titles(String language) {
		Map<String, String> titles = new TreeMap<>();
		this.clauses.values()
			.stream()
			.filter(Clause::hasVariants)
			.forEach((clause) -> titles.put(clause.id(), clause.titles().get(language)));
		return titles;
	}

	/** The title of such a clause, or its id when it is not there any more. */
	public String title(String clause, String language) {
		return titles(language).getOrDefault(clause, clause);
	}

	/** All kinds of document, from the lightest on (CON-11). */
	public List<Kind> kinds() {
		return List.copyOf(this.kinds.values());
	}

	/**
	 * A kind of document.
	 * @throws IllegalArgumentException when there is none of this id
	 */
	public Kind kind(String id) {
		Kind kind = this.kinds.get(id);
		if (kind == null) {
			throw new IllegalArgumentException(
					"There is no kind of document '" + id + "'; there are " + String.join(", ", this.kinds.keySet()));
		}
		return kind;
	}

	private Kind kind(String id, Map<?, ?> entry) {
		List<Clause> used = texts(entry, "clauses", id).stream().map((clause) -> known(clause, id)).toList();
		List<String> own = texts(entry, "own", id);
		for (Clause clause : used) {
			for (String required : clause.requires()) {
				if (!own.contains(required) && used.stream().noneMatch((other) -> other.id().equals(required))) {
					throw new IllegalArgumentException("%s: the kind '%s' has the clause '%s', which requires '%s'"
						.formatted(FILE, id, clause.id(), required));
				}
			}
		}
		return new Kind(id, titles(entry, id), used, own);
	}

	private Clause known(String id, String kind) {
		Clause clause = this.clauses.get(id);
		if (clause == null) {
			throw new IllegalArgumentException("%s: '%s' needs a clause '%s'".formatted(FILE, kind, id));
		}
		return clause;
	}

	private static Clause clause(String id, Map<?, ?> entry) {
		List<List<String>> variants = texts(entry, "variants", id).stream()
			.map((group) -> List.of(group.split(" ")))
			.toList();
		List<String> named = variants.stream().flatMap(List::stream).toList();
		if (!named.equals(STRICTNESSES)) {
			throw new IllegalArgumentException(
					"%s: '%s' needs 'variants' that name light, standard and strict once each, in this order"
						.formatted(FILE, id));
		}
		return new Clause(id, text(entry, "file", id), titles(entry, id), variants, texts(entry, "data", id),
				text(entry, "when", ""), texts(entry, "requires", id));
	}

	private static Map<String, String> titles(Map<?, ?> entry, String id) {
		Map<String, String> titles = new LinkedHashMap<>();
		for (String language : LANGUAGES) {
			if (!(entry.get("title") instanceof Map<?, ?> given) || !(given.get(language) instanceof String title)) {
				throw new IllegalArgumentException("%s: '%s' needs a title '%s'".formatted(FILE, id, language));
			}
			titles.put(language, title);
		}
		return Map.copyOf(titles);
	}

	private static String text(Map<?, ?> entry, String name, String otherwise) {
		return (entry.get(name) instanceof String text) ? text : otherwise;
	}

	private static List<String> texts(Map<?, ?> entry, String name, String id) {
		List<String> texts = new ArrayList<>();
		if (entry.get(name) instanceof List<?> given) {
			given.forEach((text) -> texts.add(String.valueOf(text)));
		}
		else if (entry.get(name) != null) {
			throw new IllegalArgumentException("%s: '%s' of '%s' is not a list".formatted(FILE, name, id));
		}
		return List.copyOf(texts);
	}

	private static Map<String, Map<?, ?>> entries(Object content, String name) {
		if (!(content instanceof Map<?, ?> map) || !(map.get(name) instanceof Map<?, ?> given)) {
			throw new IllegalArgumentException(FILE + " needs '" + name + "'");
		}
		Map<String, Map<?, ?>> entries = new LinkedHashMap<>();
		given.forEach((id, entry) -> {
			if (!(entry instanceof Map<?, ?> fields)) {
				throw new IllegalArgumentException(FILE + ": '" + id + "' is empty");
			}
			entries.put(String.valueOf(id), fields);
		});
		return entries;
	}

	private static Object load() {
		try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(FILE + " can't be read", ex);
		}
		catch (YAMLException ex) {
			throw new IllegalArgumentException(FILE + ": " + ex.getMessage(), ex);
		}
	}

}
