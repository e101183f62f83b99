package org.binome.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The metadata packet of a PDF/A-3a and PDF/UA-1 document, written so that the same
 * document always has the same bytes.
 */
record XmpPacket(String title, String author, String language, Instant createdAt) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
		.withZone(ZoneOffset.UTC);

	XmpPacket {
		createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
	}

	String write(String producer) {
		String creator = author().isEmpty() ? ""
				: "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>".formatted(escape(author()));
		String time = TIME.format(createdAt());
		return """
				<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
				<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
				<dc:format>application/pdf</dc:format>
				<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
				<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
				%s
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
				<xmp:CreateDate>%s</xmp:CreateDate>
				<xmp:ModifyDate>%s</xmp:ModifyDate>
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
				<pdf:Producer>%s</pdf:Producer>
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
				<pdfaid:part>3</pdfaid:part>
				<pdfaid:conformance>A</pdfaid:conformance>
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
				<pdfuaid:part>1</pdfuaid:part>
				</rdf:Description>
				<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
				 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
				<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
				<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
				<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
				<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
				<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
				<pdfaProperty:name>part</pdfaProperty:name>
				<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
				<pdfaProperty:category>internal</pdfaProperty:category>
				<pdfaProperty:description>Part of PDF/UA the document conforms to</pdfaProperty:description>
				</rdf:li></rdf:Seq></pdfaSchema:property>
				</rdf:li></rdf:Bag></pdfaExtension:schemas>
				</rdf:Description>
				</rdf:RDF>
				</x:xmpmeta>
				<?xpacket end="r"?>
				"""
			.formatted(escape(title()), escape(language()), creator, time, time, escape(producer));
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
