package org.binome.portal;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.binome.contract.BatchItem;
import org.binome.contract.Batches;
import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.document.PdfPages;
import org.binome.document.PdfPages.Page;
import org.binome.document.Redline;

import org.springframework.stereotype.Component;

/**
 * Comparisons of two revisions, or of one with a draft, as documents. They are made when
 * asked for, and since revisions never change the latest are kept.
 */
@Component
class Redlines {

	private static final int KEPT = 30;

	private final Contracts contracts;

	private final Batches batches;

	private final Redline redline;

	private final PdfPages pdfPages;

	private final PageImages images;

	private final Clock clock;

	private final Map<String, byte[]> pdfs = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
			return size() > KEPT;
		}
	};

	Redlines(Contracts contracts, Batches batches, Redline redline, PdfPages pdfPages, PageImages images, Clock clock) {
		this.contracts = contracts;
		this.batches = batches;
		this.clock = clock;
		this.redline = redline;
		this.pdfPages = pdfPages;
		this.images = images;
	}

	/**
	 * The newer revision with what differs from the older one marked.
	 * @throws org.binome.document.DocumentFailure when the marked text can't be printed
	 */
	byte[] pdf(Revision before, Revision after) {
		String title = (after.language().equals("fr") ? "Comparaison de la révision %d avec la révision %d"
				: "Comparison of revision %d with revision %d")
			.formatted(before.number(), after.number());
		return kept(key(before, after), () -> this.redline.print(html(before), html(after), title, after.createdAt()));
	}

	/**
	 * The draft of a batch with what differs from the revision in force marked.
	 * @throws org.binome.document.DocumentFailure when the marked text can't be printed
	 */
	byte[] pdf(BatchItem item) {
		Revision inForce = this.contracts.revision(item.contractId(), item.revision());
		Locale locale = Locale.of(inForce.language());
		String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(locale)
			.format(item.doneAt().atZone(this.clock.getZone()));
		String title = (inForce.language().equals("fr")
				? "Comparaison de la révision %d, en vigueur, avec un projet du %s"
				: "Comparison of revision %d, in force, with a draft of %s")
			.formatted(inForce.number(), day);
		return kept(inForce.sha256() + "-" + item.sha256(), () -> this.redline.print(html(inForce),
				this.batches.html(item.batchId(), item.contractId()), title, item.doneAt()));
	}

	private byte[] kept(String key, Supplier<byte[]> print) {
		synchronized (this.pdfs) {
			byte[] kept = this.pdfs.get(key);
			if (kept != null) {
				return kept;
			}
		}
		byte[] pdf = print.get();
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
