package org.binome.document;

import java.net.URI;
import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that seals documents, in a PKCS#12 file or a PKCS#11 device, never both.
 *
 * @param keystore the PKCS#12 file with key and certificates
 * @param library the PKCS#11 library of a device
 * @param slot id of the slot of that device
 * @param password of the file, or the PIN of the device
 * @param alias of the key; may be absent when there is only one
 * @param timeStampUrl a time stamp authority (RFC 3161); with it, seals carry its time
 */
@ConfigurationProperties("binome.seal")
public record SealSettings(Path keystore, Path library, int slot, String password, String alias, URI timeStampUrl) {

	public SealSettings {
		if ((keystore == null) == (library == null)) {
			throw new IllegalArgumentException(
					"Set either binome.seal.keystore (a PKCS#12 file) or binome.seal.library (a PKCS#11 device): the key there seals signed contracts");
		}
		// an environment variable that is set to nothing
		timeStampUrl = (timeStampUrl != null && timeStampUrl.toString().isEmpty()) ? null : timeStampUrl;
		if (password == null || password.isEmpty()) {
			throw new IllegalArgumentException(
					"Set binome.seal.password: it opens the key that seals signed contracts");
		}
	}

}
