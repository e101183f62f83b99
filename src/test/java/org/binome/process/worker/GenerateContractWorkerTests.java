package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.binome.StageTest;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Contract;
import org.binome.contract.ContractDetails;
import org.binome.contract.Contracts;
import org.binome.process.Jobs;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What people entered in forms, as it reaches a contract.
 */
@StageTest
@Import(AgreedTerms.class)
class GenerateContractWorkerTests {

	private static final AtomicLong KEYS = new AtomicLong(7_000_000);

	@Autowired
	private AgreedTerms terms;

	@Autowired
	private Contracts contracts;

	@Test
	void aDocumentThatWouldNotBeWholeIsHeldAndTheIncidentSaysWhy() {
		Contract contract = entered("Atelier 株式会社 SARL", "4 quai des Tanneurs");

		assertThatThrownBy(() -> generate(contract)).hasMessageContaining(contract.reference())
			.hasMessageContaining("株式会社")
			.hasMessageContaining("Complete details")
			.hasMessageContaining("Then retry");

		assertThat(this.contracts.revisions(contract.id())).isEmpty();
	}

	@Test
	void hostileAnswersAreShownAsTextInTheContract() throws Exception {
		List<String> names = List.of("<script>alert(1)</script>", "${7*191}", "</p><h1>Bold</h1>",
				"<#include \"/etc/passwd\">", "&xxe;", "=cmd|calc!A0", "\"; drop table contract; --");
		for (String name : names) {
			assertThat(page(entered(name, "4 quai des Tanneurs"))).contains(name);
		}
		assertThat(page(entered("Levant\u202eLRAS", "4\u200b4 quai"))).contains("Levant?LRAS", "4?4 quai");
	}

	private String page(Contract contract) throws Exception {
		Map<String, Object> stored = generate(contract);
		byte[] pdf = this.contracts.pdf(contract.id(), (Integer) stored.get("revision"));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document)
				.replaceAll("\\s+", " ")
				.replace('\u201c', '"')
				.replace('\u201d', '"');
		}
	}

	private Contract entered(String name, String address) {
		Contract contract = this.contracts.open(this.terms.accepted("en").id());
		this.contracts.correct(contract.id(), KEYS.incrementAndGet(), new ContractDetails(name, address,
				"000 000 002 RCS Nantes", "The managing director", "director", "FR", ""), "manager");
		return contract;
	}

	private Map<String, Object> generate(Contract contract) {
		return new GenerateContractWorker(this.contracts, null).complete(Jobs.job(KEYS.incrementAndGet(),
				Map.of("contractId", contract.id().toString(), "clauseProfile", "standard")));
	}

}
