package org.binome.document;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Text that is in the PDF, so that a machine finds it, and that whoever signs can't read.
 */
class InvisibleTextTests {

	private static final Instant CREATED = Instant.parse("2026-09-14T08:00:00Z");

	private static final String PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

	private final Printer printer = new Printer();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			color:white | Its colour
			color:#eee | Its colour
			color:rgb(255,255,255) | Its colour
			color:rgba(0,0,0,0) | Its colour
			color:rgba(0,0,0,0.05) | Its colour
			color:transparent | Its colour
			color:cmyk(0,0,0,0) | Its colour
			color:#123456;background-color:#123456 | Its colour
			color:#123456;background-color:#173a5d;border-radius:4mm | Its colour
			color:white;background:linear-gradient(to right,#000,#000) | Its colour
			color:white;text-decoration:underline | Its colour
			color:black;background-color:rgba(0,0,0,0.95) | Its colour
			font-size:0.1pt | smaller than 5 points
			font-size:4.9pt | smaller than 5 points
			font:1px 'Source Serif' | smaller than 5 points
			transform:scale(0.01) | smaller than 5 points
			transform:scale(1,0.1) | smaller than 5 points
			transform:scale(0.1,1) | smaller than 5 points
			transform:scale(-0.2) | smaller than 5 points
			visibility:hidden | are missing from the PDF
			display:none | are missing from the PDF
			font-size:0 | are missing from the PDF
			position:absolute;left:-9999px | are missing from the PDF
			text-indent:-9999px | are missing from the PDF
			letter-spacing:-1em | are missing from the PDF
			height:0;overflow:hidden | are missing from the PDF
			height:1px;overflow:hidden | It is cut off
			height:5pt;overflow:hidden | It is cut off
			width:20pt;white-space:nowrap;overflow:hidden | It is cut off
			""")
	void holdsTextThatNobodyCanRead(String style, String reason) {
		refused("<p class=\"x\" style=\"%s\">Hidden here</p>".formatted(style), reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							<div class="over" style="background-color:#fff"></div> | Something is painted over it
							<div class="over" style="background-color:#000"></div> | Something is painted over it
							<div class="over" style="background-color:rgba(255,255,255,0.9)"></div> | Something is painted over it
							<div class="over" style="background-color:rgba(255,255,255,0.5)"></div><div class="over" style="background-color:rgba(255,255,255,0.7)"></div> | Something is painted over it
							<div class="over" style="background-color:#fff;border-radius:4mm"></div> | Something is painted over it
							<div class="over" style="background-color:#fff;width:20pt"></div> | Something is painted over it
							<div class="over" style="background-color:#fff;left:30pt;width:8pt"></div> | Something is painted over it
							<div class="over" style="background-color:#fff;transform:rotate(2deg)"></div> | Something is painted over it
							<div class="over" style="border-top:15pt solid #fff"></div> | Something is painted over it
					<div class="over" style="border-top:15pt dashed #fff"></div> | Something is painted over it
					<div class="over" style="border-top:15pt dotted #000"></div> | Something is painted over it
							<img class="over" alt="x" src="{picture}"/> | a picture on it
							<div class="over" style="background-image:url({picture})"></div> | a picture on it
							""")
	void holdsTextThatSomethingIsPaintedOver(String over, String reason) {
		refused("<div style=\"position:relative\"><p>Hidden here</p>%s</div>".formatted(over), reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "margin-bottom:-15pt", "height:0", "position:absolute;top:0;left:0" })
	void holdsTextOnText(String style) {
		assertThatThrownBy(
				() -> print("<p style=\"position:relative\"><span style=\"display:block;%s\">Under</span>Over</p>"
					.formatted(style)))
			.isInstanceOf(DocumentFailure.class)
			.hasMessageContaining("Under")
			.hasMessageContaining("Over")
			.hasMessageContaining("Text stands on text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p style=\"color:white;background-image:url({picture})\">Hidden here</p>",
			"<p style=\"background-image:url({picture});background-size:100% 100%\">Hidden here</p>",
			"<table><tr><td style=\"color:#fefefe\">Hidden here</td></tr></table>",
			"<ul><li><span style=\"color:white\">Hidden here</span></li></ul>",
			"<p>Seen <b style=\"font-size:2pt\">Hidden here</b> and seen</p>",
			"<p style=\"color:white\">Hidden here</p><p style=\"page-break-before:always\">Seen</p>",
			"<p style=\"page-break-after:always\">Seen</p><p style=\"color:white\">Hidden here</p>",
			"<div style=\"background-color:#123456;width:40pt;color:white\"><p style=\"width:200pt\">Hidden here</p></div>" })
	void holdsItWhereverItStands(String body) {
		assertThatThrownBy(() -> print(body)).isInstanceOf(DocumentFailure.class).hasMessageContaining("Hidden here");
	}

	@ParameterizedTest
	@ValueSource(strings = { "opacity:0", "color:white;background-color:#12344d", "color:white;background-color:#000",
			"color:#767676", "color:red", "color:#00f", "font-size:5.1pt", "text-decoration:line-through",
			"border:3pt solid #123456;border-radius:4mm", "border:4pt dashed #123456", "border:1pt dotted #123456",
			"background-color:#fff0c2;color:#7a4b00", "transform:scale(0.9)", "color:rgba(0,0,0,0.7)",
			"overflow:hidden", "letter-spacing:0.5pt", "background-color:rgba(0,0,0,0.9);color:#ddd",
			"position:relative;left:3mm", "line-height:1", "line-height:0.9", "text-align:justify", "width:30pt" })
	void printsTextThatIsSeen(String style) throws Exception {
		byte[] pdf = print("<p style=\"%s\">Seen here, as long as it is read by whoever wants to</p>".formatted(style));

		assertThat(new PdfPages().read(pdf).getFirst().text()).contains("Seen");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x<sup>2</sup>, H<sub>2</sub>O", "<i>slanted</i> and <b>bold</b>",
			"<span style=\"background-color:#ff0\">marked</span> and not",
			"<span style=\"border-bottom:1pt solid #000\">underlined</span>" })
	void printsWhatIsSetApart(String text) {
		assertThat(print("<p>" + text + "</p>")).startsWith('%', 'P', 'D', 'F');
	}

	private void refused(String body, String reason) {
		assertThatThrownBy(() -> print(body + "<p>Seen</p>")).isInstanceOf(DocumentFailure.class)
			.hasMessageContaining("Hidden here")
			.hasMessageContaining(reason)
			.hasMessageMatching("(?s)((?!Seen).)*");
	}

	private byte[] print(String body) {
		return this.printer.print("""
				<html lang="en"><head><title>T</title><style>body{font-family:'Source Serif';font-size:10pt}
				.over{position:absolute;top:0;left:0;width:100%;height:15pt} p{margin:0}
				</style></head><body>""" + body.replace("{picture}", PICTURE) + "</body></html>", CREATED);
	}

}
