package org.binome.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells what a metric measures by the words of its name, from
 * <code>templates/tracking/metrics.yaml</code> (TRK-03).
 */
@Component
class MetricCatalogue {

	static final String VANITY = "vanity";

	static final String OTHER = "other";

	private final Set<String> vanity = new HashSet<>();

	private final Map<String, String> kinds = new HashMap<>();

	MetricCatalogue() {
		ClassPathResource file = new ClassPathResource("templates/tracking/metrics.yaml");
		try (InputStream stream = file.getInputStream()) {
			Map<String, ?> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
			((List<?>) content.get("vanity")).forEach((group) -> this.vanity.addAll(words((List<?>) group)));
			((Map<?, ?>) content.get("decisive")).forEach(
					(kind, words) -> words((List<?>) words).forEach((word) -> this.kinds.put(word, (String) kind)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The metric catalogue can't be read", ex);
		}
		catch (ClassCastException | NullPointerException ex) {
			throw new IllegalArgumentException("The metric catalogue " + file.getPath()
					+ " needs 'vanity', a list of lists of words, and 'decisive', lists of words by kind", ex);
		}
	}

	/**
	 * The kind of a metric: "vanity" as soon as one word says so, else the first kind a
	 * word names, else "other".
	 */
	String kind(String name, String unit) {
		List<String> words = List.of(plain(name + " " + unit).split("[^\\p{L}\\p{N}']+"));
		if (words.stream().anyMatch((word) -> this.vanity.contains(word) || this.vanity.contains(afterElision(word)))) {
			return VANITY;
		}
		return words.stream()
			.map((word) -> this.kinds.getOrDefault(word, this.kinds.get(afterElision(word))))
			.filter((kind) -> kind != null)
			.findFirst()
			.orElse(OTHER);
	}

	private static List<String> words(List<?> words) {
		return words.stream().map((word) -> plain(word.toString())).toList();
	}

	/** Lower case without accents, the typographic apostrophe as the plain one. */
	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replace('’', '\'')
			.replace("œ", "oe")
			.toLowerCase(Locale.ROOT);
	}

	/** "d'abonnés" counts as "abonnés". */
	private static String afterElision(String word) {
		return word.substring(word.indexOf('\'') + 1);
	}

}
