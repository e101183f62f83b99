package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Seals a document with the platform's key: pages of evidence are appended, then a
 * certifying PAdES signature (ETSI EN 319 142-1, level B, or T where a time stamp
 * authority is configured) that allows no change any more. The document's own bytes stay
 * the first of the sealed file.
 */
@Component
public class Seal {

	private static final Logger logger = LoggerFactory.getLogger(Seal.class);

	/** Room for the certificates of the chain and of a time stamp, in bytes. */
	private static final int SIGNATURE_SIZE = 16_384;

	private final SealKey key;

	private final SealSettings settings;

	Seal(SealKey key, SealSettings settings) {
		this.key = key;
		this.settings = settings;
		CertificateToken certificate = key.certificates().getFirst();
		logger.info("Contracts are sealed with the key of {}, valid until {}",
				certificate.getCertificate().getSubjectX500Principal(), certificate.getNotAfter().toInstant());
	}

	/**
	 * A sealed document.
	 *
	 * @param pdf the file
	 * @param certificate of the key, DER
	 * @param level B or T
	 * @param sealedAt the time the signature claims
	 */
	public record Sealed(byte[] pdf, byte[] certificate, String level, Instant sealedAt) {
	}

	/**
	 * Seals.
	 * @param document a tagged PDF
	 * @param evidence a tagged PDF with the pages to append
	 * @param reason stands in the signature, like the label, in the document's language
	 * @param label what a screen reader says of the seal
	 */
	public Sealed seal(byte[] document, byte[] evidence, String reason, String label) {
		List<CertificateToken> chain = this.key.certificates();
		boolean timed = this.settings.timeStampUrl() != null;
		Date now = new Date();
		PAdESSignatureParameters parameters = new PAdESSignatureParameters();
		parameters.setSignatureLevel(timed ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
		parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
		parameters.setSigningCertificate(chain.getFirst());
		parameters.setCertificateChain(chain);
		parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
		parameters.setContentSize(SIGNATURE_SIZE);
		parameters.setReason(reason);
		parameters.bLevel().setSigningDate(now);
		parameters.getImageParameters().getFieldParameters().setFieldId(EvidencePages.FIELD);
		PAdESService service = new PAdESService(new CommonCertificateVerifier());
		if (timed) {
			service.setTspSource(new OnlineTSPSource(this.settings.timeStampUrl().toString()));
		}
		DSSDocument prepared = new InMemoryDocument(EvidencePages.append(document, evidence, label), "document.pdf",
				MimeTypeEnum.PDF);
		DSSDocument signed = service.signDocument(prepared, parameters,
				this.key.sign(service.getDataToSign(prepared, parameters)));
		return new Sealed(bytes(signed), chain.getFirst().getEncoded(), timed ? "T" : "B", now.toInstant());
	}

	private static byte[] bytes(DSSDocument document) {
		try (InputStream in = document.openStream()) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
