package org.binome.portal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of the portal.
 */
class MessagesTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	/** The key in a call of t("…"), and whether the rest of it is computed. */
	private static final Pattern CALL = Pattern.compile("\\bt\\(\"([^\"]+)\"( \\+)?");

	@Test
	void sayTheSameThingsInBothLanguages() throws IOException {
		assertThat(new TreeSet<>(messages("fr").keySet())).isEqualTo(new TreeSet<>(messages("en").keySet()));
	}

	@Test
	void holdEveryKeyThatViewsUse() throws IOException {
		Set<String> known = messages("fr").keySet();
		var missing = new TreeMap<String, String>();
		try (Stream<Path> views = Files.walk(RESOURCES.resolve("portal"))) {
			for (Path view : views.filter((path) -> path.toString().endsWith(".ftlh")).toList()) {
				Matcher call = CALL.matcher(Files.readString(view).replaceAll("(?s)<#--.*?-->", ""));
				while (call.find()) {
					String key = call.group(1);
					boolean found = (call.group(2) != null) ? known.stream().anyMatch((one) -> one.startsWith(key))
							: known.contains(key);
					if (!found) {
						missing.put(key, view.toString());
					}
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	/** A straight apostrophe would be swallowed where a text has parameters. */
	@Test
	void useTypographicApostrophes() throws IOException {
		assertThat(messages("fr").values()).noneMatch((text) -> text.contains("'"));
		assertThat(messages("en").values()).noneMatch((text) -> text.contains("'"));
	}

	private static Map<String, String> messages(String language) throws IOException {
		var properties = new Properties();
		try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
			properties.load(reader);
		}
		var messages = new TreeMap<String, String>();
		properties.forEach((key, text) -> messages.put((String) key, (String) text));
		return messages;
	}

}
