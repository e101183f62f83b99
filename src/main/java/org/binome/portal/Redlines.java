package org.binome.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.document.PdfPages;
import org.binome.document.PdfPages.Page;
import org.binome.document.Redline;

import org.springframework.stereotype.Component;

/**
 * Comparisons of two revisions as documents. They are made when asked for, and since
 * revisions never change the latest are kept.
 */
@Component
class Redlines {

	private static final int KEPT = 30;

	private final Contracts contracts;

	private final Redline redline;

	private final PdfPages pdfPages;

	private final PageImages images;

	private final Map<String, byte[]> pdfs = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
			return size() > KEPT;
		}
	};

	Redlines(Contracts contracts, Redline redline, PdfPages pdfPages, PageImages images) {
		this.contracts = contracts;
		this.redline = redline;
		this.pdfPages = pdfPages;
		this.images = images;
	}

	/**
	 * The newer revision with what differs from the older one marked.
	 * @throws org.binome.document.DocumentFailure when the marked text can't be printed
	 */
	byte[] pdf(Revision before, Revision after) {
		String key = key(before, after);
		synchronized (this.pdfs) {
			byte[] kept = this.pdfs.get(key);
			if (kept != null) {
				return kept;
			}
		}
		String title = (after.language().equals("fr") ? "Comparaison de la révision %d avec la révision %d"
				: "Comparison of revision %d with revision %d")
			.formatted(before.number(), after.number());
		byte[] pdf = this.redline.print(html(before), html(after), title, after.createdAt());
		synchronized (this.pdfs) {
			this.pdfs.put(key, pdf);
		}
		return pdf;
	}

	List<Page> pages(Revision before, Revision after) {
		return this.pdfPages.read(pdf(before, after));
	}

	/**
	 * A page as PNG.
	 * @throws NothingHere when there is no such page
	 */
	byte[] png(Revision before, Revision after, int page) {
		return this.images.png(key(before, after), pdf(before, after), page);
	}

	private String html(Revision revision) {
		return this.contracts.html(revision.contractId(), revision.number());
	}

	private static String key(Revision before, Revision after) {
		return before.sha256() + "-" + after.sha256();
	}

}
