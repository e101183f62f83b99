package org.binome.portal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import javax.imageio.ImageIO;

import org.binome.Forms;
import org.binome.SentMails;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Contract;
import org.binome.contract.ContractDetails;
import org.binome.contract.Contracts;
import org.binome.contract.Deviations;
import org.binome.contract.PartnerSignature;
import org.binome.contract.ReadBackLetters;
import org.binome.contract.ReadBacks;
import org.binome.contract.Revision;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signatures;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.partner.SignedLink;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
@Import(AgreedTerms.class)
class ContractPagesTests {

	private static final AtomicLong KEYS = new AtomicLong(5_000_000);

	@LocalServerPort
	int port;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	Signatures signatures;

	@Autowired
	Deviations deviations;

	@Autowired
	ReadBacks readBacks;

	@Autowired
	ReadBackLetters readBackLetters;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	SentMails mails;

	@Test
	void con02ShowsThePagesOfExactlyThisRevisionWithTheirText() throws Exception {
		Contract contract = contract("fr");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		Browser browser = Browser.of(this.port, "legal");

		HttpResponse<String> page = browser.get("/contracts/" + contract.id() + "/review");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(revision.sha256(), revision.templateVersion(), "L’essentiel", "Page 1 sur",
				"/contracts/" + contract.id() + "/revisions/1/pages/1.png", "Responsable partenariats",
				"C’est la première révision");
		assertThat(browser.get("/contracts/" + contract.id() + "/revisions/1/pages/1.png").body()).contains("PNG");
		assertThat(browser.get("/contracts/" + contract.id() + "/revisions/1/pages/99.png").statusCode())
			.isEqualTo(404);
		assertThat(browser.get("/contracts/" + contract.id() + "/revisions/1.pdf").body()).startsWith("%PDF-1.");
		assertThat(browser.get("/contracts/" + contract.id() + "/revisions/2.pdf").statusCode()).isEqualTo(404);
		keep("review-first.html", page.body());
	}

	@Test
	void showsWordForWordWhatChangedSinceTheRevisionBefore() throws Exception {
		Contract contract = contract("en");
		this.contracts.correct(contract.id(), KEYS.incrementAndGet(),
				new ContractDetails("Atelier du Levant SARL", "4 quai des Tanneurs, 44000 Nantes",
						"000 000 002 RCS Nantes", "the manager", "managing director", "FR", "Address completed"),
				"manager");
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "strict");
		Browser browser = Browser.of(this.port, "sponsor");

		HttpResponse<String> page = browser.get("/contracts/" + contract.id() + "/review?lang=en");

		assertThat(page.body()).contains("Since revision 1", "4 quai des Tanneurs", "<ins>", "<del>",
				"Address completed", "strict clauses");
		keep("review-second.html", page.body());
		assertThat(browser.get("/contracts/" + contract.id() + "/review?revision=1&lang=en").body())
			.contains("You are reading an old revision");
	}

	@Test
	void con03ShowsWhatBindsEachSideAndWhatBindsOneAlone() throws Exception {
		Contract contract = contract("en");
		this.jdbc.sql("alter table contract_revision disable trigger contract_revision_append_only").update();
		this.jdbc.sql("update contract_revision set html = ? where contract_id = ?")
			.params("""
					<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
					<div data-clause="a"><h2>1. Work</h2><p data-obliges="ours">We <b>write</b>.</p>
					<p data-obliges="partner">They print.</p></div>
					<div data-clause="b"><h2>2. Cover</h2><p data-obliges="partner">They insure &lt;themselves&gt;.</p></div>
					</body></html>""",
					contract.id())
			.update();
		this.jdbc.sql("alter table contract_revision enable trigger contract_revision_append_only").update();

		String page = Browser.of(this.port, "legal").get("/contracts/" + contract.id() + "/review?lang=en").body();

		assertThat(page).contains("one-sided: 1", "We write.", "They print.", "They insure &lt;themselves&gt;.")
			.containsOnlyOnce("class=\"one-sided\"");
		keep("review-obligations.html", page);
	}

	@Test
	void con07ShowsWhoAskedForAnotherStrictnessAndWhoApprovedIt() {
		Contract contract = contract("fr");
		this.deviations.ask(contract.id(), KEYS.incrementAndGet(),
				List.of(new Deviations.Request("liability", "strict", "Le partenaire y tient")), "manager");
		Browser browser = Browser.of(this.port, "legal");
		String review = "/contracts/" + contract.id() + "/review";
		assertThat(browser.get(review).body()).contains("Responsabilité", "Le partenaire y tient",
				"écart à approuver par quelqu’un d’autre");
		this.deviations.approve(contract.id(), List.of(this.deviations.of(contract.id()).getFirst().id()), "legal");
		assertThat(browser.get(review).body()).contains("écart approuvé par Service juridique");
	}

	@Test
	void con04ThePartnerRestatesTheContractAndConfirmsWhatWasSettled() throws Exception {
		Contract contract = contract("fr");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		SignedLink link = this.readBacks.invite(contract.id()).getFirst();
		this.readBackLetters.askToRestate(link, "first");
		String path = path(link);
		Browser browser = new Browser(this.port);
		assertThat(browser.get(path).body()).contains(revision.sha256(), "L’objectif", "La sortie");

		HttpResponse<String> refused = browser.post(path,
				Map.of("OBJECTIVE", "ok", "DUTIES", "Nous animons, ils fournissent les pièces", "DATES", "", "EXIT",
						"<b>trois</b> mois de préavis écrit", "sha256", revision.sha256()));
		keep("partner-read-back.html", refused.body());
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("redites-le en une phrase",
				"&lt;b&gt;trois&lt;/b&gt; mois de préavis écrit");
		assertThat(browser.post(path, Forms.partnersRestatement("0".repeat(64))).statusCode())
			.as("words about another text")
			.isEqualTo(410);
		assertThat(browser.post(path, Forms.partnersRestatement(revision.sha256())).statusCode()).isEqualTo(200);
		assertThat(browser.get(path).statusCode()).isEqualTo(410);

		this.readBacks.compare(contract.id(), KEYS.incrementAndGet(), Set.of(Topic.DUTIES, Topic.DATES, Topic.EXIT),
				ReadBacks.Decision.SETTLE, "Quatre cents appareils par an", "", "manager", revision.sha256());
		SignedLink confirmation = this.readBacks.inviteConfirmation(contract.id()).getFirst();
		this.readBackLetters.askToConfirm(confirmation, "first");
		assertThat(this.mails.latestTextTo(this.contracts.signer(contract.partnershipId()).email()))
			.contains("Quatre cents appareils par an", confirmation.url());
		keep("partner-confirmation.html", browser.get(path(confirmation)).body());
		assertThat(browser.get(path(confirmation)).body()).contains("Quatre cents appareils par an",
				"Quatre cents appareils réparés grâce aux deux réseaux");
		assertThat(browser.post(path(confirmation), Map.of("decision", "no", "note", "")).statusCode()).isEqualTo(422);
		assertThat(browser.post(path(confirmation), Map.of("decision", "yes", "note", "")).statusCode()).isEqualTo(200);
		assertThat(browser.get(path(confirmation)).statusCode()).isEqualTo(410);
		String review = Browser.of(this.port, "legal").get("/contracts/" + contract.id() + "/review").body();
		keep("review-read-back.html", review);
		assertThat(review).contains("Relecture croisée", "compris autrement", "Quatre cents appareils par an",
				"confirme");
	}

	@Test
	void con02ComparesAnyTwoRevisionsAndShowsTheRedlineAsPages() throws Exception {
		Contract contract = contract("fr");
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "strict");
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "light");
		Browser browser = Browser.of(this.port, "legal");
		String review = "/contracts/" + contract.id() + "/review?revision=3";

		HttpResponse<String> page = browser.get(review + "&since=1&redline=true");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Depuis la révision 1", "<ins>", "<del>",
				"Comparaison de la révision 1 avec la révision 3", "/redlines/1-3/pages/1.png", "/redlines/1-3.pdf",
				this.contracts.revision(contract.id(), 2).dataSha256());
		keep("review-redline.html", page.body());
		assertThat(browser.get(review).body()).contains("Depuis la révision 2", "/revisions/3/pages/1.png");
		String redlines = "/contracts/" + contract.id() + "/redlines/";
		assertThat(browser.get(redlines + "1-3.pdf").body()).startsWith("%PDF-1.");
		assertThat(browser.get(redlines + "3-1/pages/1.png").body()).contains("PNG");
		assertThat(browser.get(redlines + "1-9.pdf").statusCode()).isEqualTo(404);
		assertThat(new Browser(this.port).get(redlines + "1-3.pdf").uri().getPath()).isEqualTo("/login");
	}

	@Test
	void nobodyReadsAContractWithoutALogin() {
		Contract contract = contract("fr");

		HttpResponse<String> page = new Browser(this.port).get("/contracts/" + contract.id() + "/review");

		assertThat(page.uri().getPath()).isEqualTo("/login");
	}

	@Test
	void con01ThePartnerShowsWhoItIsThenReadsAndSigns() throws Exception {
		Contract contract = contract("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		Browser browser = new Browser(this.port);
		String sha256 = this.contracts.current(contract.id()).orElseThrow().sha256();

		HttpResponse<String> door = browser.get(path(link));
		assertThat(door.statusCode()).isEqualTo(200);
		assertThat(door.body()).contains("Est-ce bien vous", "di•••@").doesNotContain(sha256, "data:image/png");
		keep("signature-identify.html", door.body());
		HttpResponse<String> page = identify(browser, link);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(sha256, "data:image/png;base64,", "signer par voie électronique");
		keep("signature.html", page.body());

		HttpResponse<String> incomplete = browser.post(path(link),
				Map.of("decision", "sign", "name", "", "sha256", sha256, "drawing", "data:image/png;base64,AAAA"));
		assertThat(incomplete.statusCode()).isEqualTo(422);
		assertThat(incomplete.body()).contains("Tapez votre prénom", "cochez cette déclaration",
				"Ce dessin ne peut pas être lu");

		HttpResponse<String> thanks = browser.post(path(link),
				Map.of("decision", "sign", "name", "Direction du partenaire", "title", "Gérance", "statement", "true",
						"sha256", sha256, "drawing", drawn()));
		assertThat(thanks.statusCode()).isEqualTo(200);
		assertThat(thanks.body()).contains("Votre signature est enregistrée");
		assertThat(this.signatures.of(contract.id())).singleElement()
			.satisfies((signature) -> assertThat(signature.answer()).isEqualTo(Answer.SIGNED))
			.satisfies((signature) -> assertThat(signature.codeVerifiedAt()).isNotNull())
			.satisfies((signature) -> assertThat(signature.drawingSha256()).hasSize(64))
			.satisfies((signature) -> assertThat(signature.statement()).contains("signer par voie électronique"))
			.satisfies((signature) -> assertThat(signature.signedAt()).isBeforeOrEqualTo(Instant.now()));
		assertThat(browser.get(path(link)).statusCode()).isEqualTo(410);
	}

	@Test
	void con01WithoutTheCodeALinkSignsNothing() {
		Contract contract = contract("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		Browser forwarded = new Browser(this.port);
		forwarded.get(path(link));

		HttpResponse<String> refused = forwarded.post(path(link),
				Map.of("decision", "sign", "name", "Quelqu’un d’autre", "statement", "true", "sha256",
						this.contracts.current(contract.id()).orElseThrow().sha256()));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("La vérification a expiré").doesNotContain("data:image/png");
		forwarded.post(path(link), Map.of("step", "send"));
		HttpResponse<String> wrong = forwarded.post(path(link), Map.of("step", "verify", "code", "12"));
		assertThat(wrong.body()).contains("Ce n’est pas le bon code");
		assertThat(forwarded.post(path(link), Map.of("step", "send")).body()).contains("Un code vient de partir");
		// what one person showed is worth nothing to another
		Browser rightful = new Browser(this.port);
		rightful.post(path(link), Map.of("step", "verify", "code", code(contract)));
		assertThat(forwarded.get(path(link)).body()).doesNotContain("data:image/png");
		assertThat(this.signatures.of(contract.id())).isEmpty();
	}

	@Test
	void anAnswerFromAnotherSiteIsRefused() {
		Contract contract = contract("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();

		assertThat(new Browser(this.port).postWithoutToken(path(link), Map.of("step", "send")).statusCode())
			.isEqualTo(403);
	}

	@Test
	void thePartnerDeclinesWithAReasonThatReachesTheOwner() {
		Contract contract = contract("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		Browser browser = new Browser(this.port);
		browser.get(path(link));
		identify(browser, link);

		assertThat(browser.post(path(link), Map.of("decision", "decline", "name", "Direction")).body())
			.contains("Dites pourquoi");
		browser.post(path(link), Map.of("decision", "decline", "name", "Direction", "reason", "Budget reporté",
				"sha256", this.contracts.current(contract.id()).orElseThrow().sha256()));

		assertThat(this.contracts.get(contract.id()).state()).isEqualTo(Contract.State.DECLINED);
		assertThat(this.mails.latestTextTo("manager@binome.example")).contains("Budget reporté");
	}

	@Test
	void aLinkToAnOlderRevisionIsRefused() {
		Contract contract = contract("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "standard");

		assertThat(new Browser(this.port).get(path(link)).statusCode()).isEqualTo(410);
	}

	private Contract contract(String language) {
		Contract contract = this.contracts.open(this.terms.accepted(language).id());
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "standard");
		return contract;
	}

	private HttpResponse<String> identify(Browser browser, SignedLink link) {
		HttpResponse<String> sent = browser.post(path(link), Map.of("step", "send"));
		assertThat(sent.body()).contains("Votre code à six chiffres");
		return browser.post(path(link), Map.of("step", "verify", "code", code(this.contracts.get(link.subjectId()))));
	}

	private String code(Contract contract) {
		return PartnerSignature.code(this.mails, this.contracts.signer(contract.partnershipId()).email());
	}

	/** As a canvas gives it. */
	private static String drawn() throws IOException {
		BufferedImage image = new BufferedImage(900, 300, BufferedImage.TYPE_INT_ARGB);
		Graphics2D pen = image.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, 900, 300);
		pen.setColor(Color.DARK_GRAY);
		pen.setStroke(new BasicStroke(5));
		pen.drawArc(100, 60, 300, 180, 20, 300);
		pen.drawLine(300, 200, 700, 90);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "png", out);
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
	}

	private static void keep(String name, String body) throws Exception {
		Files.writeString(Files.createDirectories(Path.of("target", "pages")).resolve(name), body);
	}

	private static String path(SignedLink link) {
		return link.url().substring(link.url().indexOf("/p/"));
	}

}
