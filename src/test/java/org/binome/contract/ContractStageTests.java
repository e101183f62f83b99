package org.binome.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.account.Role;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals.Review;
import org.binome.contract.Contract.State;
import org.binome.contract.ContractDetails.PartyDetails;
import org.binome.contract.Release.NotReleasable;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Side;
import org.binome.document.Digest;
import org.binome.document.PdfPages;
import org.binome.gate.EvidenceChain;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.partner.Organisations;
import org.binome.partner.InvalidLink;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@StageTest
@Import({ AgreedTerms.class, PartnerSignature.class })
class ContractStageTests {

	private static final AtomicLong KEYS = new AtomicLong(1_000);

	@Autowired
	private AgreedTerms terms;

	@Autowired
	private Contracts contracts;

	@Autowired
	private Approvals approvals;

	@Autowired
	private Signatures signatures;

	@Autowired
	private PartnerSignature partner;

	@Autowired
	private SealedContracts sealed;

	@Autowired
	private Release release;

	@Autowired
	private ReadBacks readBacks;

	@Autowired
	private Deviations deviations;

	@Autowired
	private ContractLetters letters;

	@Autowired
	private Gates gates;

	@Autowired
	private EvidenceChain evidence;

	@Autowired
	private Organisations organisations;

	@Autowired
	private Partnerships partnerships;

	@Autowired
	private SentMails mails;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void con06OpensOnlyAfterTermsAcceptedByBothSides() {
		Partnership partnership = this.terms.partnership("fr");

		assertThatThrownBy(() -> this.contracts.open(partnership.id())).hasMessageContaining("CON-06");
	}

	@Test
	void con08TheTextIsMadeOfAgreedDataAlone() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());

		Revision revision = this.contracts.generate(contract.id(), key(), "standard");

		String text = text(contract.id(), revision.number());
		assertThat(text).contains("Six articles invités", "Deux ateliers", "60 jours", "1 200 personnes", "Belgique",
				"11 janvier 2027", contract.reference());
		assertThat(revision.sha256()).isEqualTo(Digest.sha256(this.contracts.pdf(contract.id(), 1)));
		assertThat(revision.author()).isEqualTo("manager");
		assertThat(revision.templateVersion()).hasSize(12);
	}

	@Test
	void con08ThePdfCarriesTheDataItIsMadeFrom() throws Exception {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());

		Revision revision = this.contracts.generate(contract.id(), key(), "standard");

		try (PDDocument pdf = Loader.loadPDF(this.contracts.pdf(contract.id(), revision.number()))) {
			var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
			byte[] data = files.get("contract-data.json").getEmbeddedFileUnicode().toByteArray();
			byte[] schema = files.get("contract-data.schema.json").getEmbeddedFileUnicode().toByteArray();
			assertThat(Digest.sha256(data)).isEqualTo(revision.dataSha256());
			assertThat(new String(data, StandardCharsets.UTF_8)).contains(contract.reference(), "Six articles invités");
			assertThat(new String(schema, StandardCharsets.UTF_8)).contains("urn:binome:contract-data:1");
		}
	}

	@Test
	void con12AllPartiesStandInTheDataAndInTheDocumentInOrder() {
		Contract contract = this.contracts.open(this.terms.accepted("fr", "reseller", List.of("Tiers", "Quart")).id());
		this.contracts.correct(contract.id(), key(), new ContractDetails("Atelier du Levant SARL", "1 rue A", "RCS 1",
				"La gérante", "Gérante", "FR", "",
				List.of(new PartyDetails("party-4", "Quart SA", "4 rue D", "BE 4", "La présidence", "Présidente"))),
				"manager");

		Revision revision = this.contracts.generate(contract.id(), key(), "standard");

		String text = text(contract.id(), revision.number());
		assertThat(text).containsSubsequence("Atelier du Levant SARL", "Tiers", "Quart SA", "4 rue D");
		assertThat(text).contains("Apport de Tiers", "Bénéfice de Quart", "Direction de Tiers");
		JsonNode parties = data(contract, revision).path("parties");
		assertThat(parties.valueStream().map((party) -> party.path("side").asString())).containsExactly("ours",
				"partner", "party-3", "party-4");
		assertThat(parties.get(2).path("country").asString()).isEqualTo("BE");
		assertThat(parties.valueStream().map((party) -> party.path("role").asString()))
			.containsExactly("le fournisseur", "le revendeur\u00a01", "le revendeur\u00a02", "le revendeur\u00a03");
	}

	@Test
	void con12EveryOtherPartyIsAskedToRestateTheContract() {
		Contract contract = this.contracts.open(this.terms.accepted("fr", "marketing", List.of("Tiers")).id());
		this.contracts.generate(contract.id(), key(), "standard");

		assertThat(this.readBacks.invite(contract.id())).extracting(SignedLink::personId)
			.containsExactlyElementsOf(
					this.contracts.signers(contract.partnershipId()).stream().map(Person::id).toList())
			.hasSize(2);
	}

	/** PRO-10, QUA-08. */
	@Test
	void pro10AndQua08WhatAPartyKeepsOutComesFromTheTerms() {
		Contract contract = this.contracts.open(this.terms.accepted("fr", "marketing", List.of("Tiers")).id());

		JsonNode data = data(contract, this.contracts.generate(contract.id(), key(), "standard"));

		assertThat(data.path("parties").get(2).path("brandConditions").asString()).isEqualTo("Marque de Tiers");
		assertThat(data.path("parties").get(2).path("neverShared").asString()).isEqualTo("Secret de Tiers");
		assertThat(data.path("parties").get(0).path("neverShared").asString()).isEmpty();
		assertThat(data.has("commission")).isFalse();
	}

	@Test
	void theSameVisitOfTheProcessGivesTheSameRevision() {
		Contract contract = this.contracts.open(this.terms.accepted("en").id());
		long visit = key();

		Revision first = this.contracts.generate(contract.id(), visit, "light");

		assertThat(this.contracts.generate(contract.id(), visit, "light")).isEqualTo(first);
		assertThat(this.contracts.open(contract.partnershipId())).isEqualTo(contract);
		assertThat(this.contracts.revisions(contract.id())).hasSize(1);
	}

	@Test
	void evidenceIsOnlyEverAdded() {
		Contract contract = ready("fr");
		approve(contract, "legal");

		for (String table : List.of("contract_revision", "approval")) {
			assertThatThrownBy(() -> this.jdbc.sql("update " + table + " set reason = 'x' where contract_id = ?")
				.param(contract.id())
				.update()).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
			assertThatThrownBy(() -> this.jdbc.sql("delete from " + table + " where contract_id = ?")
				.param(contract.id())
				.update()).hasMessageContaining("append-only");
		}
	}

	@Test
	void con02OnlyALegalReviewerApproves() {
		assertThat(approve(ready("fr"), "sponsor")).extracting(Finding::english)
			.singleElement()
			.asString()
			.contains("role of legal reviewer");
	}

	@Test
	void con02TheOwnerNeverApproves() {
		assertThat(approve(ready("fr"), "manager")).extracting(Finding::english)
			.anyMatch((text) -> text.contains("runs this partnership"));
	}

	@Test
	void con02TheAuthorOfATextNeverApprovesIt() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		this.contracts.correct(contract.id(), key(), this.contracts.details(contract.id()), "legal");
		this.contracts.generate(contract.id(), key(), "standard");

		assertThat(approve(contract, "legal")).extracting(Finding::english)
			.singleElement()
			.asString()
			.contains("drew up this text");
	}

	@Test
	void con02AnApprovalOfAnOlderRevisionDoesNotCount() {
		Contract contract = ready("fr");
		Revision old = this.contracts.current(contract.id()).orElseThrow();
		this.contracts.generate(contract.id(), key(), "standard");

		assertThat(this.approvals.record(review(contract, "legal", Decision.APPROVED, "", 1, old.sha256())))
			.extracting(Finding::english)
			.containsExactly("The decision is about revision 1, the current one is 2.");
	}

	@Test
	void con02AnApprovalOfAnotherFingerprintDoesNotCount() {
		Contract contract = ready("fr");

		assertThat(this.approvals.record(review(contract, "legal", Decision.APPROVED, "", 1, "0".repeat(64))))
			.extracting(Finding::english)
			.containsExactly("The fingerprint that was read is not the current document’s.");
		assertThat(this.approvals.of(contract.id())).isEmpty();
	}

	@Test
	void con02AnAccountThatIsNobodyApprovesNothing() {
		Contract contract = ready("fr");
		assertThat(approve(contract, "zeebe-client")).extracting(Finding::english)
			.containsExactly("“zeebe-client” is a technical or unknown account: its approval doesn’t count.");
		assertThat(this.approvals.of(contract.id())).isEmpty();
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isFalse();
	}

	@Test
	void con02OnePersonCannotApproveTwice() {
		Contract contract = strict();
		assertThat(approve(contract, "legal")).isEmpty();
		assertThat(this.approvals.next(contract.id())).contains(Role.SPONSOR);
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isFalse();

		assertThat(approve(contract, "legal")).extracting(Finding::english)
			.containsExactly("Service juridique has approved this revision already.");
		assertThat(approve(contract, Role.SPONSOR, "legal")).extracting(Finding::english)
			.contains("Service juridique does not have the role of sponsor.",
					"Service juridique has approved this revision already.");
		assertThat(approve(contract, Role.SPONSOR, "sponsor")).isEmpty();

		assertThat(this.approvals.next(contract.id())).isEmpty();
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isTrue();
	}

	@Test
	void con02TheRoleAtTheMomentOfApprovalCounts() {
		Contract contract = ready("fr");
		insertApproval(contract, "legal", "MANAGER");
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).as("legal got the role only later").isFalse();

		insertApproval(contract, "formerly-legal", "LEGAL");
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).as("lost the role since, or left").isTrue();
	}

	@Test
	void con02AReturnVoidsWhatWasApprovedBefore() {
		Contract contract = strict();
		approve(contract, "legal");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		assertThat(this.approvals.record(new Review(contract.id(), Role.SPONSOR, "sponsor", Decision.RETURNED,
				"Trop strict pour nous", 1, revision.sha256(), key(), "1", 1L, 1, OffsetDateTime.now(ZoneOffset.UTC))))
			.isEmpty();
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isFalse();
	}

	@Test
	void con02AnotherTemplateVoidsTheApproval() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		unlocked("update contract_revision set template_version = 'another' where contract_id = ?", contract.id());

		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isFalse();
		assertThat(this.gates.openFindings(contract.partnershipId(), Gate.LEGAL_APPROVAL)).extracting(Finding::english)
			.containsExactly("The templates have changed since this revision.");
		assertThat(approve(contract, "legal")).as("nor can it be approved again").hasSize(1);
	}

	@Test
	void con02OtherDataVoidsTheApproval() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		this.contracts.correct(contract.id(), key(), new ContractDetails("Autre raison sociale", "4 quai des Tanneurs",
				"000 000 002", "Direction", "Gérance", "FR", ""), "manager");

		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isFalse();
		assertThat(this.gates.openFindings(contract.partnershipId(), Gate.LEGAL_APPROVAL)).extracting(Finding::fact)
			.containsExactly("changed=DATA");
	}

	@Test
	void con02WhatChangedSinceTheSignaturesIsNotReleased() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		readBack(contract);
		signForUs(contract);
		partnerSigns(contract);
		this.sealed.seal(contract.id());
		unlocked("update contract_revision set template_version = 'another' where contract_id = ?", contract.id());

		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("templates have changed");
	}

	@Test
	void con04WithoutReadBackNothingIsReleased() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		signForUs(contract);
		partnerSigns(contract);
		this.sealed.seal(contract.id());

		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("not both read revision 1");
	}

	@Test
	void con04AnotherRevisionIsReadBackAnew() {
		Contract contract = ready("fr");
		readBack(contract);
		assertThat(pass(Gate.READ_BACK, contract)).isTrue();
		SignedLink old = this.readBacks.invite(contract.id()).stream().findFirst().orElse(null);
		assertThat(old).as("nobody is asked twice").isNull();

		this.contracts.generate(contract.id(), key(), "standard");

		assertThat(this.readBacks.understood(contract.id())).isFalse();
		assertThat(pass(Gate.READ_BACK, contract)).isFalse();
		assertThat(this.readBacks.invite(contract.id())).hasSize(1);
	}

	@Test
	void con12EveryPartyRestatesAndConfirms() {
		Contract contract = this.contracts
			.open(this.terms.accepted("fr", "marketing", List.of("Maison d’édition", "Salon du livre")).id());
		Revision revision = this.contracts.generate(contract.id(), key(), "standard");
		List<SignedLink> links = this.readBacks.invite(contract.id());
		assertThat(links).hasSize(3);
		this.readBacks.restateForUs(contract.id(), "manager", key(), ReadBackByBoth.words("Nous l’entendons pour"), 1,
				revision.sha256());
		for (SignedLink link : links) {
			assertThat(told(contract, "read-back-answered")).isZero();
			this.readBacks.restateForPartner(link, this.organisations.person(link.personId()),
					ReadBackByBoth.words("Ils comprennent pour"), revision.sha256());
		}
		assertThat(told(contract, "read-back-answered")).isEqualTo(1);

		this.readBacks.compare(contract.id(), key(), Set.of(Topic.OBJECTIVE, Topic.DUTIES, Topic.EXIT),
				ReadBacks.Decision.SETTLE, "Nous commençons en janvier", "", "manager", revision.sha256());
		List<SignedLink> confirmations = this.readBacks.inviteConfirmation(contract.id());
		for (SignedLink link : confirmations) {
			assertThat(pass(Gate.READ_BACK, contract)).isFalse();
			this.readBacks.confirm(link, this.organisations.person(link.personId()), true, "");
		}
		assertThat(told(contract, "read-back-confirmed")).isEqualTo(1);
		assertThat(pass(Gate.READ_BACK, contract)).isTrue();
	}

	@Test
	void con04ALinkToAnOlderRevisionIsNotAnswered() {
		Contract contract = ready("fr");
		SignedLink old = this.readBacks.invite(contract.id()).getFirst();
		this.contracts.generate(contract.id(), key(), "standard");

		assertThatThrownBy(() -> this.readBacks.asked(old)).isInstanceOf(Signatures.OtherRevision.class);
	}

	@Test
	void con07NobodyApprovesTheirOwnDeviation() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		this.deviations.ask(contract.id(), key(), List.of(new Deviations.Request("liability", "strict", "Assurance")),
				"legal");
		this.contracts.generate(contract.id(), key(), "standard");
		long id = this.deviations.of(contract.id()).getFirst().id();
		this.deviations.approve(contract.id(), List.of(id), "legal");
		this.deviations.approve(contract.id(), List.of(id), "zeebe-client");
		assertThat(approve(contract, "legal")).extracting(Finding::rule).containsExactly("CON-07");

		this.deviations.approve(contract.id(), List.of(id), "manager");
		assertThat(approve(contract, "legal")).isEmpty();
		assertThat(this.approvals.next(contract.id())).as("a deviation asks for a sponsor").contains(Role.SPONSOR);
		assertThat(this.evidence.verify(contract.partnershipId())).isEmpty();
	}

	@Test
	void con07ADeviationTakenBackIsNone() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		this.deviations.ask(contract.id(), key(), List.of(new Deviations.Request("liability", "light", "Confiance")),
				"manager");
		this.deviations.ask(contract.id(), key(),
				List.of(new Deviations.Request("liability", "profile", "Réflexion faite")), "manager");

		assertThat(this.deviations.of(contract.id())).isEmpty();
	}

	@Test
	void con08AClauseIsChosenNeverWritten() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		for (Deviations.Request wrong : List.of(new Deviations.Request("Nous ne devons rien", "light", "x"),
				new Deviations.Request("liability", "Nous ne devons rien", "x"),
				new Deviations.Request("liability", "light", " "))) {
			assertThatThrownBy(() -> this.deviations.ask(contract.id(), key(), List.of(wrong), "manager"))
				.isInstanceOf(IllegalArgumentException.class);
		}
		assertThat(this.deviations.of(contract.id())).isEmpty();
	}

	@Test
	void returningNeedsAReason() {
		Contract contract = ready("fr");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();

		assertThat(this.approvals.record(review(contract, "legal", Decision.RETURNED, "", 1, revision.sha256())))
			.hasSize(1);
		assertThat(this.approvals.record(review(contract, "legal", Decision.RETURNED, "Adresse", 1, revision.sha256())))
			.isEmpty();
	}

	@Test
	void anApprovalRecordedTwiceIsKeptOnce() {
		Contract contract = ready("fr");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		Review review = review(contract, "legal", Decision.APPROVED, "", 1, revision.sha256());

		assertThat(this.approvals.record(review)).isEmpty();
		assertThat(this.approvals.record(review)).isEmpty();

		assertThat(this.approvals.of(contract.id())).hasSize(1);
	}

	@Test
	void con02AChangedRevisionVoidsTheApproval() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isTrue();

		this.contracts.generate(contract.id(), key(), "standard");

		assertThat(pass(Gate.LEGAL_APPROVAL, contract)).isFalse();
		assertThat(this.gates.openFindings(contract.partnershipId(), Gate.LEGAL_APPROVAL)).extracting(Finding::rule)
			.containsExactly("CON-02");
	}

	@Test
	void con01SignedByBothSidesTheContractComesIntoForce() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		signForUs(contract);
		partnerSigns(contract);
		readBack(contract);
		assertThat(pass(Gate.SIGNATURE, contract)).isTrue();
		this.sealed.seal(contract.id());

		Contract inForce = this.release.release(contract.id());
		this.letters.inForce(contract.id());
		this.letters.inForce(contract.id());

		assertThat(inForce.state()).isEqualTo(State.IN_FORCE);
		assertThat(inForce.endsOn()).isEqualTo(inForce.startsOn().plusMonths(12).minusDays(1));
		assertThat(inForce.noticeBy()).isEqualTo(inForce.endsOn().minusDays(60));
		assertThat(this.partnerships.get(contract.partnershipId()).state()).isEqualTo(Partnership.State.ACTIVE);
		assertThat(this.release.release(contract.id())).isEqualTo(inForce);
		String partner = this.contracts.signer(contract.partnershipId()).email();
		assertThat(this.mails.to(partner)).hasSize(2);
		assertThat(this.mails.latestTextTo(partner)).contains(contract.reference(), "/contract.pdf");
	}

	@Test
	void con01ApprovalAndSignaturesAreLinksOfTheChainOfEvidence() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		signForUs(contract);
		partnerSigns(contract);
		assertThat(this.jdbc.sql("select kind from evidence where subject_id = ? order by position")
			.param(contract.partnershipId())
			.query(String.class)
			.list()).contains("APPROVAL", "SIGNATURE").endsWith("SIGNATURE", "SIGNATURE");
		assertThat(this.evidence.verify(contract.partnershipId())).isEmpty();
	}

	@Test
	void con01WithoutAllSignaturesNothingIsReleased() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		signForUs(contract);

		assertThat(pass(Gate.SIGNATURE, contract)).isFalse();
		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("not signed by Atelier du Levant");
		assertThat(this.partnerships.get(contract.partnershipId()).state()).isEqualTo(Partnership.State.OPEN);
	}

	@Test
	void con01OnlyASponsorSignsForUs() {
		Contract contract = ready("fr");

		assertThat(this.signatures.signForUs(contract.id(), "manager", Answer.SIGNED, "", "x", Instant.now()))
			.isFalse();
		assertThat(this.signatures.of(contract.id())).isEmpty();
	}

	@Test
	void tamperedBytesAreNeverReleased() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		signForUs(contract);
		partnerSigns(contract);
		this.jdbc.sql("alter table contract_revision disable trigger contract_revision_append_only").update();
		try {
			this.jdbc.sql("update contract_revision set pdf = set_byte(pdf, 2000, 1) where contract_id = ?")
				.param(contract.id())
				.update();
		}
		finally {
			this.jdbc.sql("alter table contract_revision enable trigger contract_revision_append_only").update();
		}

		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("no longer has the revision’s fingerprint");
	}

	@Test
	void termsAcceptedAfterwardsHoldTheRelease() {
		Contract contract = ready("fr");
		approve(contract, "legal");
		signForUs(contract);
		partnerSigns(contract);
		this.sealed.seal(contract.id());
		this.terms.accept(this.partnerships.get(contract.partnershipId()), 2, "marketing", 90);

		assertThatThrownBy(() -> this.release.release(contract.id())).isInstanceOf(NotReleasable.class)
			.hasMessageContaining("Other terms were accepted");
	}

	@Test
	void oneLinkOneUse() {
		Contract contract = ready("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		answer(contract, link, Answer.SIGNED, "");

		assertThatThrownBy(() -> answer(contract, link, Answer.SIGNED, "")).isInstanceOf(InvalidLink.class);
		assertThat(signals(contract)).isEqualTo(1);
		// invited again, the process is told what the partner has answered before
		assertThat(this.signatures.invite(contract.id())).isEmpty();
		long visit = key();
		this.signatures.begin(contract.id(), visit);
		this.signatures.begin(contract.id(), visit);
		assertThat(signals(contract)).isEqualTo(2);
	}

	@Test
	void aLinkToAnOlderRevisionSignsNothing() {
		Contract contract = ready("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		this.contracts.generate(contract.id(), key(), "strict");

		assertThatThrownBy(() -> answer(contract, link, Answer.SIGNED, ""))
			.isInstanceOf(Signatures.OtherRevision.class);
		assertThat(this.signatures.of(contract.id())).isEmpty();
		assertThat(this.jdbc.sql("select used_at from signed_link where id = ?").param(link.id()).query().singleRow())
			.containsEntry("used_at", null);
	}

	@Test
	void decliningEndsTheDraftAndTellsTheOwner() {
		Contract contract = ready("fr");
		SignedLink link = this.signatures.invite(contract.id()).getFirst();

		answer(contract, link, Answer.DECLINED, "Budget gelé");
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		this.letters.declined(this.signatures.valid(revision, Side.PARTNER).orElseThrow());

		assertThat(this.contracts.get(contract.id()).state()).isEqualTo(State.DECLINED);
		assertThat(this.mails.latestTextTo("manager@binome.example")).contains("Budget gelé");
	}

	@Test
	void correctedDetailsStandInTheNextRevision() {
		Contract contract = ready("fr");
		assertThat(text(contract.id(), 1)).contains("[adresse à compléter]");

		this.contracts.correct(contract.id(), key(), new ContractDetails("Atelier du Levant SARL",
				"4 quai des Tanneurs", "000 000 002", "Direction", "Gérance", "BE", "Coordonnées complétées"),
				"manager");
		Revision second = this.contracts.generate(contract.id(), key(), "standard");

		assertThat(text(contract.id(), 2)).contains("4 quai des Tanneurs", "Belgique").doesNotContain("à compléter");
		assertThat(second.reason()).isEqualTo("Coordonnées complétées");
	}

	private Contract ready(String language) {
		Contract contract = this.contracts.open(this.terms.accepted(language).id());
		this.contracts.generate(contract.id(), key(), "standard");
		return contract;
	}

	/** Drawn up with strict clauses: legal and a sponsor have to approve. */
	private Contract strict() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		this.contracts.generate(contract.id(), key(), "strict");
		return contract;
	}

	private List<Finding> approve(Contract contract, String username) {
		return approve(contract, Role.LEGAL, username);
	}

	private List<Finding> approve(Contract contract, Role as, String username) {
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		return this.approvals.record(new Review(contract.id(), as, username, Decision.APPROVED, "", revision.number(),
				revision.sha256(), key(), "1", 1L, 1, OffsetDateTime.now(ZoneOffset.UTC)));
	}

	private void insertApproval(Contract contract, String approver, String roles) {
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		this.jdbc
			.sql("""
					insert into approval (contract_id, revision, sha256, entry_key, approver, decision, reason,
						template_version, data_sha256, task_key, process_instance_key, process_version, completed_at, given_as,
						roles)
					values (?, 1, ?, ?, ?, 'APPROVED', '', '', repeat('0', 64), '1', 1, 1, now(), 'LEGAL', ?)""")
			.params(contract.id(), revision.sha256(), key(), approver, roles)
			.update();
	}

	/** As somebody with full access to the database might. */
	private void unlocked(String sql, UUID contractId) {
		this.jdbc.sql("alter table contract_revision disable trigger contract_revision_append_only").update();
		try {
			this.jdbc.sql(sql).param(contractId).update();
		}
		finally {
			this.jdbc.sql("alter table contract_revision enable trigger contract_revision_append_only").update();
		}
	}

	private static Review review(Contract contract, String username, Decision decision, String reason, int revision,
			String sha256) {
		return new Review(contract.id(), Role.LEGAL, username, decision, reason, revision, sha256, key(), "1", 1L, 1,
				OffsetDateTime.now(ZoneOffset.UTC));
	}

	private void readBack(Contract contract) {
		new ReadBackByBoth(this.readBacks, this.contracts).done(contract);
	}

	private void signForUs(Contract contract) {
		assertThat(this.signatures.signForUs(contract.id(), "sponsor", Answer.SIGNED, "", "x", Instant.now())).isTrue();
	}

	private void partnerSigns(Contract contract) {
		answer(contract, this.signatures.invite(contract.id()).getFirst(), Answer.SIGNED, "");
	}

	private void answer(Contract contract, SignedLink link, Answer answer, String reason) {
		this.partner.answer(link, this.contracts.current(contract.id()).orElseThrow().sha256(), answer, reason);
	}

	private boolean pass(Gate gate, Contract contract) {
		return this.gates.pass(gate, contract.partnershipId(), new Gates.Origin(1, 1, key()));
	}

	private int told(Contract contract, String message) {
		return this.jdbc.sql("select count(*) from signal where name = ? and correlation_key = ?")
			.params(message, contract.partnershipId().toString())
			.query(Integer.class)
			.single();
	}

	private int signals(Contract contract) {
		return this.jdbc.sql("select count(*) from signal where name = 'contract-signed' and correlation_key = ?")
			.param(contract.partnershipId().toString())
			.query(Integer.class)
			.single();
	}

	private String text(UUID contractId, int revision) {
		return String
			.join(" ",
					new PdfPages().read(this.contracts.pdf(contractId, revision))
						.stream()
						.map(PdfPages.Page::text)
						.toList())
			.replaceAll("[\\s\\u00a0\\u202f]+", " ");
	}

	private static long key() {
		return KEYS.incrementAndGet();
	}

	private JsonNode data(Contract contract, Revision revision) {
		return JsonMapper.shared()
			.readTree(this.jdbc.sql("select data from contract_revision where contract_id = ? and revision = ?")
				.params(contract.id(), revision.number())
				.query(String.class)
				.single());
	}

}
