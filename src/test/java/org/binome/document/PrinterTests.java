package org.binome.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import freemarker.cache.StringTemplateLoader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.binome.document.Attachment.Relationship;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrinterTests {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private static final String STYLE = "<style>body{font-family:'Source Serif'}</style>";

	private final Printer printer = new Printer();

	@Test
	void namesTheWordsThatNoFontCanPrint() {
		assertThatThrownBy(() -> this.printer.print(page(STYLE, "<p>Société 株式会社 Lyon</p>"), CREATED))
			.isInstanceOf(DocumentFailure.class)
			.hasMessageContaining("1 word(s)")
			.hasMessageContaining("株式会社");
	}

	@Test
	void namesTheFontThatIsNotThere() {
		String style = "<style>body{font-family:'Source Serif'} .x{font-family:'Nowhere'}</style>";

		assertThatThrownBy(
				() -> this.printer.print(page(style, "<p>kept <span class=\"x\">vanished</span> kept</p>"), CREATED))
			.isInstanceOf(DocumentFailure.class)
			.hasMessageContaining("Nowhere");
	}

	@Test
	void refusesTextOutsideThePage() {
		assertThatThrownBy(() -> this.printer
			.print(page(STYLE, "<p style=\"white-space:nowrap\">" + "far too wide ".repeat(40) + "</p>"), CREATED))
			.isInstanceOf(DocumentFailure.class)
			.hasMessageContaining("right margin of page 1");
	}

	@Test
	void requiresTitleAndLanguage() {
		assertThatThrownBy(() -> this.printer.print("<html lang=\"en\"><head/><body><p>x</p></body></html>", CREATED))
			.hasMessageContaining("title");
		assertThatThrownBy(() -> this.printer.print("<html><head><title>T</title></head><body/></html>", CREATED))
			.hasMessageContaining("language");
	}

	@Test
	void attachmentsTravelByteForByte() throws Exception {
		byte[] content = "{\"étendue\":\"France\"}".getBytes(StandardCharsets.UTF_8);
		Attachment attachment = new Attachment("data.json", "application/json", Relationship.SOURCE, "Data", content);

		byte[] pdf = this.printer.print(page(STYLE, "<p>x</p>"), CREATED, attachment);

		try (PDDocument document = Loader.loadPDF(pdf)) {
			COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
			var listed = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("data.json");
			assertThat(catalog.getCOSArray(COSName.AF).getObject(0)).isSameAs(listed.getCOSObject());
			assertThat(listed.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
			assertThat(listed.getFileUnicode()).isEqualTo("data.json");
			PDEmbeddedFile file = listed.getEmbeddedFileUnicode();
			assertThat(file.toByteArray()).isEqualTo(content);
			assertThat(file.getSubtype()).isEqualTo("application/json");
			assertThat(file.getModDate().toInstant()).isEqualTo(CREATED);
		}
		assertThatThrownBy(() -> this.printer.print(page(STYLE, "<p>x</p>"), CREATED, attachment, attachment))
			.hasMessageContaining("data.json");
	}

	@Test
	void opensNoConnectionAndNoFile() throws Exception {
		AtomicInteger requests = new AtomicInteger();
		HttpServer server = HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			requests.incrementAndGet();
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		server.start();
		try {
			String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
			String head = """
					<link rel="stylesheet" href="%1$s.css"/><link rel="stylesheet" href="file:///etc/passwd"/>
					<style>@import url(%1$s.css); @font-face{font-family:F;src:url(%1$s.ttf)}
					body{font-family:'Source Serif';background:url(%1$s.png)}</style>""".formatted(url);
			String body = """
					<p>Still here <img src="%1$s.png" alt="x"/><img src="file:///etc/hostname" alt="y"/></p>
					<object data="%1$s.svg" type="image/svg+xml"></object>""".formatted(url);

			byte[] pdf = this.printer.print(page(head, body), CREATED);

			assertThat(new PdfPages().read(pdf).getFirst().text()).contains("Still here").doesNotContain("root:");
			assertThat(requests).hasValue(0);
		}
		finally {
			server.stop(0);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
			"<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" })
	void refusesDocumentTypesAndEntities(String doctype) {
		assertThatThrownBy(() -> this.printer.print(doctype + page(STYLE, "<p>x</p>"), CREATED))
			.isInstanceOf(DocumentFailure.class)
			.hasMessageContaining("line 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}", "<#assign x=1>",
			"&amp;&lt;", "]]>", "' or 1=1 --", "{{constructor}}", "\u202Etxt.exe", "a\u0000b" })
	void hostileValuesAreShownAsText(String value) throws Exception {
		String html = ContractDocumentsTests.html("marketing", "en", Map.of("reference", value));

		byte[] pdf = this.printer.print(html, CREATED);

		String shown = value.replace('\u202E', '?').replace('\u0000', '?').replace("a?b", "a?b").replace("\u2019", "'");
		assertThat(String.join("", new PdfPages().read(pdf).getFirst().text().split("\\s+")).replace('’', '\''))
			.contains(String.join("", shown.split("\\s+")));
	}

	@Test
	void templatesReachNoClassAndNoEndlessLoop() {
		StringTemplateLoader loader = new StringTemplateLoader();
		loader.putTemplate("new", "<#assign x = 'freemarker.template.utility.Execute'?new()>${x('id')}");
		loader.putTemplate("api", "${data?api.class}");
		loader.putTemplate("class", "${data.class.name}");
		String loops = "<#list ['a', 'b'] as x>".repeat(40);
		loader.putTemplate("loop", loops + "</#list>".repeat(40));
		loader.putTemplate("bomb", loops + "0123456789" + "</#list>".repeat(40));
		loader.putTemplate("missing", "line one\n  ${nothing}");
		loader.putTemplate("escape", "${data.name}");
		Templates templates = new Templates(loader, Duration.ofSeconds(2));
		Map<String, Object> data = Map.of("data", Map.of("name", "<b>&"));

		for (String hostile : List.of("new", "api", "class", "loop", "bomb")) {
			assertThatThrownBy(() -> templates.render(hostile, data, Locale.FRENCH))
				.isInstanceOf(TemplateFailure.class);
		}
		assertThatThrownBy(() -> templates.render("missing", data, Locale.FRENCH))
			.isInstanceOfSatisfying(TemplateFailure.class, (failure) -> {
				assertThat(failure.line()).isEqualTo(2);
				assertThat(failure.column()).isPositive();
			});
		assertThat(templates.render("escape", data, Locale.FRENCH)).isEqualTo("&lt;b&gt;&amp;");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Il dit "oui"; elle dit "non"!|Il dit «~oui~»^; elle dit «~non~»^!
			Objectif: 12 mois|Objectif~: 12~mois
			d'«accord»...|d’«~accord~»…
			à 9:00, voir https://binome.example/a?b|à 9:00, voir https://binome.example/a?b
			article 4, annexe 2, n° 3, 60 EUR|article~4, annexe~2, n°~3, 60~EUR
			""")
	void frenchTypographyIsSetFromPlainTyping(String typed, String printed) {
		assertThat(Typography.set(typed, true)).isEqualTo(printed.replace('~', '\u00a0').replace('^', '\u202f'));
	}

	@Test
	void englishTypographyIsSetFromPlainTyping() {
		assertThat(Typography.set("the parties' \"own\" words: 30 days' notice...", false))
			.isEqualTo("the parties’ “own” words: 30\u00a0days’ notice…");
	}

	@Test
	void frenchTypographyKeepsWhatBelongsTogether() {
		assertThat(Typography.set("l'accord : « oui » ; 12 500 % !", true))
			.isEqualTo("l’accord\u00a0: «\u00a0oui\u00a0»\u202f; 12\u202f500\u00a0%\u202f!");
		assertThat(Wording.date("2026-11-01", Locale.FRENCH)).isEqualTo("1er\u00a0novembre\u00a02026");
		assertThat(Wording.money(1_234_550L, "EUR", Locale.FRENCH)).isEqualTo("12\u202f345,50\u00a0EUR");
	}

	@Test
	void pagesComeAsPicturesWithTheirText() throws Exception {
		byte[] pdf = this.printer
			.print(page(STYLE, "<p>First page</p><p style=\"page-break-before:always\">Second</p>"), CREATED);
		PdfPages pages = new PdfPages();

		assertThat(pages.read(pdf)).extracting(PdfPages.Page::text).containsExactly("First page", "Second");
		assertThat(pages.png(pdf, 2, 72)).startsWith(0x89, 'P', 'N', 'G');
		assertThatThrownBy(() -> pages.png(pdf, 3, 72)).hasMessageContaining("no page 3");
	}

	private static String page(String head, String body) {
		return "<html lang=\"en\"><head><title>T</title>" + head + "</head><body>" + body + "</body></html>";
	}

}
