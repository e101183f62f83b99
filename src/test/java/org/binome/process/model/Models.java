package org.binome.process.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of <code>bpmn/</code>.
 */
final class Models {

	static final Path ROOT = Path.of("bpmn");

	private Models() {
	}

	static List<Path> processes() throws IOException {
		return files(ROOT, ".bpmn");
	}

	static List<Path> decisions() throws IOException {
		return files(ROOT.resolve("decisions"), ".dmn");
	}

	static List<Path> forms() throws IOException {
		return files(ROOT.resolve("forms"), ".form");
	}

	static List<Path> elementTemplates() throws IOException {
		return files(ROOT.resolve(".camunda/element-templates"), ".json");
	}

	static List<Path> deployable() throws IOException {
		return Stream.of(processes(), decisions(), forms()).flatMap(List::stream).toList();
	}

	private static List<Path> files(Path folder, String suffix) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList();
		}
	}

}
