package org.binome.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The clauses whose strictness can be chosen, read from the templates themselves.
 */
@Component
public class Clauses {

	private static final Pattern ARTICLE = Pattern.compile("<@c\\.article\\s+id=\"([^\"]+)\"\\s+title=\"([^\"]+)\"");

	private static final Pattern VARIANTS = Pattern.compile("<@c\\.when\\b|clauseProfile|clauseVariants");

	private final Map<String, Map<String, String>> titles = new ConcurrentHashMap<>();

	/**
	 * The titles by the clause's id.
	 * @param language "fr" or "en"
	 */
	public Map<String, String> titles(String language) {
		return this.titles.computeIfAbsent(language, Clauses::read);
	}

	/** The title of a clause, or its id when it is not there any more. */
	public String title(String clause, String language) {
		return titles(language).getOrDefault(clause, clause);
	}

	private static Map<String, String> read(String language) {
		try {
			Map<String, String> titles = new TreeMap<>();
			var resolver = new PathMatchingResourcePatternResolver(Clauses.class.getClassLoader());
			for (Resource file : resolver.getResources("classpath*:/templates/clauses/" + language + "/*.ftlh")) {
				String text = file.getContentAsString(StandardCharsets.UTF_8);
				Matcher article = ARTICLE.matcher(text);
				if (article.find() && VARIANTS.matcher(text).find()) {
					titles.put(article.group(1), article.group(2));
				}
			}
			return Collections.unmodifiableMap(titles);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
