package org.binome.document;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time stamp authority (RFC 3161) on this machine.
 */
final class TimeStampServer implements AutoCloseable {

	private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

	private final HttpServer server;

	private final KeyPair pair;

	private final X509Certificate certificate;

	private final AtomicLong serial = new AtomicLong();

	TimeStampServer() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		this.pair = generator.generateKeyPair();
		X500Name name = new X500Name("CN=Time stamps for tests");
		Instant now = Instant.now();
		var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(now.minus(1, ChronoUnit.DAYS)),
				Date.from(now.plus(1, ChronoUnit.DAYS)), name, this.pair.getPublic());
		builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
		this.certificate = new JcaX509CertificateConverter()
			.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(this.pair.getPrivate())));
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/");
	}

	long stamps() {
		return this.serial.get();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			TimeStampRequest request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
			var digests = new JcaDigestCalculatorProviderBuilder().build();
			var tokens = new TimeStampTokenGenerator(
					new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", this.pair.getPrivate(),
							this.certificate),
					digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
			tokens.addCertificates(new JcaCertStore(List.of(this.certificate)));
			byte[] response = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
				.generate(request, BigInteger.valueOf(this.serial.incrementAndGet()), new Date())
				.getEncoded();
			exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
			exchange.sendResponseHeaders(200, response.length);
			exchange.getResponseBody().write(response);
		}
		catch (Exception ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
