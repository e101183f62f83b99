package org.binome.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.binome.local.child.Guarded;

/**
 * The few classes of ours that run inside the started processes, copied out of the
 * application so that nothing else of it comes along.
 */
final class ChildClasses {

	private static final List<String> NAMES = List.of(Guarded.class.getName(),
			"org.binome.local.opensearch.OpenSearchNode", "org.binome.local.opensearch.IndexStateManagementSetting");

	private ChildClasses() {
	}

	/**
	 * Copies them.
	 * @return the class path entry that holds them
	 */
	static String copyTo(StateDirectory directory) {
		Path target = directory.resolve("child-classes");
		try {
			for (String name : NAMES) {
				String resource = name.replace('.', '/') + ".class";
				Path file = target.resolve(resource);
				Files.createDirectories(file.getParent());
				try (InputStream content = ChildClasses.class.getClassLoader().getResourceAsStream(resource)) {
					Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
				}
			}
			return target.toString();
		}
		catch (IOException ex) {
			throw new LocalStartException("%s can't be written: %s.".formatted(target, ex),
					"Make it writable and see that its disk has room.", ex);
		}
	}

}
