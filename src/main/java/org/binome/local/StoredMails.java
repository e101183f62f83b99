package org.binome.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mails that the sink has kept, newest first.
 */
final class StoredMails {

	private static final String EXTENSION = ".eml";

	private static final Pattern ID = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z-\\d+");

	private final Path directory;

	StoredMails(Path directory) {
		this.directory = directory;
	}

	/**
	 * At most so many mails.
	 */
	List<StoredMail> newest(int limit) {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(EXTENSION))
				.map((name) -> name.substring(0, name.length() - EXTENSION.length()))
				.sorted(Comparator.reverseOrder())
				.limit(limit)
				.flatMap((id) -> find(id).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Optional<StoredMail> find(String id) {
		return source(id).map((source) -> StoredMail.read(id, source));
	}

	Optional<byte[]> source(String id) {
		Path file = this.directory.resolve(id + EXTENSION);
		if (!ID.matcher(id).matches() || !Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try {
			return Optional.of(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
