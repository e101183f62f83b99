package org.binome.document;

import java.nio.file.Files;
import java.security.KeyStore.PasswordProtection;
import java.util.List;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.token.AbstractKeyStoreTokenConnection;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs11SignatureToken;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;

import org.springframework.stereotype.Component;

/**
 * The platform's key, opened for each use: it is never held in memory between two seals.
 */
@Component
class SealKey {

	private final SealSettings settings;

	SealKey(SealSettings settings) {
		this.settings = settings;
	}

	/**
	 * The certificate of the key and those that lead from it to its root.
	 * @throws IllegalStateException when there is no such key, saying what to set
	 */
	synchronized List<CertificateToken> certificates() {
		try (AbstractKeyStoreTokenConnection token = open()) {
			return List.of(entry(token).getCertificateChain());
		}
	}

	synchronized SignatureValue sign(ToBeSigned data) {
		try (AbstractKeyStoreTokenConnection token = open()) {
			return token.sign(data, DigestAlgorithm.SHA256, entry(token));
		}
	}

	private AbstractKeyStoreTokenConnection open() {
		PasswordProtection password = new PasswordProtection(this.settings.password().toCharArray());
		try {
			if (this.settings.library() != null) {
				return new Pkcs11SignatureToken(this.settings.library().toString(), password, this.settings.slot());
			}
			return new Pkcs12SignatureToken(Files.readAllBytes(this.settings.keystore()), password);
		}
		catch (Exception ex) {
			throw new IllegalStateException("The key that seals contracts can't be opened in " + place() + ": "
					+ ex.getMessage() + ". Check binome.seal.*.", ex);
		}
	}

	private DSSPrivateKeyEntry entry(AbstractKeyStoreTokenConnection token) {
		List<DSSPrivateKeyEntry> keys;
		try {
			keys = token.getKeys();
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("The key that seals contracts can't be opened in " + place() + ": "
					+ ex.getMessage() + ". Check binome.seal.password.", ex);
		}
		if (this.settings.alias() == null && keys.size() == 1) {
			return keys.getFirst();
		}
		List<String> aliases = keys.stream().map((key) -> ((KSPrivateKeyEntry) key).getAlias()).toList();
		int index = aliases.indexOf(this.settings.alias());
		if (index < 0) {
			throw new IllegalStateException("Set binome.seal.alias to one of the keys in " + place() + ": " + aliases);
		}
		return keys.get(index);
	}

	private String place() {
		return (this.settings.library() != null) ? "slot " + this.settings.slot() + " of " + this.settings.library()
				: this.settings.keystore().toString();
	}

}
