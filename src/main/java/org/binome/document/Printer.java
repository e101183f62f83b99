package org.binome.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.CRC32C;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.fontstore.FontNotFoundException;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.binome.document.Fonts.Typeface;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import org.springframework.stereotype.Component;

/**
 * Prints XHTML as PDF/A-3a and PDF/UA-1. The same input gives the same bytes; nothing is
 * read from a file or a network; and no word is lost in silence.
 */
@Component
public final class Printer {

	private static final String PRODUCER = "Binôme (openhtmltopdf, PDFBox)";

	static {
		XRLog.setLoggerImpl(new Slf4jLogger());
		// By default PDFBox compresses harder, which costs a quarter of the time for a
		// tenth of the size.
		System.setProperty(Filter.SYSPROP_DEFLATELEVEL, "3");
	}

	private final Fonts fonts = new Fonts();

	private final byte[] colorProfile = colorProfile();

	/**
	 * Prints a document. Its {@code <title>} and {@code lang} are required;
	 * {@code <meta name="author">} is used when present.
	 * @param xhtml a well-formed document without a document type
	 * @param createdAt the creation date the PDF carries
	 * @param attachments files the PDF carries
	 * @return the PDF
	 * @throws DocumentFailure when the document isn't well-formed or any of its words
	 * would be missing from the PDF
	 */
	public byte[] print(String xhtml, Instant createdAt, Attachment... attachments) {
		Document document = Xhtml.parse(xhtml);
		Locale locale = language(document);
		Typography.apply(document, locale);
		String title = title(document);
		return print(document, locale, new XmpPacket(title, author(document), locale.getLanguage(), createdAt),
				id(xhtml, createdAt, attachments), List.of(attachments));
	}

	private byte[] print(Document document, Locale locale, XmpPacket metadata, long id, List<Attachment> attachments) {
		List<Typeface> lent = this.fonts.borrow();
		try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream(262_144)) {
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.usePDDocument(pdf);
			builder.usePageSupplier((owner, width, height, number, shadow) -> Artifacts.addPage(owner, width, height));
			// Asked for PDF/A too, it would only write more metadata, which we replace.
			builder.usePdfUaAccessibility(true);
			builder.useColorProfile(this.colorProfile);
			builder.useUnicodeLineBreaker(new LineBreaker(locale));
			builder.useUriResolver((base, uri) -> harmless(uri) ? uri : null);
			for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
				builder.useExternalResourceAccessControl((uri, type) -> uri != null && uri.startsWith("data:image/"),
						priority);
			}
			builder.withProducer(PRODUCER);
			this.fonts.use(lent, builder, pdf);
			builder.withW3cDocument(document, null);
			builder.toStream(out);
			render(builder);
			forbidInterpolation(pdf);
			Calendar created = GregorianCalendar
				.from(metadata.createdAt().atZone(TimeZone.getTimeZone("UTC").toZoneId()));
			describe(pdf, metadata, created);
			EmbeddedFiles.add(pdf, attachments, created);
			pdf.setDocumentId(id);
			pdf.save(out);
			byte[] stored = out.toByteArray();
			RoundTrip.check(document, pdf, stored);
			return stored;
		}
		catch (StackOverflowError ex) {
			throw new DocumentFailure("The document or its style sheet is nested too deeply to be printed.", ex);
		}
		catch (FontNotFoundException ex) {
			throw new DocumentFailure(
					"The style sheet names a font that isn't in templates/shared/fonts: " + ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.fonts.giveBack(lent);
		}
	}

	/**
	 * The renderer looks for an XML transformer in every jar of the thread's class
	 * loader, only to write metadata that we replace: a seventh of a document's time.
	 */
	private static void render(PdfRendererBuilder builder) throws IOException {
		Thread thread = Thread.currentThread();
		ClassLoader usual = thread.getContextClassLoader();
		thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
			renderer.layout();
			renderer.createPDFKeepOpen();
		}
		finally {
			thread.setContextClassLoader(usual);
		}
	}

	/** Pictures are shown as they are stored: PDF/A demands it, PDF/UA doesn't. */
	private static void forbidInterpolation(PDDocument pdf) {
		for (PDPage page : pdf.getPages()) {
			COSDictionary objects = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
			if (objects != null) {
				objects.keySet().forEach((name) -> objects.getCOSStream(name).removeItem(COSName.INTERPOLATE));
			}
		}
	}

	private static boolean harmless(String uri) {
		return uri != null && (uri.startsWith("#") || uri.startsWith("data:image/"));
	}

	private static void describe(PDDocument pdf, XmpPacket metadata, Calendar created) throws IOException {
		PDDocumentInformation information = new PDDocumentInformation();
		information.setTitle(metadata.title());
		information.setAuthor(metadata.author());
		information.setProducer(PRODUCER);
		information.setCreationDate(created);
		information.setModificationDate(created);
		pdf.setDocumentInformation(information);
		PDMetadata packet = new PDMetadata(pdf);
		packet.importXMPMetadata(metadata.write(PRODUCER).getBytes(StandardCharsets.UTF_8));
		pdf.getDocumentCatalog().setMetadata(packet);
	}

	private static Locale language(Document document) {
		String language = document.getDocumentElement().getAttribute("lang");
		if (language.isBlank()) {
			throw new DocumentFailure("The document has no language: give <html> a lang attribute.");
		}
		return Locale.forLanguageTag(language);
	}

	private static String title(Document document) {
		NodeList titles = document.getElementsByTagName("title");
		String title = (titles.getLength() > 0) ? titles.item(0).getTextContent().strip() : "";
		if (title.isEmpty()) {
			throw new DocumentFailure("The document has no title: give <head> a <title>.");
		}
		return title;
	}

	private static String author(Document document) {
		NodeList metas = document.getElementsByTagName("meta");
		for (int index = 0; index < metas.getLength(); index++) {
			if (metas.item(index) instanceof Element meta && meta.getAttribute("name").equals("author")) {
				return meta.getAttribute("content");
			}
		}
		return "";
	}

	private static long id(String xhtml, Instant createdAt, Attachment... attachments) {
		CRC32C checksum = new CRC32C();
		checksum.update(xhtml.getBytes(StandardCharsets.UTF_8));
		for (Attachment attachment : attachments) {
			checksum.update(attachment.content());
		}
		return (checksum.getValue() << 31) ^ createdAt.toEpochMilli();
	}

	private static byte[] colorProfile() {
		try (InputStream profile = Printer.class.getResourceAsStream("/templates/shared/color/sRGB.icc")) {
			return profile.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
