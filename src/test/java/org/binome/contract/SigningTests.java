package org.binome.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.TestClock;
import org.binome.account.Role;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Release.NotReleasable;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Method;
import org.binome.contract.SignedScans.Reason;
import org.binome.contract.SignedScans.Refused;
import org.binome.contract.SignedScans.Scan;
import org.binome.contract.SignedScans.SignedBy;
import org.binome.contract.SigningCodes.TooMany;
import org.binome.document.Digest;
import org.binome.document.PdfPages;
import org.binome.document.SealCheck.Problem;
import org.binome.gate.EvidenceChain;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.partner.InvalidLink;
import org.binome.partner.SignedLink;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Signatures of all parties, from the code in a mail to the sealed document.
 */
@StageTest
@Import({ AgreedTerms.class, PartnerSignature.class })
class SigningTests {

	private static final AtomicLong KEYS = new AtomicLong(40_000);

	@Autowired
	private AgreedTerms terms;

	@Autowired
	private Contracts contracts;

	@Autowired
	private Approvals approvals;

	@Autowired
	private Signatures signatures;

	@Autowired
	private SigningCodes codes;

	@Autowired
	private PartnerSignature partner;

	@Autowired
	private SignedScans scans;

	@Autowired
	private SealedContracts sealed;

	@Autowired
	private ReadBacks readBacks;

	@Autowired
	private Release release;

	@Autowired
	private ContractLetters letters;

	@Autowired
	private Gates gates;

	@Autowired
	private EvidenceChain evidence;

	@Autowired
	private SentMails mails;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void con01ACodeIsMailedToTheSignerAndNowhereKept() {
		SignedLink link = invited(approved("fr"));
		SigningCodes.Code code = this.codes.issue(link, "direction@example.org");

		assertThat(code.digits()).matches("\\d{6}");
		assertThat(this.jdbc.sql("select to_jsonb(c)::text from signing_code c where id = ?")
			.param(code.id())
			.query(String.class)
			.single()).doesNotContain(code.digits());
		this.letters.signingCode(link, code);
		String email = this.contracts.signer(link.partnershipId()).email();
		assertThat(PartnerSignature.code(this.mails, email)).isEqualTo(code.digits());
		assertThat(this.jdbc.sql("select subject from mail where business_key = ?")
			.param("signing-code:" + code.id())
			.query(String.class)
			.single()).doesNotContain(code.digits());
	}

	@Test
	void con01ACodeTakesFiveTriesAndTheRightOneOnlyOnce() {
		SignedLink link = invited(approved("fr"));
		String right = this.codes.issue(link, "a@example.org").digits();
		String wrong = right.equals("000000") ? "000001" : "000000";
		for (int attempt = 1; attempt < SigningCodes.ATTEMPTS; attempt++) {
			assertThat(this.codes.verify(link, wrong)).isEmpty();
		}
		assertThat(this.codes.verify(link, right.substring(0, 3) + " " + right.substring(3))).isPresent();
		assertThat(this.codes.verify(link, right)).isEmpty();

		SignedLink other = invited(approved("fr"));
		String worn = this.codes.issue(other, "a@example.org").digits();
		String guess = worn.equals("000000") ? "000001" : "000000";
		for (int attempt = 1; attempt <= SigningCodes.ATTEMPTS; attempt++) {
			assertThat(this.codes.verify(other, guess)).isEmpty();
		}
		assertThat(this.codes.verify(other, worn)).isEmpty();
		assertThat(this.codes.pending(other)).isFalse();
	}

	@Test
	void con01ACodeLivesTenMinutesAndOnlyTheLatestCounts() {
		SignedLink link = invited(approved("fr"));
		String first = this.codes.issue(link, "a@example.org").digits();
		this.clock.advance(SigningCodes.PAUSE.plusSeconds(1));
		String second = this.codes.issue(link, "a@example.org").digits();
		if (!first.equals(second)) {
			assertThat(this.codes.verify(link, first)).isEmpty();
		}
		this.clock.advance(SigningCodes.VALIDITY.plusSeconds(1));
		assertThat(this.codes.verify(link, second)).isEmpty();
	}

	@Test
	void con01CodesAreNotSentAtWill() {
		SignedLink link = invited(approved("fr"));
		this.codes.issue(link, "a@example.org");
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> this.codes.issue(link, "a@example.org"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(TooMany.Reason.TOO_SOON));
		for (int code = 2; code <= 8; code++) {
			this.clock.advance(Duration.ofMinutes(1));
			this.codes.issue(link, "a@example.org");
		}
		this.clock.advance(Duration.ofMinutes(1));
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> this.codes.issue(link, "a@example.org"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(TooMany.Reason.TOO_OFTEN));
	}

	@Test
	void con01WhatOnePersonShowedIsWorthNothingForAnotherLinkOrLater() {
		Contract contract = approved("fr");
		SignedLink link = invited(contract);
		String session = this.partner.identify(link);
		SignedLink other = invited(approved("fr"));

		assertThat(this.codes.verifiedAt(other, session)).isEmpty();
		assertThat(this.codes.verifiedAt(link, "guess")).isEmpty();
		assertThat(this.codes.verifiedAt(link, "")).isEmpty();
		this.clock.advance(Duration.ofHours(3));
		assertThat(this.codes.verifiedAt(link, session)).isEmpty();
		assertThatThrownBy(() -> this.signatures.answer(link, session, new Signatures.Entry("X", "",
				this.signatures.asked(link).sha256(), Answer.SIGNED, "", "", null, "", "")))
			.isInstanceOf(Signatures.NotIdentified.class);
		assertThat(this.signatures.of(contract.id())).isEmpty();
	}

	@Test
	void con01WeFirstMeansThePartnersAreAskedOnceWeSigned() {
		Contract contract = approved("fr");
		assertThat(this.signatures.choose(contract.id(), SigningOrder.OURS_FIRST)).isTrue();
		this.signatures.begin(contract.id(), key());
		assertThat(this.signatures.invite(contract.id())).isEmpty();

		signForUs(contract);

		assertThat(this.signatures.invite(contract.id())).hasSize(1);
		assertThat(this.signatures.choose(contract.id(), SigningOrder.ANY)).isFalse();
		assertThat(this.signatures.order(contract.id())).isEqualTo(SigningOrder.OURS_FIRST);
	}

	@Test
	void con01PartnersFirstMeansItIsOurTurnOnceTheySigned() {
		Contract contract = approved("fr");
		assertThat(this.signatures.choose(contract.id(), SigningOrder.PARTNERS_FIRST)).isTrue();
		this.signatures.begin(contract.id(), key());
		assertThat(signals(contract, "our-turn-to-sign")).isZero();

		this.partner.sign(invited(contract));

		assertThat(signals(contract, "our-turn-to-sign")).isEqualTo(1);
		assertThat(signals(contract, "contract-signed")).isEqualTo(1);
	}

	@Test
	void con01WhoGetsMoreTimeKeepsTheSameLink() {
		Contract contract = approved("fr");
		SignedLink link = invited(contract);
		this.clock.advance(Duration.ofDays(30));

		SignedLink renewed = this.signatures.renew(contract.id()).getFirst();

		assertThat(renewed.id()).isEqualTo(link.id());
		assertThat(renewed.expiresAt()).isAfter(link.expiresAt().plus(Duration.ofDays(29)));
		this.signatures.stop(contract.id(), "Plus de réponse", "manager");
		assertThatThrownBy(() -> this.partner.sign(renewed)).isInstanceOf(Signatures.OtherRevision.class);
		assertThat(this.contracts.get(contract.id()).state()).isEqualTo(Contract.State.DECLINED);
	}

	@Test
	void con01TheGateNamesEveryPartyThatHasNotSigned() {
		Contract contract = approved("fr");
		assertThat(pass(contract)).isFalse();
		assertThat(this.gates.openFindings(contract.partnershipId(), Gate.SIGNATURE)).extracting(Finding::french)
			.containsExactly("La révision 1 n’est pas signée par une personne de la direction.",
					"La révision 1 n’est pas signée par Atelier du Levant.");
		this.partner.decline(invited(contract), "Trop tôt");
		assertThat(pass(contract)).isFalse();
		assertThat(this.gates.openFindings(contract.partnershipId(), Gate.SIGNATURE)).extracting(Finding::english)
			.contains("Atelier du Levant declined to sign revision 1.");
	}

	@Test
	void con12SealedItSaysWhoSignedWhatWhenAndHow() throws Exception {
		Contract contract = signed("fr");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();

		SealedContract document = this.sealed.seal(contract.id());

		byte[] pdf = this.sealed.pdf(document);
		byte[] signedText = this.contracts.pdf(contract.id(), 1);
		Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("sealed-contract.pdf"), pdf);
		assertThat(Digest.sha256(Arrays.copyOf(pdf, signedText.length))).isEqualTo(revision.sha256());
		assertThat(this.sealed.check(document).problems()).isEmpty();
		List<PdfPages.Page> pages = new PdfPages().read(pdf);
		int before = new PdfPages().read(signedText).size();
		String told = String.join(" ", pages.subList(before, pages.size()).stream().map(PdfPages.Page::text).toList())
			.replaceAll("[\\s\\u00a0\\u202f]+", " ");
		assertThat(told).contains(contract.reference(), "Direction du partenaire", "Atelier du Levant",
				this.contracts.signer(contract.partnershipId()).email(), "127.0.0.1", "I have read it",
				"Lien personnel et code à six chiffres", "Compte personnel", "a approuvé exactement cette empreinte",
				"Service juridique", "Code saisi par Direction du partenaire", "Révision établie par");
		assertThat(told.replace(" ", "")).contains(revision.sha256(), revision.dataSha256());
		assertThat(this.evidence.verify(contract.partnershipId())).isEmpty();
	}

	@Test
	void con12InEnglishForEnglishContracts() throws Exception {
		Contract contract = signed("en");
		byte[] pdf = this.sealed.pdf(this.sealed.seal(contract.id()));
		Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("sealed-contract-en.pdf"), pdf);

		assertThat(new PdfPages().read(pdf).getLast().text()).contains("What happened");
	}

	@Test
	void con01NothingIsSealedBeforeAllPartiesSigned() {
		Contract contract = approved("fr");
		signForUs(contract);

		assertThatThrownBy(() -> this.sealed.seal(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("not signed by Atelier du Levant");
	}

	@Test
	void con01AskedTwiceOrAtTheSameTimeThereIsOneSealedDocument() {
		Contract contract = signed("fr");

		List<SealedContract> all = List
			.of(CompletableFuture.supplyAsync(() -> this.sealed.seal(contract.id())),
					CompletableFuture.supplyAsync(() -> this.sealed.seal(contract.id())))
			.stream()
			.map(CompletableFuture::join)
			.toList();

		assertThat(all.getFirst().sha256()).isEqualTo(all.getLast().sha256());
		assertThat(this.sealed.seal(contract.id()).sha256()).isEqualTo(all.getFirst().sha256());
		assertThat(seals(contract)).isEqualTo(1);
		assertThat(this.evidence.verify(contract.partnershipId())).isEmpty();
	}

	@Test
	void con01ACrashBetweenSealAndStoreLeavesOneSealedDocument() {
		Contract contract = signed("fr");
		this.jdbc.sql("""
				create function crash() returns trigger language plpgsql as 'begin raise exception ''crashed''; end'""")
			.update();
		this.jdbc.sql("create trigger crash before insert on contract_seal for each row execute function crash()")
			.update();
		try {
			assertThatThrownBy(() -> this.sealed.seal(contract.id())).isInstanceOf(DataAccessException.class);
		}
		finally {
			this.jdbc.sql("drop function crash cascade").update();
		}
		assertThat(seals(contract)).isZero();

		SealedContract document = this.sealed.seal(contract.id());

		assertThat(seals(contract)).isEqualTo(1);
		assertThat(this.sealed.check(document).valid()).isTrue();
	}

	@Test
	void con01ASealedDocumentThatWasChangedIsNeverReleased() {
		Contract contract = signed("fr");
		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("not sealed yet");
		SealedContract document = this.sealed.seal(contract.id());
		assertThat(this.sealed.recentCheck(document).valid()).isTrue();
		assertThatThrownBy(() -> this.jdbc.sql("update contract_file set media_type = 'image/png'").update())
			.hasMessageContaining("evidence");
		this.jdbc.sql("alter table contract_file disable trigger contract_file_append_only").update();
		try {
			this.jdbc.sql("update contract_file set bytes = bytes || '\\x0a'::bytea where sha256 = ?")
				.param(document.sha256())
				.update();
		}
		finally {
			this.jdbc.sql("alter table contract_file enable trigger contract_file_append_only").update();
		}

		assertThat(this.sealed.check(document).problems()).contains(Problem.ADDED_TO);
		assertThat(this.sealed.recentCheck(document).problems()).as("other bytes are looked at again")
			.contains(Problem.ADDED_TO);
		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("no longer the one that was sealed");
	}

	@Test
	void con01PaperCountsOnceASecondPersonComparedTheScan() {
		Contract contract = approved("fr");
		SignedLink link = invited(contract);
		Scan scan = upload(contract, everyone(contract));
		assertThat(this.signatures.of(contract.id())).isEmpty();
		assertThat(pass(contract)).isFalse();
		assertThat(reason(() -> this.scans.compare(scan.id(), true, "", "manager"))).isEqualTo(Reason.SAME_PERSON);

		this.scans.compare(scan.id(), true, "", "legal");

		assertThat(pass(contract)).isTrue();
		assertThat(this.signatures.of(contract.id())).hasSize(2)
			.allMatch((signature) -> signature.method() == Method.WET_INK && signature.scanId().equals(scan.id()));
		assertThat(reason(() -> this.scans.compare(scan.id(), false, "Page 2", "sponsor"))).isEqualTo(Reason.KNOWN);
		// what is signed on paper isn't declined by link any more
		assertThatThrownBy(() -> this.partner.decline(link, "Non")).isInstanceOf(InvalidLink.class);
		String told = String.join(" ",
				new PdfPages().read(this.sealed.pdf(this.sealed.seal(contract.id())))
					.stream()
					.map(PdfPages.Page::text)
					.toList());
		assertThat(told).contains("À la main sur papier", "Scan du papier signé déposé par");
		new ReadBackByBoth(this.readBacks, this.contracts).done(contract);
		this.release.release(contract.id());
		this.letters.inForce(contract.id());
		assertThat(this.evidence.verify(contract.partnershipId())).isEmpty();
	}

	@Test
	void con01AScanThatDiffersSignsNothing() {
		Contract contract = approved("fr");
		Scan scan = upload(contract, everyone(contract));
		assertThat(reason(() -> this.scans.compare(scan.id(), false, " ", "legal"))).isEqualTo(Reason.NO_NOTE);

		this.scans.compare(scan.id(), false, "La page 3 manque", "legal");

		assertThat(this.signatures.of(contract.id())).isEmpty();
		assertThat(this.scans.of(contract.id())).singleElement()
			.satisfies((kept) -> assertThat(kept.matches()).isFalse())
			.satisfies((kept) -> assertThat(kept.note()).isEqualTo("La page 3 manque"));
	}

	@Test
	void con01AScanIsJudgedByWhatItIs() {
		Contract contract = approved("fr");
		String sha256 = this.contracts.current(contract.id()).orElseThrow().sha256();
		for (String file : List.of("", "MZ not a scan", "<svg onload='alert(1)'/>", "%PDF-1.7 broken",
				"\u0089PNG\r\n\u001a\n")) {
			assertThat(reason(() -> this.scans.upload(contract.id(), sha256,
					file.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), everyone(contract), "manager")))
				.isEqualTo(Reason.NO_SCAN);
		}
		assertThat(reason(() -> upload(contract, List.of()))).isEqualTo(Reason.NOBODY);
		assertThat(
				reason(() -> upload(contract, List.of(new SignedBy(UUID.randomUUID(), "Nobody we know", "", today())))))
			.isEqualTo(Reason.NOBODY);
		assertThat(reason(() -> upload(contract, List.of(new SignedBy(null, "Direction", "", today().plusDays(1))))))
			.isEqualTo(Reason.NO_DATE);
		assertThat(reason(() -> upload(contract, List.of(new SignedBy(null, "", "", today())))))
			.isEqualTo(Reason.NO_NAME);
		assertThat(reason(
				() -> this.scans.upload(contract.id(), "0".repeat(64), scan(contract), everyone(contract), "manager")))
			.isEqualTo(Reason.OTHER_REVISION);
		Contract draft = draft("fr");
		assertThat(reason(() -> upload(draft, everyone(draft)))).isEqualTo(Reason.NOT_APPROVED);
		assertThat(this.scans.of(contract.id())).isEmpty();
	}

	private Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		Refused refused = org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, call);
		assertThat(refused).isNotNull();
		return refused.reason();
	}

	private Scan upload(Contract contract, List<SignedBy> signedBy) {
		return this.scans.upload(contract.id(), this.contracts.current(contract.id()).orElseThrow().sha256(),
				scan(contract), signedBy, "manager");
	}

	private byte[] scan(Contract contract) {
		return new PdfPages().png(this.contracts.pdf(contract.id(), 1), 1, 40);
	}

	private List<SignedBy> everyone(Contract contract) {
		return List.of(new SignedBy(null, "La présidence", "Présidente", today()),
				new SignedBy(this.contracts.signer(contract.partnershipId()).organisationId(),
						"Direction du partenaire", "Gérance", today()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private int signals(Contract contract, String name) {
		return this.jdbc.sql("select count(*) from signal where name = ? and correlation_key = ?")
			.params(name, contract.partnershipId().toString())
			.query(Integer.class)
			.single();
	}

	private int seals(Contract contract) {
		return this.jdbc.sql("select count(*) from contract_seal where contract_id = ?")
			.param(contract.id())
			.query(Integer.class)
			.single();
	}

	private Contract draft(String language) {
		Contract contract = this.contracts.open(this.terms.accepted(language).id());
		this.contracts.generate(contract.id(), key(), "standard");
		return contract;
	}

	private Contract approved(String language) {
		Contract contract = draft(language);
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		assertThat(this.approvals.record(new Approvals.Review(contract.id(), Role.LEGAL, "legal", Decision.APPROVED, "",
				revision.number(), revision.sha256(), key(), "1", 1L, 1, OffsetDateTime.now(ZoneOffset.UTC))))
			.isEmpty();
		return contract;
	}

	private Contract signed(String language) {
		Contract contract = approved(language);
		signForUs(contract);
		this.partner.sign(invited(contract));
		return contract;
	}

	private SignedLink invited(Contract contract) {
		return this.signatures.invite(contract.id()).getFirst();
	}

	private void signForUs(Contract contract) {
		assertThat(this.signatures.signForUs(contract.id(), "sponsor", Answer.SIGNED, "", "J’ai lu cette révision.",
				Instant.now()))
			.isTrue();
	}

	private boolean pass(Contract contract) {
		return this.gates.pass(Gate.SIGNATURE, contract.partnershipId(), new Gates.Origin(1, 1, key()));
	}

	private static long key() {
		return KEYS.incrementAndGet();
	}

}
