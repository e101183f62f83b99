package org.binome.document;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a document may cost. Time depends on the machine and is measured by the benchmark;
 * memory doesn't.
 */
class DocumentCostTests {

	private static final long MOST_BYTES = 36_000_000;

	private static final int DOCUMENTS = 10;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Test
	void anEightPageContractAllocatesAtMost36Megabytes() throws Exception {
		LongContract contract = LongContract.ofEightPages(new Templates(), new Printer());
		for (int warm = 0; warm < DOCUMENTS; warm++) {
			contract.drawUp();
		}

		long before = this.threads.getCurrentThreadAllocatedBytes();
		byte[] pdf = null;
		for (int document = 0; document < DOCUMENTS; document++) {
			pdf = contract.drawUp();
		}
		long each = (this.threads.getCurrentThreadAllocatedBytes() - before) / DOCUMENTS;

		assertThat(each).as("bytes allocated per document").isLessThanOrEqualTo(MOST_BYTES);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isEqualTo(LongContract.PAGES);
		}
	}

}
