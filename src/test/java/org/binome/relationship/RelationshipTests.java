package org.binome.relationship;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.TestClock;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.GovernancePolicy.Level;
import org.binome.gate.PartnershipDefinitionPolicy;
import org.binome.gate.PartnershipDefinitionPolicy.Money;
import org.binome.gate.PartnershipDefinitionPolicy.Point;
import org.binome.partner.InvalidLink;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLink;
import org.binome.partner.Standing;
import org.binome.relationship.Definitions.Definition;
import org.binome.relationship.Governance.Above;
import org.binome.relationship.Ledgers.Ledger;
import org.binome.relationship.Pairs.Side;
import org.binome.relationship.TermSheetRevision.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The relationship stage on a real database: GOV-01, GOV-02, PRO-27, QUA-01, QUA-02,
 * QUA-04, QUA-06, QUA-09 to QUA-12, QUA-18, QUA-19, CON-06.
 */
@StageTest
class RelationshipTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Pairs pairs;

	@Autowired
	Pillars pillars;

	@Autowired
	Definitions definitions;

	@Autowired
	Governance governance;

	@Autowired
	Ledgers ledgers;

	@Autowired
	SecondLooks looks;

	@Autowired
	Partnerships partnerships;

	@Autowired
	TermSheets termSheets;

	@Autowired
	SponsorDecisions sponsorDecisions;

	@Autowired
	Correspondence correspondence;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Relationship relationship;

	private LocalDate launch;

	@BeforeEach
	void open() {
		this.relationship = Relationship.open(this.context, "FR", "fr");
		this.launch = LocalDate.now(this.clock).plusDays(120);
	}

	@Test
	void gov01AnUnknownAccountOrUnusableAddressIsKeptAndHolds() {
		this.pairs.name(id(), Relationship.key(), "personne", "Direction", "pas une adresse", "");
		assertThat(this.relationship.rules(Gate.NAMED_PAIR)).containsExactly("GOV-01", "GOV-01");
		assertThat(this.pairs.current(id())).isEmpty();
		assertThat(this.pairs.latest(id()).orElseThrow().partnerEmail()).isEqualTo("pas une adresse");
	}

	@Test
	void gov01TheHistoryOfThePairIsKept() {
		this.relationship.pair();
		this.pairs.name(id(), Relationship.key(), "sponsor@binome.example", "Une autre", "autre@partner.example", "");
		assertThat(this.pairs.history(id())).hasSize(2);
		assertThat(this.pairs.current(id()).orElseThrow().ourAccount()).isEqualTo("sponsor");
		assertThat(this.pairs.knows(id(), "une autre")).isTrue();
		assertThat(this.pairs.knows(id(), "quelqu’un")).isFalse();
	}

	@Test
	void gov01APairThatLosesSomebodyNoLongerStandsAndIsToldOnce() {
		this.relationship.pair();
		this.pairs.leave(id(), Side.OURS, "Another post", "manager");
		this.pairs.leave(id(), Side.OURS, "Another post", "manager");
		assertThat(this.pairs.current(id())).isEmpty();
		assertThat(this.relationship.rules(Gate.NAMED_PAIR)).containsExactly("GOV-01");
		assertThat(this.relationship.signals("pair-departed")).isEqualTo(1);
		assertThat(this.pairs.partnerPerson(id()).name()).isEqualTo("Direction des partenariats");
		this.pairs.leave(id(), Side.PARTNER, "Retirement", "manager");
		assertThat(this.relationship.signals("pair-departed")).as("the task for a successor is open").isEqualTo(1);
		this.relationship.pair();
		assertThat(this.relationship.rules(Gate.NAMED_PAIR)).isEmpty();
	}

	@Test
	void gov01NobodyLeavesAPairThatIsNotNamedOrIsOver() {
		assertThatExceptionOfType(NoPair.class).isThrownBy(() -> this.pairs.leave(id(), Side.OURS, "-", "manager"));
		this.relationship.pair();
		this.partnerships.close(id(), "Over");
		assertThatExceptionOfType(NoPair.class).isThrownBy(() -> this.pairs.leave(id(), Side.OURS, "-", "manager"));
		assertThat(this.relationship.signals("pair-departed")).isZero();
	}

	@Test
	void gov02TheGovernanceNeedsASecondLevelOfOtherPersons() {
		this.relationship.pair();
		assertThat(this.relationship.rules(Gate.GOVERNANCE)).containsExactly("GOV-02");
		this.governance.name(id(), Relationship.key(), new Above("Responsable partenariats", "La présidence", "", ""));
		assertThat(this.relationship.rules(Gate.GOVERNANCE)).as("the same person by name").containsExactly("GOV-02");
		this.governance.name(id(), Relationship.key(), new Above("sponsor", "La présidence", "", ""));
		assertThat(this.relationship.rules(Gate.GOVERNANCE)).isEmpty();
		assertThat(this.governance.ours(id(), Level.STEERING)).contains("sponsor");
		assertThat(this.governance.ours(id(), Level.EXECUTIVE)).isEmpty();
	}

	@Test
	void qua01WhatWasNotAnsweredOrExplainedHolds() {
		assertThat(this.relationship.rules(Gate.PARTNERSHIP_DEFINITION)).hasSize(5).containsOnly("QUA-01");
		Map<Point, PartnershipDefinitionPolicy.Answer> answers = new EnumMap<>(Point.class);
		for (Point point : Point.values()) {
			answers.put(point, new PartnershipDefinitionPolicy.Answer(true, "Chacun décide pour lui-même"));
		}
		this.definitions.define(id(), Relationship.key(), new Definition(answers, Money.NEITHER, Standing.PARTNER));
		assertThat(this.relationship.rules(Gate.PARTNERSHIP_DEFINITION)).isEmpty();
	}

	@Test
	void pro27WhatTheOtherSideReallyIsIsKeptWithThePartnership() {
		this.definitions.define(id(), Relationship.key(),
				new Definition(Map.of(Point.AUTONOMOUS, new PartnershipDefinitionPolicy.Answer(false, "")),
						Money.WE_PAY_THEM, Standing.SUPPLIER));
		assertThat(this.relationship.rules(Gate.PARTNERSHIP_DEFINITION)).contains("PRO-27");
		assertThat(this.partnerships.get(id()).standing()).isEqualTo(Standing.SUPPLIER);
	}

	@Test
	void qua10TheLedgerIsJudgedAsEntered() {
		assertThat(this.relationship.rules(Gate.RECIPROCITY)).contains("QUA-04", "QUA-09", "QUA-10");
		this.ledgers.enter(id(), Relationship.key(),
				new Ledger(true, true, "De nouveaux lecteurs", "", "", "Une commission de vente", 5, 1, 1, 5));
		assertThat(this.relationship.rules(Gate.RECIPROCITY)).containsExactly("QUA-10", "QUA-04");
		this.ledgers.enter(id(), Relationship.key(), new Ledger(true, true, "De nouveaux lecteurs", "",
				"Un savoir-faire de vente", "Une commission de vente", 3, 3, 3, 4));
		assertThat(this.relationship.rules(Gate.RECIPROCITY)).isEmpty();
	}

	@Test
	void qua11TheSecondLookComesSomeDaysLaterAndFromSomebodyElse() {
		this.correspondence.invitePillarScores(id(), Relationship.key());
		this.pillars.scoreForPartner(this.relationship.mailedLink(), new PillarScores(4, 4, 4, 4, ""));
		this.pillars.scoreForUs(id(), new PillarScores(4, 4, 4, 4, ""), "manager");
		assertThat(this.relationship.rules(Gate.SECOND_LOOK)).containsExactly("QUA-11");
		String seen = "Les dates et le budget ont été relus ensemble";
		this.looks.look(id(), Relationship.key(), seen, true, "sponsor");
		assertThat(this.relationship.rules(Gate.SECOND_LOOK)).as("too early").containsExactly("QUA-11");
		((TestClock) this.clock).advance(Duration.ofDays(3));
		this.looks.look(id(), Relationship.key(), seen, true, "manager");
		assertThat(this.relationship.rules(Gate.SECOND_LOOK)).as("by the owner").containsExactly("QUA-11");
		this.looks.look(id(), Relationship.key(), seen, true, "sponsor");
		assertThat(this.relationship.rules(Gate.SECOND_LOOK)).isEmpty();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update second_look set looked_by = 'x'").update());
	}

	@Test
	void qua02BothSidesScoreApartAndThePartnersAnswerIsTold() {
		this.relationship.pair();
		this.correspondence.invitePillarScores(id(), Relationship.key());
		this.pillars.scoreForPartner(this.relationship.mailedLink(), new PillarScores(4, 4, 4, 4, "prêts"));
		assertThat(this.relationship.signals("pillars-scored")).isEqualTo(1);
		assertThat(this.relationship.rules(Gate.FOUR_PILLARS)).contains("QUA-02");
		this.pillars.scoreForUs(id(), new PillarScores(4, 3, 5, 3, ""), "manager");
		assertThat(this.relationship.rules(Gate.FOUR_PILLARS)).isEmpty();
	}

	@Test
	void qua06ANewRoundStartsFromNothingAndOldLinksEnd() {
		this.correspondence.invitePillarScores(id(), Relationship.key());
		SignedLink old = this.relationship.mailedLink();
		this.correspondence.invitePillarScores(id(), Relationship.key());
		assertThatExceptionOfType(InvalidLink.class)
			.isThrownBy(() -> this.pillars.scoreForPartner(old, new PillarScores(5, 5, 5, 5, "")))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidLink.Reason.EXPIRED));
		assertThat(this.relationship.signals("pillars-scored")).isZero();
	}

	@Test
	void aPartnersScoreMustBeFrom1To5() {
		this.correspondence.invitePillarScores(id(), Relationship.key());
		SignedLink link = this.relationship.mailedLink();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.pillars.scoreForPartner(link, new PillarScores(6, 5, 5, 5, "")));
		assertThat(this.relationship.mailedLink().used()).isFalse();
	}

	@Test
	void thePartnerIsRemindedUntilTheAnswerCame() {
		this.correspondence.invitePillarScores(id(), Relationship.key());
		this.correspondence.remindPillarScores(id(), 1);
		this.correspondence.remindPillarScores(id(), 1);
		assertThat(this.mails.to(this.relationship.contact())).hasSize(2);
		this.pillars.scoreForPartner(this.relationship.mailedLink(), new PillarScores(4, 4, 4, 4, ""));
		this.correspondence.remindPillarScores(id(), 2);
		assertThat(this.mails.to(this.relationship.contact())).hasSize(2);
	}

	@Test
	void con06TheTermsAreMailedInFullInThePartnersLanguage() {
		Relationship english = Relationship.open(this.context, "GB", "en").pair().objectives().terms(this.launch);
		assertThat(this.mails.latestTextTo(english.contact())).contains("What you bring", "Deux ateliers", "€60,000.00",
				"12 months, 60 days of notice", "/p/");
		this.relationship.pair().objectives().terms(this.launch);
		assertThat(this.mails.latestTextTo(this.relationship.contact())).contains("Ce que vous apportez",
				"60\u202f000,00\u00a0€", "Chiffre d’affaires");
	}

	@Test
	void con06BothSidesAcceptTheSameRevision() {
		this.relationship.agreed(this.launch);
		assertThat(this.relationship.rules(Gate.TERM_SHEET)).isEmpty();
		assertThat(this.termSheets.accepted(id()).orElseThrow().revision()).isEqualTo(1);
		assertThat(this.relationship.signals("term-sheet-answered")).isEqualTo(1);
	}

	@Test
	void con06ReopenedTermsNeedBothSidesAgain() {
		this.relationship.agreed(this.launch).terms(this.launch.plusDays(30));
		assertThat(this.termSheets.accepted(id())).isEmpty();
		assertThat(this.relationship.rules(Gate.TERM_SHEET)).containsExactly("CON-06", "CON-06");
	}

	@Test
	void con06AnOldLinkAcceptsNothingNewer() {
		this.relationship.pair().objectives().terms(this.launch);
		SignedLink old = this.relationship.mailedLink();
		this.relationship.terms(this.launch.plusDays(30));
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.termSheets.answer(old, Answer.ACCEPTED, ""));
		assertThat(this.relationship.signals("term-sheet-answered")).isZero();
	}

	@Test
	void changesAndRefusalsNeedWords() {
		this.relationship.pair().objectives().terms(this.launch);
		SignedLink link = this.relationship.mailedLink();
		assertThatIllegalArgumentException().isThrownBy(() -> this.termSheets.answer(link, Answer.DECLINED, " "));
		this.termSheets.answer(link, Answer.CHANGES, "Trois ateliers");
		assertThat(this.termSheets.latest(id()).orElseThrow().partners().note()).isEqualTo("Trois ateliers");
		assertThatExceptionOfType(InvalidLink.class)
			.isThrownBy(() -> this.termSheets.answer(link, Answer.ACCEPTED, ""));
	}

	@Test
	void incompleteTermsAreNotMailedButGivenBack() {
		this.relationship.pair().objectives();
		this.termSheets.write(id(), Relationship.key(), TestTerms.empty());
		this.correspondence.sendTermSheet(id());
		assertThat(this.mails.to(this.relationship.contact())).isEmpty();
		assertThat(this.relationship.signals("term-sheet-answered")).isEqualTo(1);
		assertThat(this.termSheets.missingToday(this.termSheets.latest(id()).orElseThrow())).isNotEmpty();
	}

	@Test
	void con12EveryPartyGetsItsOwnLinkAndAllMustAccept() {
		threeParties();
		assertThat(this.mails.latestTextTo(third())).contains("What you bring", "Apport de Tiers", "Recettes de Tiers",
				"Atelier", "Deux ateliers");
		assertThat(this.mails.latestTextTo(this.relationship.contact())).contains("Ce que les autres apportent",
				"Apport de Tiers");
		this.termSheets.answer(this.relationship.mailedLink(third()), Answer.ACCEPTED, "");
		assertThat(this.relationship.signals("term-sheet-answered")).isZero();
		assertThat(this.termSheets.latest(id()).orElseThrow().silent()).containsExactly("partner");
		this.sponsorDecisions.decide(id(), Relationship.key(), true, "", "sponsor", 900);
		assertThat(this.termSheets.accepted(id())).isEmpty();

		this.termSheets.answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		assertThat(this.relationship.signals("term-sheet-answered")).isEqualTo(1);
		this.sponsorDecisions.decide(id(), Relationship.key(), true, "", "sponsor", 900);
		assertThat(this.relationship.rules(Gate.TERM_SHEET)).isEmpty();
		assertThat(this.termSheets.accepted(id()).orElseThrow().parties()).extracting(Party::side)
			.containsExactly("party-3");
	}

	@Test
	void con12OneWhoDoesNotAcceptSpeaksForAllAndTheProcessIsToldOnce() {
		threeParties();
		this.termSheets.answer(this.relationship.mailedLink(third()), Answer.CHANGES, "Sans la Belgique");
		this.termSheets.answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		assertThat(this.relationship.signals("term-sheet-answered")).isEqualTo(1);
		assertThat(this.termSheets.latest(id()).orElseThrow().partners().note()).isEqualTo("Sans la Belgique");
	}

	@Test
	void con12OnlyTheSilentAreReminded() {
		threeParties();
		this.termSheets.answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		this.correspondence.remindTermSheet(id(), 7);
		this.correspondence.remindTermSheet(id(), 7);
		assertThat(this.mails.to(this.relationship.contact())).hasSize(1);
		assertThat(this.mails.to(third())).hasSize(2);
	}

	@Test
	void con12APartyThatCannotBeUsedIsKeptAndNamed() {
		this.relationship.pair().objectives();
		this.termSheets.write(id(), Relationship.key(),
				TestTerms.complete(this.launch)
					.with(List.of(TestTerms.party(3, "Tiers", "pas une adresse", "fr"),
							TestTerms.party(4, "Binôme " + id(), this.relationship.contact(), "fr"))));
		this.correspondence.sendTermSheet(id());
		assertThat(this.mails.to(this.relationship.contact())).isEmpty();
		TermSheetRevision revision = this.termSheets.latest(id()).orElseThrow();
		assertThat(this.termSheets.missingToday(revision)).extracting(Finding::english)
			.anySatisfy((text) -> assertThat(text).contains("Tiers", "a usable mail address"))
			.anySatisfy((text) -> assertThat(text).contains("same mail address"));
		assertThat(revision.terms().parties()).hasSize(2);
		assertThat(revision.terms().parties().getFirst().contactEmail()).isEqualTo("pas une adresse");
		assertThat(revision.terms().parties().getFirst().personId()).isNull();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from term_sheet_party where term_sheet_id = ?")
				.param(revision.id())
				.update())
			.withMessageContaining("never changed");
	}

	@Test
	void con11TheProposalStandsWithTheRevision() {
		assertThat(this.termSheets.write(id(), Relationship.key(), TestTerms.complete(this.launch)).proposedKind())
			.isEqualTo("marketing");
	}

	private void threeParties() {
		this.relationship.pair().objectives();
		this.termSheets.write(id(), Relationship.key(),
				TestTerms.complete(this.launch).with(List.of(TestTerms.party(3, "Tiers " + id(), third(), "en"))));
		this.correspondence.sendTermSheet(id());
	}

	private String third() {
		return "tiers@" + id() + ".example";
	}

	@Test
	void qua18TheSponsorsYesCountsOnTermsThePartnerAcceptedOnly() {
		this.relationship.pair().objectives().terms(this.launch);
		this.sponsorDecisions.decide(id(), Relationship.key(), true, "", "sponsor", 900);
		assertThat(this.termSheets.latest(id()).orElseThrow().ours()).isNull();
		assertThat(this.relationship.rules(Gate.TERM_SHEET)).containsExactly("CON-06", "CON-06");
	}

	@Test
	void qua18WhoIsNoSponsorDecidesNothing() {
		this.relationship.pair().objectives().terms(this.launch);
		this.termSheets.answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		assertThat(this.sponsorDecisions.decide(id(), Relationship.key(), false, "", "legal", 900)).isEmpty();
		assertThat(this.relationship.rules(Gate.TERM_SHEET)).containsExactly("QUA-18");
		assertThat(this.sponsorDecisions.decide(id(), Relationship.key(), false, "", "sponsor", 900)).contains(false);
	}

	@Test
	void qua19ASponsorsAnswerToTheTermsPassesItsGateAndALateChangeOfObjectivesAsksAgain() {
		this.relationship.pair().objectives().terms(this.launch);
		assertThat(this.relationship.rules(Gate.SPONSOR_DECISION)).containsExactly("QUA-18", "QUA-19");
		this.termSheets.answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		assertThat(this.relationship.rules(Gate.SPONSOR_DECISION)).containsExactly("QUA-19");
		this.sponsorDecisions.decide(id(), Relationship.key(), true, "", "sponsor", 900);
		assertThat(this.relationship.rules(Gate.SPONSOR_DECISION)).isEmpty();
		this.relationship.objectives();
		assertThat(this.relationship.rules(Gate.SPONSOR_DECISION)).containsExactly("QUA-18");
	}

	@Test
	void qua18TheOwnerDoesNotDecideForTheSponsor() {
		this.jdbc.sql("update partnership set owner = 'sponsor' where id = ?").param(id()).update();
		this.relationship.pair().objectives().terms(this.launch);
		this.termSheets.answer(this.relationship.mailedLink(), Answer.ACCEPTED, "");
		assertThat(this.sponsorDecisions.decide(id(), Relationship.key(), true, "", "sponsor", 900)).isEmpty();
		assertThat(this.relationship.rules(Gate.SPONSOR_DECISION)).containsExactly("QUA-18");
		assertThat(this.termSheets.accepted(id())).isEmpty();
	}

	@Test
	void aRevisionIsNeverChanged() {
		this.relationship.pair().objectives().terms(this.launch);
		UUID sheet = this.termSheets.latest(id()).orElseThrow().id();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update term_sheet set value_minor = 1 where id = ?").param(sheet).update())
			.withMessageContaining("never changed");
	}

	private UUID id() {
		return this.relationship.id();
	}

}
