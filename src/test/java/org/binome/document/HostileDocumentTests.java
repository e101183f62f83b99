package org.binome.document;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpServer;
import freemarker.cache.StringTemplateLoader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile data, documents and templates: each is shown as text or refused with a clear
 * error, nothing is fetched, nothing is read, and nothing takes for ever. A server counts
 * what is fetched; a file holds a word that must never be printed.
 */
class HostileDocumentTests {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private static final String SECRET = "Canarien7419";

	private static final long MOST_BYTES = 1_500_000_000;

	private static final AtomicInteger REQUESTS = new AtomicInteger();

	private static final Printer PRINTER = new Printer();

	@TempDir
	private static Path folder;

	private static HttpServer server;

	/** What becomes of an attack. */
	enum End {

		/** Printed as the text it is. */
		SHOWN,

		/** Refused, with a message that says why. */
		REFUSED,

		/** Either, as long as it does no harm. */
		HARMLESS

	}

	/**
	 * An attack.
	 *
	 * @param through where it comes in: "value", "body", "head" or "template"
	 * @param payload with {@code {http}}, {@code {port}} and {@code {file}} for what it
	 * is after
	 */
	record Attack(String name, String through, End end, String payload) {

		@Override
		public String toString() {
			return this.through + ": " + this.name;
		}

	}

	@BeforeAll
	static void layBait() throws IOException {
		Files.writeString(folder.resolve("canary.txt"), SECRET);
		Files.writeString(folder.resolve("canary.css"), "body::before{content:'" + SECRET + "'}");
		Files.writeString(folder.resolve("canary.svg"), """
				<svg xmlns="http://www.w3.org/2000/svg"><text y="20">%s</text></svg>""".formatted(SECRET));
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			REQUESTS.incrementAndGet();
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		server.start();
	}

	@AfterAll
	static void nothingWasFetched() {
		server.stop(0);
		assertThat(REQUESTS).hasValue(0);
	}

	@Test
	void thereAreAtLeastTwoHundredAttacks() {
		assertThat(attacks().map(Attack::payload).distinct()).hasSizeGreaterThanOrEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("attacks")
	@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void doesNoHarm(Attack attack) throws Exception {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = threads.getCurrentThreadAllocatedBytes();
		String payload = baited(attack.payload());
		String shown = null;
		try {
			shown = run(attack, payload);
			assertThat(attack.end()).as("printed \"%s\"", shortened(shown)).isNotEqualTo(End.REFUSED);
		}
		catch (DocumentFailure | TemplateFailure ex) {
			assertThat(attack.end()).as(ex.getMessage()).isNotEqualTo(End.SHOWN);
			assertThat(ex.getMessage()).hasSizeBetween(20, 4000).doesNotContain(SECRET).doesNotEndWith("null");
		}
		if (attack.end() == End.SHOWN) {
			assertThat(RoundTrip.squeeze(shown)).contains(RoundTrip.squeeze(printed(payload)));
		}
		if (shown != null) {
			assertThat(shown).doesNotContain(SECRET).doesNotContain("uid=");
		}
		assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(MOST_BYTES);
		assertThat(REQUESTS).hasValue(0);
	}

	private static String run(Attack attack, String payload) throws IOException {
		return switch (attack.through()) {
			case "value" -> text(PRINTER
				.print(ContractDocumentsTests.html("marketing", "en", Map.of("reference", payload)), CREATED));
			case "body" -> text(PRINTER.print(page("", payload), CREATED));
			case "head" -> text(PRINTER.print(page(payload, "<p>Still here</p>"), CREATED));
			case "whole" -> text(PRINTER.print(payload, CREATED));
			default -> filled(payload);
		};
	}

	/** What a template writes; it need not be a document. */
	private static String filled(String template) {
		StringTemplateLoader loader = new StringTemplateLoader();
		loader.putTemplate("hostile", template);
		Templates templates = new Templates(loader, Duration.ofSeconds(3));
		return templates.render("hostile", Map.of("text", "${7*191}", "party", Map.of("name", "<b>Maison</b>")),
				Locale.FRENCH);
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getDocumentCatalog().getNames()).isNull();
			assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
			return new PDFTextStripper().getText(document)
				.replace('\u2019', '\'')
				.replace('\u201c', '"')
				.replace('\u201d', '"');
		}
	}

	/** As a value reads in print. */
	private static String printed(String value) {
		StringBuilder printed = new StringBuilder();
		value.codePoints().forEach((character) -> {
			boolean control = Character.getType(character) == Character.CONTROL && "\n\r\t".indexOf(character) < 0;
			boolean format = Character.getType(character) == Character.FORMAT && character != 0xAD;
			boolean half = Character.getType(character) == Character.SURROGATE;
			boolean blank = "\u2800\u3164\u115f\u034f\ufe0f".indexOf(character) >= 0;
			printed.appendCodePoint((control || format || half || blank) ? '?' : character);
		});
		return printed.toString();
	}

	private static String baited(String payload) {
		String port = Integer.toString(server.getAddress().getPort());
		return payload.replace("{http}", "http://127.0.0.1:" + port)
			.replace("{port}", port)
			.replace("{file}", folder.resolve("canary").toString());
	}

	private static String page(String head, String body) {
		return "<html lang=\"en\"><head><title>T</title><style>body{font-family:'Source Serif'}</style>" + head
				+ "</head><body>" + body + "<p>Still here</p></body></html>";
	}

	private static String shortened(String text) {
		return (text.length() > 300) ? text.substring(0, 300) : text;
	}

	static Stream<Attack> attacks() {
		List<Attack> attacks = new ArrayList<>();
		values(attacks);
		references(attacks);
		documents(attacks);
		templates(attacks);
		return attacks.stream();
	}

	private static void values(List<Attack> attacks) {
		List<String> shown = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)/>",
				"\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "<a href=\"javascript:alert(1)\">x</a>",
				"<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>",
				"<marquee onstart=alert(1)>", "<video><source onerror=alert(1)>", "<iframe srcdoc='<b>x</b>'></iframe>",
				"</style><style>*{color:white}</style>", "</title><title>Other", "<!-- comment", "--><b>x",
				"<![CDATA[x]]>", "]]>", "<?php echo 1 ?>", "<?xml version='1.0'?>", "&lt;b&gt;", "&amp;amp;",
				"&#60;b&#62;", "&lol9;", "<!DOCTYPE x SYSTEM '{file}.txt'>", "<!ENTITY x SYSTEM '{file}.txt'>",
				"<xi:include href='{file}.txt'/>", "<link rel='stylesheet' href='{http}/v.css'/>",
				"<base href='{http}/'/>", "<meta http-equiv='refresh' content='0;url={http}/'/>", "url({http}/v.png)",
				"@import '{http}/v.css';", "expression(alert(1))", "${7*191}", "#{7*191}", "[=7*191]", "${.data_model}",
				"${'freemarker.template.utility.Execute'?new()('id')}", "<#assign x=1>", "<#include '{file}.txt'>",
				"[#ftl][#assign x=1]", "<@c.document title='x'/>", "</#if>", "${text?interpret}", "{{7*191}}",
				"{% import os %}", "<%= 7*191 %>", "*{T(java.lang.Runtime)}", "#set($x=1)", "=cmd|' /C calc'!A0",
				"=HYPERLINK(\"{http}/\")", "+1+1", "@SUM(1+1)", "' or 1=1 --", "'; drop table contract; --",
				"${jndi:ldap://127.0.0.1:{port}/x}", "%s%n%x", "%00", "..%2f..%2fetc%2fpasswd",
				"../../../../etc/passwd", "{file}.txt", "\\\\127.0.0.1\\share\\x", "file://{file}.txt",
				"\\u202e\\u0000", "\n\n\nTwo\tlines", "fi ffi ff fl", "a".repeat(400));
		for (String payload : shown) {
			attacks.add(new Attack(payload.strip().lines().findFirst().orElse(""), "value", End.SHOWN, payload));
		}
		for (int control : new int[] { 0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1C, 0x1F, 0x7F, 0x80, 0x85,
				0x9F }) {
			attacks.add(invisible("control", control));
		}
		for (int bidi : new int[] { 0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067,
				0x2068, 0x2069 }) {
			attacks.add(invisible("direction", bidi));
		}
		for (int unseen : new int[] { 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0x206A, 0xFEFF, 0xFFF9,
				0x034F, 0x115F, 0x2800, 0x3164, 0xFE0F, 0xE0001, 0xE0041, 0xE007F }) {
			attacks.add(invisible("unseen", unseen));
		}
		attacks.add(new Attack("lone high surrogate", "value", End.SHOWN, "10\ud83d000"));
		attacks.add(new Attack("lone low surrogate", "value", End.SHOWN, "10\udc00000"));
		attacks.add(new Attack("swapped surrogates", "value", End.SHOWN, "10\udc00\ud83d000"));
		for (String unknown : List.of("株式会社", "عقد", "חוזה", "😀", "ﷺ", "\ue000", "𝟙𝟘𝟘", "สัญญา")) {
			attacks.add(new Attack("no font has " + unknown, "value", End.REFUSED, unknown));
		}
		attacks.add(new Attack("ten megabytes", "value", End.REFUSED, "x".repeat(10_000_000)));
		attacks.add(new Attack("ten megabytes of markup", "value", End.REFUSED, "<b>&".repeat(2_500_000)));
		attacks.add(new Attack("a word wider than a page", "value", End.SHOWN, "W".repeat(3_000)));
		attacks.add(new Attack("combining marks without end", "value", End.HARMLESS, "o" + "\u0301".repeat(5_000)));
	}

	private static Attack invisible(String kind, int character) {
		return new Attack("%s U+%04X".formatted(kind, character), "value", End.SHOWN,
				"10" + Character.toString(character) + "000 EUR");
	}

	/** Every way to refer to something, to everything that could be referred to. */
	private static void references(List<Attack> attacks) {
		Map<String, String> schemes = Map.ofEntries(Map.entry("http", "{http}/a"),
				Map.entry("no scheme", "//127.0.0.1:{port}/a"), Map.entry("file", "file://{file}"),
				Map.entry("path", "{file}"), Map.entry("jar of a file", "jar:file://{file}.jar!/a"),
				Map.entry("jar of an address", "jar:{http}/a.jar!/a"), Map.entry("ftp", "ftp://127.0.0.1:{port}/a"),
				Map.entry("share", "file://127.0.0.1/share/a"), Map.entry("class path", "classpath:/application"),
				Map.entry("upwards", "../../../../../../../../../../..{file}"));
		List<String> bodies = List.of("<p><img src=\"%s.svg\" alt=\"x\"/></p>",
				"<object data=\"%s.svg\" type=\"image/svg+xml\"></object>", "<embed src=\"%s.svg\"/>",
				"<iframe src=\"%s.txt\"></iframe>", "<p style=\"background:url('%s.svg')\">x</p>",
				"<ul style=\"list-style-image:url('%s.svg')\"><li>x</li></ul>",
				"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"%s.svg\" width=\"9\" height=\"9\"/></svg>",
				"<p><a href=\"%s.txt\" download=\"x\" relationship=\"Source\">x</a></p>",
				"<p><input type=\"image\" src=\"%s.svg\"/></p>");
		List<String> heads = List.of("<link rel=\"stylesheet\" href=\"%s.css\"/>",
				"<style>@import url('%s.css');</style>",
				"<style>@font-face{font-family:F;src:url('%s.ttf')} p{font-family:F,'Source Serif'}</style>",
				"<style>p::before{content:url('%s.svg')}</style>",
				"<style>@page{background-image:url('%s.svg')}</style>",
				"<base href=\"%s\"/><link rel=\"stylesheet\" href=\"x.css\"/>");
		schemes.forEach((name, url) -> {
			for (String body : bodies) {
				attacks.add(new Attack(name + " in " + body, "body", End.HARMLESS, body.formatted(url)));
			}
			for (String head : heads) {
				attacks.add(new Attack(name + " in " + head, "head", End.HARMLESS, head.formatted(url)));
			}
		});
	}

	private static void documents(List<Attack> attacks) {
		for (String type : List.of("<!DOCTYPE html>", "<!DOCTYPE x SYSTEM \"file://{file}.txt\">",
				"<!DOCTYPE x SYSTEM \"{http}/x.dtd\">", "<!DOCTYPE x PUBLIC \"-//X\" \"{http}/x.dtd\">",
				"<!DOCTYPE x [<!ENTITY a SYSTEM \"file://{file}.txt\">]>",
				"<!DOCTYPE x [<!ENTITY % p SYSTEM \"{http}/p\"> %p;]>",
				"<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
				"<!DOCTYPE x [<!NOTATION n SYSTEM \"{http}/n\">]>",
				"<?xml version=\"1.1\"?><!DOCTYPE x [<!ENTITY a \"b\">]>")) {
			attacks.add(new Attack(type, "whole", End.REFUSED, type + page("", "<p>&a;</p>")));
		}
		attacks.add(new Attack("unknown entity", "body", End.REFUSED, "<p>&a;</p>"));
		attacks.add(new Attack("style sheet instruction", "whole", End.HARMLESS,
				"<?xml-stylesheet href=\"{http}/x.css\" type=\"text/css\"?>" + page("", "")));
		attacks.add(new Attack("inclusion", "body", End.HARMLESS,
				"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://{file}.txt\" parse=\"text\"/>"));
		attacks.add(new Attack("schema location", "body", End.HARMLESS,
				"<p xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a {http}/x.xsd\">x</p>"));
		attacks.add(new Attack("script", "body", End.HARMLESS, "<script>app.launchURL('{http}/')</script>"));
		attacks.add(new Attack("refresh", "head", End.HARMLESS,
				"<meta http-equiv=\"refresh\" content=\"0;url={http}/\"/>"));
		attacks.add(new Attack("form", "body", End.HARMLESS,
				"<form action=\"{http}/\"><input type=\"submit\" value=\"x\"/></form>"));
		for (String type : List.of("text/html", "text/css", "text/javascript", "application/pdf",
				"application/x-java-serialized-object", "image/svg+xml", "image/png", "image/gif", "image/tiff")) {
			attacks.add(new Attack("data of type " + type, "body", End.HARMLESS,
					"<p><img alt=\"x\" src=\"data:" + type + ";base64,PHN2Zz48aW1hZ2UvPjwvc3ZnPg==\"/></p>"));
		}
		attacks.add(new Attack("nested svg in data", "body", End.HARMLESS, """
				<p><img alt="x" src="data:image/svg+xml;utf8,&lt;svg xmlns='http://www.w3.org/2000/svg'>\
				&lt;image href='{http}/i.png'/>&lt;/svg>"/></p>"""));
		attacks.add(new Attack("nested a thousand deep", "body", End.REFUSED,
				"<div>".repeat(1_000) + "x" + "</div>".repeat(1_000)));
		attacks.add(new Attack("nested a hundred thousand deep", "body", End.REFUSED,
				"<b>".repeat(100_000) + "x" + "</b>".repeat(100_000)));
		attacks.add(new Attack("ten megabytes", "body", End.REFUSED, "<p>" + "word ".repeat(2_000_000) + "</p>"));
		attacks.add(new Attack("five thousand rows", "body", End.HARMLESS,
				"<table>" + "<tr><td>a</td><td>b</td></tr>".repeat(5_000) + "</table>"));
		attacks.add(new Attack("a thousand columns", "body", End.HARMLESS,
				"<table><tr>" + "<td>a</td>".repeat(1_000) + "</tr></table>"));
		attacks.add(new Attack("a thousand attributes", "body", End.HARMLESS, "<p " + attributes(1_000) + ">x</p>"));
		attacks.add(new Attack("end missing", "body", End.REFUSED, "<p>x"));
		attacks.add(new Attack("end too many", "body", End.REFUSED, "x</p>"));
		attacks.add(new Attack("attribute twice", "body", End.REFUSED, "<p id=\"a\" id=\"b\">x</p>"));
		attacks.add(new Attack("not XML at all", "whole", End.REFUSED, "%PDF-1.7 {file}.txt"));
		attacks.add(new Attack("nothing", "whole", End.REFUSED, ""));
		for (String style : List.of("height:100000000mm", "height:2147483647px", "padding-top:99999999999mm",
				"margin-top:-99999999mm", "font-size:100000pt", "line-height:100000000", "border:1000000000px solid",
				"column-count:100000", "width:0.0001pt", "letter-spacing:1000000mm", "text-indent:-1000000mm",
				"transform:scale(100000)", "transform:rotate(90deg)", "position:absolute;top:-9999mm",
				"position:fixed;left:9999mm", "page-break-before:always;height:300000mm", "overflow:hidden;height:0",
				"visibility:hidden", "opacity:0", "float:left;width:100000%")) {
			attacks.add(new Attack(style, "body", End.HARMLESS, "<div style=\"" + style + "\">agreed words</div>"));
		}
		attacks.add(new Attack("tiny pages", "head", End.HARMLESS, "<style>@page{size:1mm 1mm;margin:0}</style>"));
		attacks.add(new Attack("huge pages", "head", End.HARMLESS, "<style>@page{size:1000000mm 1000000mm}</style>"));
		attacks.add(new Attack("cell over a billion columns", "body", End.HARMLESS,
				"<table><tr><td colspan=\"1000000000\">a</td></tr></table>"));
		attacks.add(new Attack("cell over a billion rows", "body", End.HARMLESS,
				"<table><tr><td rowspan=\"1000000000\">a</td></tr></table>"));
		attacks.add(new Attack("selectors without end", "head", End.HARMLESS,
				"<style>" + "p b i u span div td ".repeat(2_000) + "{color:red}</style>"));
		attacks.add(new Attack("hidden by colour and size", "body", End.REFUSED,
				"<p style=\"font-size:0.1pt;color:#ffffff\">not seen</p>"));
		for (String hidden : List.of("color:white", "color:transparent", "color:rgba(0,0,0,0.02)", "font-size:1px",
				"background-color:#222;color:#222", "transform:scale(0.02)", "visibility:hidden",
				"height:2pt;overflow:hidden")) {
			attacks.add(new Attack("hidden by " + hidden, "body", End.REFUSED,
					"<p style=\"" + hidden + "\">unseen words</p>"));
		}
		attacks.add(new Attack("hidden under a box", "body", End.REFUSED,
				"<p>unseen words</p><div style=\"position:absolute;top:0;left:0;width:100%;height:50mm;background-color:#fff\"></div>"));
		attacks
			.add(new Attack("hidden by the style of everything", "head", End.REFUSED, "<style>*{color:white}</style>"));
		attacks.add(new Attack("hidden on a page of the same colour", "head", End.HARMLESS,
				"<style>@page{background-color:#000}</style>"));
		attacks
			.add(new Attack("words not displayed", "body", End.REFUSED, "<p style=\"display:none\">unseen words</p>"));
		attacks.add(new Attack("words off the page", "body", End.REFUSED,
				"<p style=\"margin-left:900mm\">unseen words</p>"));
		attacks.add(new Attack("words added by style", "body", End.REFUSED,
				"<style>p::before{content:'never agreed '}</style><p>agreed</p>"));
	}

	private static String attributes(int count) {
		StringBuilder attributes = new StringBuilder();
		for (int number = 0; number < count; number++) {
			attributes.append(" a").append(number).append("=\"x\"");
		}
		return attributes.toString();
	}

	/** A few characters that ask for more memory than there is, or for all time. */
	private static void largeFromSmall(List<Attack> attacks) {
		String loops = "<#list ['a','b'] as x>".repeat(40);
		String ends = "</#list>".repeat(40);
		for (String step : List.of("${'x'?left_pad(100000000)}", "${'x'?right_pad(2147483647, 'xyz')}",
				"${'x'?leftPad(100000000)}", "${'x'?rightPad(100000000)}", "${'x' ? <#-- pad --> left_pad (100000000)}",
				"${\"${'x'?left_pad(100000000)}\"}", "<#assign x='x'?left_pad(100000000)>",
				"<#if 'x'?left_pad(100000000) == 'x'>x</#if>", "<@m x='x'?left_pad(100000000)/>",
				"${'\"x\"?left' + '_pad(100000000)'?eval}", "${('\"x\"?left' + '_pad(100000000)')?eval}",
				"<@('${\"x\"?left' + '_pad(100000000)}')?interpret/>", "${'\"x\"'?eval_json}",
				"${(1..1000000000)?join(',')}", "<#assign r=1..1000000000>${r?join(',')}", "${(1..<1000000000)?size}",
				"${(1..*1000000000)?reverse?join('')}", "${(1..)?seq_contains(-1)?c}", "${(1..1000000000)?sort?size}",
				"<#list 1..1000000000 as x></#list>", "${[1, 2]?chunk(1000000000, 0)?join('')}",
				"${['x']?map(x -> x + x)?map(x -> x + x)?join('')}", "${'1E999999999'?number?c}",
				"${'aaaa'?replace('a', 'aaaa')?replace('a', 'aaaa')}", "${('a' + 'a!')?matches('(a+)+')?c}",
				"${'x'?ensure_ends_with('y')?word_list?size}")) {
			attacks.add(new Attack(step, "template", End.REFUSED, step));
		}
		Map<String, String> doublings = Map.of("string", "<#assign s='0123456789'>" + "<#assign s=s+s>".repeat(30),
				"string in itself", "<#assign s='0123456789'>" + "<#assign s='${s}${s}'>".repeat(30), "strings in turn",
				"<#assign s='0123456789' t=s>" + "<#assign t=s+s><#assign s=t>".repeat(30), "sums of two",
				"<#assign s='0123456789' t=s>" + "<#assign s=s+t><#assign t=t+s>".repeat(30), "captured text",
				"<#assign s>0123456789</#assign>" + "<#assign s>${s}${s}</#assign>".repeat(30), "compound assignment",
				"<#assign s='0123456789'>" + "<#assign s+=s>".repeat(30), "list",
				"<#assign s=[1]>" + "<#assign s=s+s>".repeat(30) + "${s?join('x')}", "list in a loop",
				"<#assign s=[1]>" + loops + "<#assign s=s+s>" + ends + "${s?join('x')}", "global by its name as text",
				"<#assign s='0123456789'>" + "<#assign s=.vars['s']+.main['s']>".repeat(30), "behind a comparison",
				"<#assign s='0123456789'>" + "<#assign s=(1 > 2)?then('', s + s)>".repeat(30));
		doublings.forEach((name, doubling) -> attacks
			.add(new Attack("doubled " + name, "template", End.REFUSED, doubling + "${s?size!}${s?length!}")));
		attacks.add(new Attack("doubled by a function", "template", End.REFUSED,
				"<#function d x><#return x + x></#function>${" + "d(".repeat(30) + "'0123456789'" + ")".repeat(30)
						+ "?length}"));
		attacks.add(new Attack("doubled by a macro in itself", "template", End.REFUSED,
				"<#macro m s><#if s?length lt 2000000000><@m s=s+s/></#if></#macro><@m s='0123456789'/>"));
		attacks.add(new Attack("appended to without end", "template", End.REFUSED,
				"<#assign s='x'>" + loops + "<#assign s=s+'0123456789'>" + ends));
		attacks.add(new Attack("list appended to without end", "template", End.REFUSED,
				"<#assign s=[]>" + loops + "<#assign s=s+[text, text, text]>" + ends));
		attacks.add(new Attack("number squared again and again", "template", End.REFUSED,
				"<#assign n=99999>" + "<#assign n=n*n>".repeat(40) + "${n?c}"));
		attacks.add(new Attack("number squared in a loop", "template", End.REFUSED,
				"<#assign n=99999>" + loops + "<#assign n=n*n>" + ends));
		attacks.add(new Attack("loops in loops that write nothing", "template", End.REFUSED, loops + ends));
		attacks.add(new Attack("loops in loops that write", "template", End.REFUSED, loops + "0123456789" + ends));
	}

	private static void templates(List<Attack> attacks) {
		for (String refused : List.of("<#assign x='freemarker.template.utility.Execute'?new()>${x('cat {file}.txt')}",
				"${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File','{file}.txt')}",
				"<#assign x='freemarker.template.utility.JythonRuntime'?new()><@x>import os</@x>",
				"${'java.lang.ProcessBuilder'?new('id')}", "${party?api.class}", "${party.class.name}",
				"${party.getClass().forName('java.lang.Runtime')}", "${text.class.protectionDomain}", "${text?new()}",
				"${.main?api}", "<#include '{file}.txt'>", "<#include 'file://{file}.txt'>",
				"<#include '{http}/x.ftl'>", "<#include '../../../../../../../../..{file}.txt' parse=false>",
				"<#import '{http}/x.ftl' as x>", "<#include 'jar:{http}/x.jar!/x'>",
				"<#include 'classpath:/application.yaml'>", "${.get_optional_template('{file}.txt').include()}",
				"<#list 1.. as x></#list>", "<#list 1.. as x>0123456789</#list>", "<#macro m><@m/></#macro><@m/>",
				"<#function f x><#return f(x)></#function>${f(1)}",
				"<#assign s='x'><#list 1..22 as i><#assign s=s+s></#list>${s}", "<#list 1..3000000 as i>x</#list>",
				"${nothing}", "${text", "<#if>", "<#assign>", "<#unknown/>", "${text?unknown}", "${1/0}",
				"<#stop 'end'>", "${'<#list 1.. as x>0123456789</#list>'?interpret}",
				"<@'<#include \"{file}.txt\">'?interpret/>",
				"${('\"freemarker.template.utility.Execute\"?new()')?eval('id')}",
				"<#setting locale='../../x'>${1?string.currency}<#include 'x'>", "<#visit .node>", "<#recurse .node>",
				"<#attempt><#include '{file}.txt'><#recover>${.error}${nothing}</#attempt>",
				"${statics['java.lang.System'].getenv()}", "${Session}", "${Application.x}",
				"${springMacroRequestContext.x}")) {
			attacks.add(new Attack(refused, "template", End.REFUSED, refused));
		}
		largeFromSmall(attacks);
		for (String harmless : List.of("${text}", "${party.name}", "<#noautoesc>${party.name}</#noautoesc>",
				"${party.name?no_esc}", "<#outputformat 'plainText'>${party.name}</#outputformat>", "${text?eval}",
				"<@text?interpret/>", "${.data_model?keys?join(' ')}", "${.globals?keys?join(' ')}",
				"${.locals!'none'}", "${.template_name}", "${.version}", "${.now}", "${'a'?url}",
				"<#escape x as x?js_string>${text}</#escape>", "<#noparse>${text}</#noparse>",
				"${text?replace('(a+)+$', 'x', 'r')}", "${('a'?left_pad(28, 'a') + '!')?matches('(a+)+')?c}",
				"<#attempt>${nothing}<#recover>${.error}</#attempt>")) {
			attacks.add(new Attack(harmless, "template", End.HARMLESS, harmless));
		}
	}

}
