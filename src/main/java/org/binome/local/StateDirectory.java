package org.binome.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

import org.binome.document.SelfSignedKey;

/**
 * The directory that holds all local state: databases, unpacked programs, logs, mail. One
 * running application at a time.
 */
final class StateDirectory implements AutoCloseable {

	private final Path path;

	private final FileChannel lockChannel;

	private final FileLock lock;

	private StateDirectory(Path path, FileChannel lockChannel, FileLock lock) {
		this.path = path;
		this.lockChannel = lockChannel;
		this.lock = lock;
	}

	/**
	 * Takes the directory, creating it when missing.
	 * @param address where this application will be found, shown to whoever tries to
	 * start a second one
	 */
	static StateDirectory take(Path path, String address) {
		try {
			Files.createDirectories(path.resolve("logs"));
			Files.createDirectories(path.resolve("mail"));
			Files.createDirectories(path.resolve("processes"));
			FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			FileLock lock = tryLock(channel);
			Path holder = path.resolve("running");
			if (lock == null) {
				channel.close();
				throw new LocalStartException(
						"Binôme is already running with the state directory %s (%s).".formatted(path,
								Files.exists(holder) ? Files.readString(holder).strip() : "starting"),
						"Use that one, stop it first, or give this one a directory and ports of its own (binome.local.directory, server.port, binome.local.*-port).");
			}
			Files.writeString(holder, "process %d, %s".formatted(ProcessHandle.current().pid(), address));
			return new StateDirectory(path, channel, lock);
		}
		catch (IOException ex) {
			throw new LocalStartException("The state directory %s can't be used: %s.".formatted(path, ex),
					"Make it writable and see that its disk has room, or choose another with the property binome.local.directory.",
					ex);
		}
	}

	private static FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	Path path() {
		return this.path;
	}

	Path resolve(String name) {
		return this.path.resolve(name);
	}

	Path log(String name) {
		return this.path.resolve("logs").resolve(name + ".log");
	}

	/**
	 * Fails when the disk has less room than needed.
	 * @param megabytes room that the next step takes
	 */
	void ensureRoom(long megabytes, String purpose) {
		try {
			long free = Files.getFileStore(this.path).getUsableSpace() / 1_000_000;
			if (free < megabytes) {
				throw new LocalStartException(
						"The disk of the state directory %s has %d MB left; %s needs %d MB.".formatted(this.path, free,
								purpose, megabytes),
						"Make room, or choose a directory on another disk with the property binome.local.directory.");
			}
		}
		catch (IOException ex) {
			// The room can't be told: the step itself will say when there is none.
		}
	}

	/**
	 * The secret that signs partners' links, made at the first start.
	 */
	String linksSecret() {
		Path file = this.path.resolve("links-secret");
		try {
			return secret("links-secret");
		}
		catch (IOException ex) {
			throw new LocalStartException("The secret for partners' links can't be kept in %s: %s.".formatted(file, ex),
					"Make the directory writable.", ex);
		}
	}

	/**
	 * The key that seals contracts, made at the first start with a password of its own.
	 * @return the settings that name both
	 */
	Map<String, Object> sealKey() {
		Path file = this.path.resolve("seal.p12");
		try {
			String password = secret("seal-password");
			if (!Files.exists(file)) {
				SelfSignedKey.create(file, password, "Binôme (development key)");
			}
			return Map.of("binome.seal.keystore", file.toString(), "binome.seal.password", password);
		}
		catch (IOException ex) {
			throw new LocalStartException("The key that seals contracts can't be kept in %s: %s.".formatted(file, ex),
					"Make the directory writable.", ex);
		}
	}

	/** Random, made once. */
	private String secret(String name) throws IOException {
		Path file = this.path.resolve(name);
		if (!Files.exists(file)) {
			byte[] secret = new byte[32];
			new SecureRandom().nextBytes(secret);
			Path fresh = this.path.resolve(name + ".new");
			Files.writeString(fresh, HexFormat.of().formatHex(secret));
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
		}
		return Files.readString(file).strip();
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.path.resolve("running"));
			this.lock.release();
			this.lockChannel.close();
		}
		catch (IOException ex) {
			// The lock ends with the process at the latest.
		}
	}

}
