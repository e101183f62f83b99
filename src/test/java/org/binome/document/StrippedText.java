package org.binome.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a stored PDF as PDFBox's own text stripper and structure tree tell it: the
 * second opinion on {@link TaggedText}.
 */
final class StrippedText {

	private StrippedText() {
	}

	/**
	 * The text in the order in which the structure tree tells it to a reader. Page
	 * headers and footers aren't in that tree.
	 */
	static String of(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			MarkedText marked = new MarkedText();
			marked.writeText(document, Writer.nullWriter());
			StringBuilder text = new StringBuilder();
			append(document.getDocumentCatalog().getStructureTreeRoot(), null, marked.texts, text);
			return text.toString();
		}
	}

	/**
	 * A table heading printed again on each page has all its prints under one element;
	 * the first is the one that counts.
	 */
	private static void append(PDStructureNode node, PDPage inherited, Map<Mark, StringBuilder> texts,
			StringBuilder text) {
		if (node instanceof PDStructureElement heading && "TH".equals(heading.getStructureType())) {
			List<MarkedPart> parts = new ArrayList<>();
			collect(node, inherited, texts, parts);
			parts.stream()
				.filter((part) -> part.page() == parts.getFirst().page())
				.forEach((part) -> text.append(part.text()));
			return;
		}
		collectChildren(node, inherited, texts, text);
	}

	private static void collectChildren(PDStructureNode node, PDPage inherited, Map<Mark, StringBuilder> texts,
			StringBuilder text) {
		PDPage page = page(node, inherited);
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureNode child) {
				append(child, page, texts, text);
			}
			else {
				part(kid, page, texts).forEach((part) -> text.append(part.text()));
			}
		}
	}

	private static void collect(PDStructureNode node, PDPage inherited, Map<Mark, StringBuilder> texts,
			List<MarkedPart> parts) {
		PDPage page = page(node, inherited);
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureNode child) {
				collect(child, page, texts, parts);
			}
			else {
				parts.addAll(part(kid, page, texts));
			}
		}
	}

	private static List<MarkedPart> part(Object kid, PDPage page, Map<Mark, StringBuilder> texts) {
		Mark mark = null;
		if (kid instanceof Integer number && page != null) {
			mark = new Mark(page.getCOSObject(), number);
		}
		else if (kid instanceof PDMarkedContentReference reference) {
			PDPage at = (reference.getPage() != null) ? reference.getPage() : page;
			mark = new Mark(at.getCOSObject(), reference.getMCID());
		}
		StringBuilder text = (mark != null) ? texts.get(mark) : null;
		return (text != null) ? List.of(new MarkedPart(mark.page(), text.toString())) : List.of();
	}

	private static PDPage page(PDStructureNode node, PDPage inherited) {
		return (node instanceof PDStructureElement element && element.getPage() != null) ? element.getPage()
				: inherited;
	}

	private record MarkedPart(COSDictionary page, String text) {
	}

	private record Mark(COSDictionary page, int number) {
	}

	private static final class MarkedText extends PDFTextStripper {

		private final Map<Mark, StringBuilder> texts = new HashMap<>();

		private final List<Mark> open = new ArrayList<>();

		MarkedText() {
			addOperator(new BeginMarkedContentSequence(this));
			addOperator(new BeginMarkedContentSequenceWithProperties(this));
			addOperator(new EndMarkedContentSequence(this));
		}

		@Override
		public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
			int number = (properties != null) ? properties.getInt(COSName.MCID, -1) : -1;
			this.open.add((number >= 0) ? new Mark(getCurrentPage().getCOSObject(), number) : null);
		}

		@Override
		public void endMarkedContentSequence() {
			this.open.removeLast();
		}

		@Override
		protected void processTextPosition(TextPosition position) {
			Mark mark = this.open.isEmpty() ? null : this.open.getLast();
			if (mark != null) {
				this.texts.computeIfAbsent(mark, (key) -> new StringBuilder()).append(position.getUnicode());
			}
		}

	}

}
