package org.binome.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Validates a sealed document as strictly as it was sealed: one signature, intact, by the
 * key it should be, over every byte of the file. Common validators accept pages that were
 * drawn over a signed document later; this one doesn't.
 */
@Component
public final class SealCheck {

	private static final Logger logger = LoggerFactory.getLogger(SealCheck.class);

	/** What can be wrong with a sealed document. */
	public enum Problem {

		/** It can't be read as PDF. */
		UNREADABLE,

		/** It has no signature. */
		NOT_SEALED,

		/** It has further signatures. */
		SEALED_AGAIN,

		/** It isn't what was signed. */
		ALTERED,

		/** Something was added after the seal. */
		ADDED_TO,

		/** It is signed with another key. */
		OTHER_KEY,

		/** Its signature would allow changes. */
		NOT_CERTIFIED,

		/** It doesn't begin with the document that was to be sealed. */
		OTHER_DOCUMENT

	}

	/**
	 * What a validation found.
	 *
	 * @param problems none when the document is valid
	 * @param signer common name of the key's holder
	 * @param level such as PAdES-BASELINE-B
	 * @param sealedAt as the signature claims
	 * @param stampedAt as a time stamp authority vouches, or null
	 */
	public record Result(List<Problem> problems, String signer, String level, Instant sealedAt, Instant stampedAt) {

		public boolean valid() {
			return this.problems.isEmpty();
		}

	}

	/**
	 * Validates.
	 * @param sealed the file
	 * @param certificate of the key that should have sealed it, DER
	 * @param document the document that should have been sealed
	 */
	public Result check(byte[] sealed, byte[] certificate, byte[] document) {
		Reports reports;
		try {
			reports = validate(sealed, certificate);
		}
		catch (RuntimeException ex) {
			logger.debug("Not a PDF", ex);
			return new Result(List.of(Problem.UNREADABLE), "", "", null, null);
		}
		List<SignatureWrapper> signatures = reports.getDiagnosticData().getSignatures();
		if (signatures.isEmpty()) {
			return new Result(List.of(Problem.NOT_SEALED), "", "", null, null);
		}
		SignatureWrapper signature = signatures.getFirst();
		List<Problem> problems = new ArrayList<>();
		if (signatures.size() > 1) {
			problems.add(Problem.SEALED_AGAIN);
		}
		if (!signature.isSignatureIntact() || !signature.isSignatureValid()) {
			problems.add(Problem.ALTERED);
		}
		if (!isOf(signature, certificate)) {
			problems.add(Problem.OTHER_KEY);
		}
		else if (problems.isEmpty()
				&& reports.getSimpleReport().getIndication(signature.getId()) != Indication.TOTAL_PASSED) {
			logger.warn("Seal not valid: {}", reports.getSimpleReport().getSubIndication(signature.getId()));
			problems.add(Problem.ALTERED);
		}
		if (!everyByte(sealed, signature)) {
			problems.add(Problem.ADDED_TO);
		}
		if (signature.getDocMDPPermissions() != CertificationPermission.NO_CHANGE_PERMITTED) {
			problems.add(Problem.NOT_CERTIFIED);
		}
		if (sealed.length < document.length
				|| Arrays.mismatch(sealed, 0, document.length, document, 0, document.length) >= 0) {
			problems.add(Problem.OTHER_DOCUMENT);
		}
		return new Result(List.copyOf(problems), signer(signature), signature.getSignatureFormat().toString(),
				instant(signature.getClaimedSigningTime()),
				signature.getTimestampList()
					.stream()
					.map(TimestampWrapper::getProductionTime)
					.map(SealCheck::instant)
					.findFirst()
					.orElse(null));
	}

	private static Reports validate(byte[] sealed, byte[] certificate) {
		CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
		trusted.addCertificate(DSSUtils.loadCertificate(certificate));
		CommonCertificateVerifier verifier = new CommonCertificateVerifier();
		verifier.setTrustedCertSources(trusted);
		SignedDocumentValidator validator = SignedDocumentValidator
			.fromDocument(new InMemoryDocument(sealed, "document.pdf", MimeTypeEnum.PDF));
		validator.setCertificateVerifier(verifier);
		return validator.validateDocument();
	}

	private static boolean isOf(SignatureWrapper signature, byte[] certificate) {
		return signature.getSigningCertificate() != null && signature.getSigningCertificate()
			.getId()
			.equals(DSSUtils.loadCertificate(certificate).getDSSIdAsString());
	}

	/**
	 * Whether the signature covers the file from its first to its last byte, and the gap
	 * in which it stands itself holds nothing else.
	 */
	private static boolean everyByte(byte[] sealed, SignatureWrapper signature) {
		List<Integer> range = signature.getSignatureByteRange().stream().map(Number::intValue).toList();
		if (range.size() != 4 || range.get(0) != 0 || range.get(2) + range.get(3) != sealed.length) {
			return false;
		}
		int from = range.get(1);
		int to = range.get(2);
		return from < to && to <= sealed.length
				&& onlySignature(new String(sealed, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1));
	}

	private static boolean onlySignature(String gap) {
		if (!gap.startsWith("<") || !gap.endsWith(">") || gap.length() % 2 != 0) {
			return false;
		}
		String digits = gap.substring(1, gap.length() - 1);
		try {
			byte[] contents = HexFormat.of().parseHex(digits);
			boolean plain = digits.equals(HexFormat.of().formatHex(contents))
					|| digits.equals(HexFormat.of().withUpperCase().formatHex(contents));
			int length = derLength(contents);
			for (int index = length; index < contents.length; index++) {
				plain &= contents[index] == 0;
			}
			return plain;
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return false;
		}
	}

	/** The length of a DER sequence with its header (ITU-T X.690, 8.1.3). */
	private static int derLength(byte[] der) {
		int first = der[1] & 0xff;
		if (first < 0x80) {
			return 2 + first;
		}
		int length = 0;
		for (int index = 0; index < (first & 0x7f); index++) {
			length = (length << 8) | (der[2 + index] & 0xff);
		}
		return 2 + (first & 0x7f) + length;
	}

	private static String signer(SignatureWrapper signature) {
		return (signature.getSigningCertificate() != null) ? signature.getSigningCertificate().getCommonName() : "";
	}

	private static Instant instant(Date date) {
		return (date != null) ? date.toInstant() : null;
	}

}
