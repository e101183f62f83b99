package org.binome.document;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The text of a printed document in the order in which its structure tree tells it to a
 * reader. It is read from what the PDF draws: the codes in the content of its pages and
 * the characters its fonts say they are. Page headers and footers aren't in that tree.
 */
final class TaggedText {

	/** Twenty millimetres in points. */
	private static final float NARROWEST_MARGIN = 56.7f;

	private final Map<COSDictionary, Map<Integer, StringBuilder>> marks = new IdentityHashMap<>();

	private final Map<COSDictionary, FontCodes> fonts = new IdentityHashMap<>();

	private final StringBuilder text = new StringBuilder(32_768);

	private TaggedText() {
	}

	/**
	 * Reads a document.
	 * @throws DocumentFailure when text runs over the right margin, stands outside its
	 * page or can't be read by anybody
	 */
	static String of(PDDocument document) throws IOException {
		TaggedText reader = new TaggedText();
		int number = 0;
		for (PDPage page : document.getPages()) {
			reader.read(page, ++number);
		}
		COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
		if (root != null) {
			reader.tell(root, null);
		}
		return reader.text.toString();
	}

	private void read(PDPage page, int pageNumber) throws IOException {
		Map<Integer, StringBuilder> texts = new HashMap<>();
		this.marks.put(page.getCOSObject(), texts);
		COSDictionary properties = resources(page, COSName.PROPERTIES);
		COSDictionary pageFonts = resources(page, COSName.FONT);
		PDRectangle box = page.getCropBox();
		float margin = box.getUpperRightX() - NARROWEST_MARGIN;
		PaintedPage painted = new PaintedPage(
				new Rectangle2D.Float(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()),
				resources(page, COSName.EXT_G_STATE));
		List<StringBuilder> open = new ArrayList<>();
		FontCodes font = null;
		float size = 0;
		PageContent content = new PageContent(bytes(page));
		for (String operator = content.next(); operator != null; operator = content.next()) {
			switch (operator) {
				case "BMC" -> open.add(null);
				case "BDC" -> {
					int id = markId(content.operand(1), properties);
					open.add((id < 0) ? null : texts.computeIfAbsent(id, (key) -> new StringBuilder()));
				}
				case "EMC" -> open.removeLast();
				case "Tf" -> {
					font = font(pageFonts.getCOSDictionary(COSName.getPDFName(content.name(0))));
					size = content.number(1);
				}
				case "Tj", "TJ" -> {
					StringBuilder shown = open.isEmpty() ? null : open.getLast();
					int from = (shown != null) ? shown.length() : 0;
					float width = show(content.operand(0), font, shown) * size / 1000;
					PaintedPage.Run run = painted.show(width, size, shown, from);
					boolean outside = run.left() < 0 || run.bottom() < 0 || run.top() > box.getUpperRightY();
					if ((outside || run.right() > margin) && !run.isBlank()) {
						throw new DocumentFailure("The text runs over the %s of page %d, at \"%s\"."
							.formatted(outside ? "edge" : "right margin", pageNumber, run.words()));
					}
				}
				default -> painted.follow(operator, content);
			}
		}
		painted.check(pageNumber);
	}

	private static int markId(Object mark, COSDictionary properties) {
		if (mark instanceof Map<?, ?> values) {
			return (values.get("MCID") instanceof Float id) ? id.intValue() : -1;
		}
		COSDictionary values = properties.getCOSDictionary(COSName.getPDFName((String) mark));
		return (values != null) ? values.getInt(COSName.MCID, -1) : -1;
	}

	private static byte[] bytes(PDPage page) throws IOException {
		try (InputStream content = page.getContents()) {
			return content.readAllBytes();
		}
	}

	/** Adds the characters and tells how wide they are, in thousandths of the size. */
	private static float show(Object shown, FontCodes font, StringBuilder text) {
		if (shown instanceof byte[] codes) {
			return font.show(codes, text);
		}
		float width = 0;
		for (Object part : (List<?>) shown) {
			width += (part instanceof byte[] codes) ? font.show(codes, text) : -(Float) part;
		}
		return width;
	}

	/**
	 * A table heading printed again on each page has all its prints under one element;
	 * the first is the one that counts.
	 */
	private void tell(COSDictionary element, COSDictionary inherited) {
		boolean heading = "TH".equals(element.getNameAsString(COSName.S));
		COSDictionary page = pageOf(element, inherited);
		if (heading) {
			page = firstPage(element, page);
		}
		tellKids(element, pageOf(element, inherited), heading ? page : null);
	}

	private void tellKids(COSDictionary element, COSDictionary page, COSDictionary only) {
		COSBase kids = element.getDictionaryObject(COSName.K);
		if (kids instanceof COSArray array) {
			for (COSBase kid : array) {
				tellKid((kid instanceof COSObject reference) ? reference.getObject() : kid, page, only);
			}
		}
		else {
			tellKid(kids, page, only);
		}
	}

	private void tellKid(COSBase kid, COSDictionary page, COSDictionary only) {
		if (kid instanceof COSInteger id) {
			tellMark(page, id.intValue(), only);
		}
		else if (kid instanceof COSDictionary child) {
			if (child.containsKey(COSName.MCID)) {
				tellMark(pageOf(child, page), child.getInt(COSName.MCID), only);
			}
			else if (child.containsKey(COSName.S)) {
				if (only != null) {
					tellKids(child, pageOf(child, page), only);
				}
				else {
					tell(child, page);
				}
			}
		}
	}

	private void tellMark(COSDictionary page, int id, COSDictionary only) {
		if (only != null && only != page) {
			return;
		}
		Map<Integer, StringBuilder> texts = this.marks.get(page);
		StringBuilder marked = (texts != null) ? texts.get(id) : null;
		if (marked != null) {
			this.text.append(marked);
		}
	}

	private COSDictionary firstPage(COSDictionary element, COSDictionary inherited) {
		COSBase kids = element.getDictionaryObject(COSName.K);
		COSArray array = (kids instanceof COSArray several) ? several : new COSArray(List.of());
		COSBase first = (kids instanceof COSArray) ? ((array.size() > 0) ? array.getObject(0) : null) : kids;
		if (first instanceof COSDictionary child) {
			COSDictionary page = pageOf(child, inherited);
			return child.containsKey(COSName.S) ? firstPage(child, page) : page;
		}
		return inherited;
	}

	private static COSDictionary pageOf(COSDictionary element, COSDictionary inherited) {
		COSDictionary page = element.getCOSDictionary(COSName.PG);
		return (page != null) ? page : inherited;
	}

	private static COSDictionary resources(PDPage page, COSName kind) {
		COSDictionary found = page.getResources().getCOSObject().getCOSDictionary(kind);
		return (found != null) ? found : new COSDictionary();
	}

	private FontCodes font(COSDictionary dictionary) throws IOException {
		FontCodes known = this.fonts.get(dictionary);
		if (known == null) {
			known = FontCodes.of(dictionary);
			this.fonts.put(dictionary, known);
		}
		return known;
	}

}
