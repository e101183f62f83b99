package org.binome.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Says which rules a gate applied: a hash of its compiled policy, so nobody can forget to
 * count a version up. Empty for a gate without a policy of its own.
 */
final class PolicyVersions {

	private static final int LENGTH = 16;

	private final Map<Gate, String> known = new EnumMap<>(Gate.class);

	synchronized String of(Gate gate) {
		return this.known.computeIfAbsent(gate, (unknown) -> hash(unknown.policy()));
	}

	private static String hash(String name) {
		Class<?> policy;
		try {
			policy = Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			return "";
		}
		MessageDigest digest = Sha256.digest();
		Arrays.stream(policy.getNestMembers())
			.sorted(Comparator.comparing(Class::getName))
			.forEach((part) -> digest.update(bytes(part)));
		return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
	}

	private static byte[] bytes(Class<?> type) {
		String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
		try (InputStream in = type.getResourceAsStream(file)) {
			if (in == null) {
				throw new IllegalStateException("No class file of " + type.getName());
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
