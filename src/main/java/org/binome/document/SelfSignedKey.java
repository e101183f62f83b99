package org.binome.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key for development: it signs its own certificate, so nobody else trusts it.
 */
public final class SelfSignedKey {

	private static final int VALID_DAYS = 3_650;

	private SelfSignedKey() {
	}

	/**
	 * Makes an RSA key of 3072 bits in a PKCS#12 file; the file is there whole or not at
	 * all.
	 * @param commonName what the certificate names as its holder
	 */
	public static void create(Path file, String password, String commonName) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		try (OutputStream out = Files.newOutputStream(fresh)) {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(3072);
			KeyPair pair = generator.generateKeyPair();
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("seal", pair.getPrivate(), password.toCharArray(),
					new Certificate[] { certificate(pair, new X500Name("CN=" + commonName)) });
			store.store(out, password.toCharArray());
		}
		catch (GeneralSecurityException | OperatorCreationException ex) {
			throw new IOException("No key could be made: " + ex.getMessage(), ex);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static X509Certificate certificate(KeyPair pair, X500Name name)
			throws GeneralSecurityException, OperatorCreationException, IOException {
		Instant now = Instant.now();
		var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(120, new SecureRandom()),
				Date.from(now.minus(1, ChronoUnit.DAYS)), Date.from(now.plus(VALID_DAYS, ChronoUnit.DAYS)), name,
				pair.getPublic());
		builder.addExtension(Extension.keyUsage, true,
				new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
		return new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
	}

}
