package org.binome.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.binome.document.Seal.Sealed;
import org.binome.document.SealCheck.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Seals as a lawyer would check them: with our strict check, with poppler's pdfsig and
 * with veraPDF.
 */
class SealTests {

	private static final Printer PRINTER = new Printer();

	private static final Templates TEMPLATES = new Templates();

	private static final SealCheck CHECK = new SealCheck();

	@TempDir
	private static Path folder;

	private static byte[] contract;

	private static Sealed sealed;

	@BeforeAll
	static void seal() throws Exception {
		VeraGreenfieldFoundryProvider.initialise();
		SelfSignedKey.create(folder.resolve("seal.p12"), "secret", "Seal for tests");
		contract = contract("marketing", "fr");
		sealed = seal(contract, settings(null));
		Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("sealed.pdf"), sealed.pdf());
	}

	@Test
	void con01TheSealedFileBeginsWithTheApprovedBytes() {
		assertThat(Digest.sha256(Arrays.copyOf(sealed.pdf(), contract.length))).isEqualTo(Digest.sha256(contract));
		assertThat(new PdfPages().read(sealed.pdf()).getLast().text()).contains("Événement 39");
	}

	@Test
	void con01AFreshSealIsValid() {
		SealCheck.Result result = check(sealed.pdf());

		assertThat(result.problems()).isEmpty();
		assertThat(result.signer()).isEqualTo("Seal for tests");
		assertThat(result.level()).isEqualTo("PAdES-BASELINE-B");
		assertThat(result.sealedAt()).isEqualTo(sealed.sealedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
		assertThat(result.stampedAt()).isNull();
	}

	@Test
	void con01AnyOtherValidatorFindsItValidToo() throws Exception {
		String report = pdfsig(sealed.pdf());

		assertThat(report).contains("Signature is Valid", "ETSI.CAdES.detached", "Total document signed")
			.doesNotContain("Signature #2", "Syntax Error");
		assertThat(pdfsig(flipped(sealed.pdf(), contract.length / 2))).contains("Digest Mismatch");
	}

	@ParameterizedTest
	@CsvSource({ "marketing,fr", "marketing,en", "reseller,fr", "reseller,en" })
	void sealedItIsStillArchivableAndAccessible(String kind, String language) throws Exception {
		byte[] pdf = seal(contract(kind, language), language, settings(null)).pdf();

		assertThat(ContractDocumentsTests.failures(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(ContractDocumentsTests.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	@Test
	void theFieldOfTheSealIsTaggedBeforeItIsUsed() throws Exception {
		byte[] prepared = EvidencePages.append(contract, evidence("fr"), "Sceau");

		assertThat(ContractDocumentsTests.failures(prepared, PDFAFlavour.PDFA_3_A)).isEmpty();
		assertThat(ContractDocumentsTests.failures(prepared, PDFAFlavour.PDFUA_1)).isEmpty();
	}

	@Test
	void con01EveryFlippedByteIsFound() {
		Random random = new Random(7);
		int gap = new String(sealed.pdf(), java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("/Contents <");
		int[] places = { 10, contract.length - 2, contract.length + 10, gap + 20, gap + 30_000,
				sealed.pdf().length - 10, random.nextInt(contract.length), random.nextInt(sealed.pdf().length) };
		for (int place : places) {
			assertThat(check(flipped(sealed.pdf(), place)).valid()).as("byte " + place).isFalse();
		}
	}

	@Test
	void con01ABitInThePaddingOfTheSignatureIsFoundThoughItSignsNothing() {
		byte[] pdf = sealed.pdf().clone();
		int end = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("0000>");
		pdf[end] = '1';

		assertThat(check(pdf).problems()).containsExactly(Problem.ADDED_TO);
	}

	@Test
	void con01WhatIsDrawnOverASealedPageIsFound() throws Exception {
		byte[] drawnOver = changed(sealed.pdf(), (document) -> {
			PDPage page = document.getPage(0);
			try (PDPageContentStream content = new PDPageContentStream(document, page,
					PDPageContentStream.AppendMode.APPEND, true)) {
				content.addRect(80, 500, 200, 60);
				content.fill();
			}
			page.getCOSObject().setNeedToBeUpdated(true);
		});

		assertThat(check(drawnOver).problems()).contains(Problem.ADDED_TO);
		assertThat(drawnOver).startsWith(sealed.pdf());
	}

	@Test
	void con01AReplacedPageIsFound() throws Exception {
		byte[] added = changed(sealed.pdf(), (document) -> {
			document.getPages().insertBefore(new PDPage(), document.getPage(1));
			document.getPages().remove(2);
		});
		assertThat(check(added).problems()).contains(Problem.ADDED_TO);
		try (PDDocument document = Loader.loadPDF(sealed.pdf());
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			document.getPages().insertBefore(new PDPage(), document.getPage(1));
			document.getPages().remove(2);
			document.save(out);
			assertThat(check(out.toByteArray()).valid()).isFalse();
		}
	}

	@Test
	void con01AnythingAppendedIsFound() {
		byte[] longer = Arrays.copyOf(sealed.pdf(), sealed.pdf().length + 1);
		longer[longer.length - 1] = '\n';

		assertThat(check(longer).problems()).contains(Problem.ADDED_TO);
	}

	@Test
	void con01ASealOfAnotherKeyIsFound() throws Exception {
		SelfSignedKey.create(folder.resolve("other.p12"), "secret", "Seal for tests");
		Sealed other = seal(contract, new SealSettings(folder.resolve("other.p12"), null, 0, "secret", null, null));

		assertThat(check(other.pdf()).problems()).containsExactly(Problem.OTHER_KEY);
	}

	@Test
	void con01ASealOnAnotherDocumentIsFound() throws Exception {
		Sealed other = seal(contract("marketing", "en"), settings(null));

		assertThat(check(other.pdf()).problems()).containsExactly(Problem.OTHER_DOCUMENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no PDF at all", "%PDF-1.7\n%%EOF" })
	void whatIsNoSealedDocumentIsSaidToBeNone(String text) {
		assertThat(check(text.getBytes()).valid()).isFalse();
		assertThat(check(contract).problems()).containsExactly(Problem.NOT_SEALED);
	}

	@Test
	void aTimeStampAuthorityVouchesForTheTime() throws Exception {
		try (TimeStampServer authority = new TimeStampServer()) {
			Sealed stamped = seal(contract, settings(authority.url()));

			SealCheck.Result result = CHECK.check(stamped.pdf(), stamped.certificate(), contract);

			assertThat(authority.stamps()).isPositive();
			assertThat(stamped.level()).isEqualTo("T");
			assertThat(result.problems()).isEmpty();
			assertThat(result.level()).isEqualTo("PAdES-BASELINE-T");
			assertThat(result.stampedAt()).isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(2));
			assertThat(ContractDocumentsTests.failures(stamped.pdf(), PDFAFlavour.PDFA_3_A)).isEmpty();
		}
	}

	@Test
	void aWrongPasswordOrAMissingKeyIsSaidAtOnce() {
		assertThatThrownBy(
				() -> new Seal(new SealKey(new SealSettings(folder.resolve("seal.p12"), null, 0, "wrong", null, null)),
						settings(null)))
			.hasMessageContaining("binome.seal");
		assertThatThrownBy(() -> new SealKey(new SealSettings(folder.resolve("none.p12"), null, 0, "x", null, null))
			.certificates()).hasMessageContaining("none.p12");
		assertThatThrownBy(
				() -> new SealKey(new SealSettings(folder.resolve("seal.p12"), null, 0, "secret", "another", null))
					.certificates())
			.hasMessageContaining("binome.seal.alias");
		assertThatThrownBy(() -> new SealSettings(null, null, 0, "x", null, null))
			.hasMessageContaining("binome.seal.keystore");
		assertThatThrownBy(() -> new SealSettings(Path.of("x"), null, 0, "", null, null))
			.hasMessageContaining("binome.seal.password");
	}

	private static SealSettings settings(URI timeStamps) {
		return new SealSettings(folder.resolve("seal.p12"), null, 0, "secret", null, timeStamps);
	}

	private static Sealed seal(byte[] document, SealSettings settings) throws IOException {
		return seal(document, "fr", settings);
	}

	private static Sealed seal(byte[] document, String language, SealSettings settings) throws IOException {
		return new Seal(new SealKey(settings), settings).seal(document, evidence(language), "Signed by all parties",
				"Seal");
	}

	private static SealCheck.Result check(byte[] pdf) {
		return CHECK.check(pdf, sealed.certificate(), contract);
	}

	private static byte[] contract(String kind, String language) throws IOException {
		return PRINTER.print(ContractDocumentsTests.html(kind, language, Map.of()),
				Instant.parse("2026-09-14T08:00:00Z"));
	}

	/** As the product makes it: one signature drawn, one typed. */
	private static byte[] evidence(String language) {
		Map<String, Object> values = new HashMap<>();
		for (String name : List.of("reference", "revision", "drawnUp", "template", "bytes", "zone")) {
			values.put(name, name);
		}
		values.put("language", language);
		values.put("company", "Binôme Démonstration SAS");
		values.put("sha256", "0123456789abcdef".repeat(4));
		values.put("dataSha256", "fedcba9876543210".repeat(4));
		values.put("parties", List.of(Map.of("name", "Binôme Démonstration SAS", "description", "Paris"),
				Map.of("name", "Atelier du Levant", "description", "Nantes")));
		values.put("signatures", List.of(signature("Direction", ""), signature("Gérance", drawing())));
		values.put("approvals", List.of(Map.of("name", "Service juridique", "text", "a approuvé")));
		values.put("events",
				IntStream.range(0, 40)
					.mapToObj((event) -> Map.of("when", "15 septembre 2026 à 10:00:00", "what", "Événement " + event))
					.toList());
		return PRINTER.print(TEMPLATES.render("evidence/evidence.ftlh", values, Locale.of(language)),
				Instant.parse("2026-09-15T08:00:00Z"));
	}

	private static Map<String, Object> signature(String name, String drawing) {
		return Map.ofEntries(Map.entry("name", name), Map.entry("title", "Présidente"),
				Map.entry("party", "Atelier du Levant"), Map.entry("drawing", drawing),
				Map.entry("when", "15 septembre"), Map.entry("method", "Lien"),
				Map.entry("email", "direction@atelier.example"), Map.entry("code", "saisi"),
				Map.entry("ip", "192.0.2.1"), Map.entry("userAgent", "Browser"), Map.entry("scan", ""),
				Map.entry("statement", "J’ai lu le contrat. Je l’accepte dans tous ses termes."));
	}

	private static String drawing() {
		try {
			BufferedImage image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
			Graphics2D pen = image.createGraphics();
			pen.setColor(Color.BLACK);
			pen.setStroke(new BasicStroke(6));
			pen.drawArc(100, 60, 300, 180, 20, 300);
			pen.drawLine(300, 200, 700, 90);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(image, "png", out);
			byte[] cleaned = Pictures
				.drawing("data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray()));
			return "data:image/png;base64," + Base64.getEncoder().encodeToString(cleaned);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] flipped(byte[] pdf, int place) {
		byte[] changed = pdf.clone();
		changed[place] ^= 1;
		return changed;
	}

	private interface Change {

		void apply(PDDocument document) throws IOException;

	}

	/** As an attacker would: appended, so that everything signed is still there. */
	private static byte[] changed(byte[] pdf, Change change) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			change.apply(document);
			document.saveIncremental(out);
			return out.toByteArray();
		}
	}

	private static String pdfsig(byte[] pdf) throws Exception {
		Path file = Files.write(folder.resolve("checked.pdf"), pdf);
		Process process;
		try {
			process = new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
		}
		catch (IOException ex) {
			assumeTrue(Boolean.getBoolean("binome.ci"), "pdfsig (poppler-utils) is not installed");
			throw ex;
		}
		String report = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return report;
	}

}
