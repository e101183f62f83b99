package org.binome.approach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.gate.RespectfulMessagePolicy.Wording;

import org.springframework.stereotype.Component;

/**
 * The expressions a message must or must not have: <code>wording/LIST.LANGUAGE.txt</code>
 * on the class path, one a line; a line that begins with # is a comment.
 */
@Component
class WordLists {

	private final Map<String, Wording> wordings = Stream.of("fr", "en")
		.collect(Collectors.toUnmodifiableMap((language) -> language, WordLists::wording));

	Wording in(String language) {
		return this.wordings.get(language);
	}

	private static Wording wording(String language) {
		return new Wording(read("hype", language), read("urgency", language), read("familiarity", language),
				read("openings", language), read("invitations", language));
	}

	private static List<String> read(String list, String language) {
		String path = "/wording/" + list + "." + language + ".txt";
		try (InputStream stream = WordLists.class.getResourceAsStream(path)) {
			if (stream == null) {
				throw new IllegalStateException("The list of expressions " + path + " is missing on the class path");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map(String::strip)
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
