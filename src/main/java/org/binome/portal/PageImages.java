package org.binome.portal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.document.PdfPages;
import org.binome.document.PdfPages.Page;

import org.springframework.stereotype.Component;

/**
 * The pages of a contract's revision as pictures with their text. A revision never
 * changes, so the latest are kept.
 */
@Component
class PageImages {

	private static final int KEPT = 200;

	/** Sharp on a laptop at the size shown, and a page still has about 150 kB. */
	private static final int RESOLUTION = 110;

	private final Contracts contracts;

	private final PdfPages pdfPages;

	private final Map<String, byte[]> images = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
			return size() > KEPT;
		}
	};

	PageImages(Contracts contracts, PdfPages pdfPages) {
		this.contracts = contracts;
		this.pdfPages = pdfPages;
	}

	List<Page> pages(Revision revision) {
		return this.pdfPages.read(this.contracts.pdf(revision.contractId(), revision.number()));
	}

	/**
	 * A page as PNG.
	 * @throws NothingHere when there is no such page
	 */
	byte[] png(UUID contractId, int revision, int page) {
		String sha256 = this.contracts.revision(contractId, revision).sha256();
		return png(sha256, this.contracts.pdf(contractId, revision), page);
	}

	/** All pages for a reader who has no login to fetch them with. */
	List<String> dataUris(Revision revision) {
		byte[] pdf = this.contracts.pdf(revision.contractId(), revision.number());
		return this.pdfPages.read(pdf)
			.stream()
			.map((page) -> "data:image/png;base64,"
					+ Base64.getEncoder().encodeToString(png(revision.sha256(), pdf, page.number())))
			.toList();
	}

	/**
	 * A page of any document as PNG.
	 * @param sha256 what tells the document from others
	 * @throws NothingHere when there is no such page
	 */
	byte[] png(String sha256, byte[] pdf, int page) {
		String key = sha256 + "/" + page;
		synchronized (this.images) {
			byte[] kept = this.images.get(key);
			if (kept != null) {
				return kept;
			}
		}
		try {
			byte[] image = this.pdfPages.png(pdf, page, RESOLUTION);
			synchronized (this.images) {
				this.images.put(key, image);
			}
			return image;
		}
		catch (IndexOutOfBoundsException ex) {
			throw new NothingHere(ex.getMessage());
		}
	}

}
