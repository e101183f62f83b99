package org.binome.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * Camunda's self-managed distribution: broker, Tasklist and Operate, unpacked once.
 */
final class CamundaDistribution {

	static final String VERSION = "8.6.0";

	static final String COORDINATES = "io.camunda:camunda-zeebe:tar.gz:" + VERSION;

	private static final long MEGABYTES = 1500;

	private final Path home;

	private CamundaDistribution(Path home) {
		this.home = home;
	}

	static CamundaDistribution unpacked(StateDirectory directory, Supplier<Path> archive) {
		Path home = directory.resolve("camunda-" + VERSION);
		if (!Files.isDirectory(home)) {
			directory.ensureRoom(MEGABYTES, "the first start");
			unpack(archive.get(), home);
		}
		return new CamundaDistribution(home);
	}

	private static void unpack(Path archive, Path home) {
		Path fresh = home.resolveSibling(home.getFileName() + ".new");
		try {
			FileSystemUtils.deleteRecursively(fresh);
			try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
					TarArchiveInputStream entries = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
				for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
					unpack(entries, entry, fresh);
				}
			}
			Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new LocalStartException("%s can't be unpacked to %s: %s.".formatted(archive, home, ex),
					"See that the disk has %d MB of room. If the archive itself is damaged, delete it and start again: it will be downloaded once more."
						.formatted(MEGABYTES),
					ex);
		}
	}

	private static void unpack(InputStream content, TarArchiveEntry entry, Path fresh) throws IOException {
		Path name = Path.of(entry.getName()).normalize();
		if (name.getNameCount() < 2 || entry.isDirectory()) {
			return;
		}
		// The first folder in the archive bears the version: ours does already.
		Path target = fresh.resolve(name.subpath(1, name.getNameCount())).normalize();
		if (!target.startsWith(fresh)) {
			throw new IOException("entry outside the archive: " + entry.getName());
		}
		Files.createDirectories(target.getParent());
		Files.copy(content, target);
	}

	/**
	 * Class path of its programs, as the scripts in its {@code bin} have it.
	 */
	List<String> classPath() {
		return List.of(this.home.resolve("config").toString(), this.home.resolve("lib") + "/*");
	}

}
