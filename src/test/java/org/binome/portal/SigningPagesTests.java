package org.binome.portal;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.SentMails;
import org.binome.TestClock;
import org.binome.account.Role;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.ContractLetters;
import org.binome.contract.Contracts;
import org.binome.contract.ReadBackByBoth;
import org.binome.contract.ReadBacks;
import org.binome.contract.Release;
import org.binome.contract.Revision;
import org.binome.contract.SealedContracts;
import org.binome.contract.Signatures;
import org.binome.contract.SigningOrder;
import org.binome.document.PdfPages;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@Import(AgreedTerms.class)
class SigningPagesTests {

	private static final AtomicLong KEYS = new AtomicLong(6_000_000);

	@LocalServerPort
	int port;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	Approvals approvals;

	@Autowired
	ReadBacks readBacks;

	@Autowired
	Signatures signatures;

	@Autowired
	SealedContracts sealed;

	@Autowired
	Release release;

	@Autowired
	ContractLetters letters;

	@Autowired
	SentMails mails;

	@Autowired
	TestClock clock;

	@Test
	void theOrderIsChosenUntilSomebodyIsAsked() {
		Contract contract = approved();
		Browser manager = Browser.of(this.port, "manager");
		assertThat(manager.get(page(contract)).body()).contains("Atelier du Levant", "attendue",
				"Ordre des signatures");

		manager.post(page(contract) + "/order", Map.of("order", "OURS_FIRST"));

		assertThat(this.signatures.order(contract.id())).isEqualTo(SigningOrder.OURS_FIRST);
		this.signatures.begin(contract.id(), KEYS.incrementAndGet());
		HttpResponse<String> late = manager.post(page(contract) + "/order", Map.of("order", "ANY"));
		assertThat(late.statusCode()).isEqualTo(422);
		assertThat(late.body()).contains("L’ordre ne change plus");
	}

	@Test
	void onlyAManagerBringsPaperIn() {
		Contract contract = approved();
		Browser legal = Browser.of(this.port, "legal");
		legal.get(page(contract));

		assertThat(legal.upload(page(contract) + "/scans", form(contract), scan(contract)).statusCode()).isEqualTo(403);
		assertThat(new Browser(this.port).get(page(contract)).uri().getPath()).isEqualTo("/login");
	}

	@Test
	void con01PaperIsUploadedComparedSealedAndDownloaded() throws Exception {
		Contract contract = approved();
		Browser manager = Browser.of(this.port, "manager");
		manager.get(page(contract));
		Map<String, String> nobody = new HashMap<>(form(contract));
		nobody.remove("signed-ours");
		nobody.keySet().removeIf((name) -> name.startsWith("signed-"));
		HttpResponse<String> refused = manager.upload(page(contract) + "/scans", nobody, scan(contract));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Cochez les parties");
		assertThat(manager.upload(page(contract) + "/scans", form(contract), "MZ".getBytes()).body())
			.contains("ni un PDF, ni un PNG");

		HttpResponse<String> uploaded = manager.upload(page(contract) + "/scans", form(contract), scan(contract));
		assertThat(uploaded.statusCode()).isEqualTo(200);
		assertThat(uploaded.body()).contains("Une autre personne que vous doit comparer");
		Browser legal = Browser.of(this.port, "legal");
		String waiting = legal.get(page(contract)).body();
		assertThat(waiting).contains("Le scan correspond");
		keep("signing-compare.html", waiting);
		String scan = waiting.replaceFirst("(?s).*/signing/scans/([0-9a-f-]{36}).*", "$1");
		assertThat(legal.get("/contracts/" + contract.id() + "/scans/" + scan).body()).contains("PNG");
		legal.post(page(contract) + "/scans/" + scan, Map.of("matches", "true", "note", ""));
		assertThat(legal.get("/contracts/" + contract.id() + "/sealed.pdf").statusCode()).isEqualTo(404);

		this.sealed.seal(contract.id());

		String signed = legal.get(page(contract)).body();
		assertThat(signed).contains("Valide.", "PAdES-BASELINE-B", "sur papier");
		keep("signing-sealed.html", signed);
		HttpResponse<String> file = legal.get("/contracts/" + contract.id() + "/sealed.pdf");
		assertThat(file.body()).startsWith("%PDF-");
		assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
		new ReadBackByBoth(this.readBacks, this.contracts).done(contract);
		this.release.release(contract.id());
		this.letters.inForce(contract.id());
		String link = this.mails.latestTextTo(this.contracts.signer(contract.partnershipId()).email())
			.replaceFirst("(?s).*(/p/[^\\s/]+/contract\\.pdf).*", "$1");
		Browser partner = new Browser(this.port);
		assertThat(partner.get(link).body()).startsWith("%PDF-");
		assertThat(partner.get(link).statusCode()).as("as often as needed").isEqualTo(200);
		assertThat(partner.get(link.replaceFirst("/p/", "/p/x")).statusCode()).isEqualTo(404);
	}

	private Map<String, String> form(Contract contract) {
		String today = LocalDate.now(this.clock).toString();
		String partner = this.contracts.signer(contract.partnershipId()).organisationId().toString();
		Map<String, String> form = new HashMap<>();
		form.put("sha256", this.contracts.current(contract.id()).orElseThrow().sha256());
		for (String party : new String[] { "ours", partner }) {
			form.put("signed-" + party, "true");
			form.put("name-" + party, "La présidence");
			form.put("title-" + party, "Présidente");
			form.put("on-" + party, today);
		}
		return form;
	}

	private byte[] scan(Contract contract) {
		return new PdfPages().png(this.contracts.pdf(contract.id(), 1), 1, 40);
	}

	private Contract approved() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		Revision revision = this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "standard");
		assertThat(this.approvals
			.record(new Approvals.Review(contract.id(), Role.LEGAL, "legal", Decision.APPROVED, "", revision.number(),
					revision.sha256(), KEYS.incrementAndGet(), "1", 1L, 1, OffsetDateTime.now(ZoneOffset.UTC))))
			.isEmpty();
		return contract;
	}

	private static String page(Contract contract) {
		return "/contracts/" + contract.id() + "/signing";
	}

	private static void keep(String name, String body) throws Exception {
		Files.writeString(Files.createDirectories(Path.of("target", "pages")).resolve(name), body);
	}

}
