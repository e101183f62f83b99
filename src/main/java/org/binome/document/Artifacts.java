package org.binome.document;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The names by which a page calls what isn't its content. The renderer describes the
 * background of every box anew, even of those that have none: more than a thousand times
 * in a contract. They are layout, which needs no measurements, so they share one name, as
 * do running heads and feet.
 */
final class Artifacts extends COSDictionary {

	private static final COSName LAYOUT = COSName.getPDFName("Layout");

	private static final COSName PAGINATION = COSName.getPDFName("Pagination");

	private Artifacts() {
		describe(LAYOUT);
		describe(PAGINATION);
	}

	/** Adds a page that has these names. */
	static PDPage addPage(PDDocument document, float width, float height) {
		COSDictionary resources = new COSDictionary();
		resources.setItem(COSName.PROPERTIES, new Artifacts());
		PDPage page = new PDPage(new PDRectangle(width, height));
		page.setResources(new PDResources(resources));
		document.addPage(page);
		return page;
	}

	private void describe(COSName type) {
		COSDictionary description = new COSDictionary();
		description.setItem(COSName.TYPE, type);
		description.setDirect(true);
		setItem(type, description);
	}

	@Override
	public boolean containsValue(Object description) {
		return getKeyForValue(description) != null;
	}

	@Override
	public COSName getKeyForValue(Object description) {
		COSName type = (description instanceof COSDictionary artifact) ? artifact.getCOSName(COSName.TYPE) : null;
		if (COSName.BACKGROUND.equals(type)) {
			return LAYOUT;
		}
		return PAGINATION.equals(type) ? PAGINATION : null;
	}

}
