package org.binome.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.binome.StageTest;
import org.binome.contract.Amendments.NothingToAmend;
import org.binome.contract.Contract.State;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.Verdict.Held;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.binome.tracking.Renewals;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A contract in force and its amendments (PIL-01).
 */
@StageTest
@Import(AgreedTerms.class)
class AmendmentTests {

	@Autowired
	private AgreedTerms terms;

	@Autowired
	private Contracts contracts;

	@Autowired
	private Amendments amendments;

	@Autowired
	private Partnerships partnerships;

	@Autowired
	private Renewals renewals;

	@Autowired
	private List<GateCheck> checks;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void pil01WithoutAContractInForceThereIsNothingToAmend() {
		Partnership partnership = this.terms.accepted("fr");
		this.contracts.open(partnership.id());

		assertThatExceptionOfType(NothingToAmend.class)
			.isThrownBy(() -> this.amendments.ask(partnership.id(), "Plus", "manager"));
		assertThat(signals(partnership)).isZero();
	}

	@Test
	void pil01OneAmendmentAtATimeAndTheContractStaysInForce() {
		Partnership partnership = inForce();
		Contract contract = this.contracts.inForce(partnership.id()).orElseThrow();

		Contract amendment = this.amendments.ask(partnership.id(), "Plus", "manager");

		assertThat(this.amendments.ask(partnership.id(), "Encore plus", "manager")).isEqualTo(amendment);
		assertThat(signals(partnership)).isEqualTo(1);
		assertThat(amendment.amends()).isEqualTo(contract.id());
		assertThat(amendment.amendment()).isEqualTo(1);
		assertThat(this.contracts.inForce(partnership.id())).contains(contract);
		assertThat(this.renewals.noticeBy(partnership.id())).contains(contract.noticeBy());
	}

	@Test
	void pil01AnAmendmentGivenUpCanBeAskedForAgain() {
		Partnership partnership = inForce();
		Contract amendment = this.amendments.ask(partnership.id(), "Plus", "manager");

		this.amendments.drop(partnership.id());
		this.amendments.drop(partnership.id());

		assertThat(this.contracts.get(amendment.id()).state()).isEqualTo(State.DECLINED);
		assertThat(this.amendments.underWay(partnership.id())).isEmpty();
		assertThat(this.amendments.ask(partnership.id(), "Autrement", "manager").id()).isEqualTo(amendment.id());
		assertThat(signals(partnership)).isEqualTo(2);
	}

	@Test
	void pil01TheDocumentSaysWhatItAmendsAndWhatChanges() {
		Partnership partnership = inForce();
		Contract contract = this.contracts.inForce(partnership.id()).orElseThrow();
		this.amendments.ask(partnership.id(), "Un préavis plus long", "manager");
		this.terms.accept(partnership, 2, "marketing", 90);

		Contract amendment = this.contracts.open(partnership.id());
		Revision revision = this.contracts.generate(amendment.id(), 77, "standard");

		assertThat(revision.kind()).isEqualTo("amendment");
		JsonNode data = JsonMapper.shared()
			.readTree(this.jdbc.sql("select data from contract_revision where contract_id = ?")
				.param(amendment.id())
				.query(String.class)
				.single());
		assertThat(data.path("amends").path("reference").asString()).isEqualTo(contract.reference());
		assertThat(data.path("amends").path("signedOn").asString()).isEqualTo("2026-03-01");
		assertThat(data.path("amends").path("sha256").asString())
			.isEqualTo(this.contracts.revision(contract.id(), 1).sha256());
		assertThat(data.path("changes")).hasSize(1);
		assertThat(data.path("changes").get(0).path("before").asString()).isEqualTo("60\u00a0jours");
		assertThat(data.path("changes").get(0).path("after").asString()).isEqualTo("90\u00a0jours");
		assertThat(this.contracts.get(contract.id())).isEqualTo(contract);
	}

	@Test
	void pil01InForceTheAmendmentTakesOverAndTheContractStaysOnRecord() {
		Partnership partnership = inForce();
		Contract contract = this.contracts.inForce(partnership.id()).orElseThrow();
		this.amendments.ask(partnership.id(), "Un préavis plus long", "manager");
		this.terms.accept(partnership, 2, "marketing", 90);
		Contract amendment = this.contracts.open(partnership.id());
		this.contracts.generate(amendment.id(), 78, "standard");

		this.contracts.putInForce(amendment.id(), 1,
				Term.amended(contract.startsOn(), LocalDate.of(2026, 6, 1), 12, 90), Instant.now());

		assertThat(this.contracts.inForce(partnership.id()).orElseThrow().id()).isEqualTo(amendment.id());
		assertThat(this.contracts.inForce(partnership.id()).orElseThrow().endsOn()).isEqualTo(contract.endsOn());
		assertThat(this.renewals.noticeBy(partnership.id()).orElseThrow()).isBefore(contract.noticeBy());
		assertThat(this.contracts.get(contract.id())).isEqualTo(contract);
		assertThat(this.contracts.chain(partnership.id())).hasSize(2);
		assertThat(this.contracts.open(partnership.id()).id()).isEqualTo(amendment.id());
	}

	@Test
	void pil01TermsThatChangeNothingAreHeld() {
		Partnership partnership = inForce();
		this.terms.accept(partnership, 2, "marketing", 60);

		assertThat(this.checks.stream()
			.filter((check) -> check.gate() == Gate.TERM_SHEET)
			.findFirst()
			.orElseThrow()
			.verdict(partnership.id())).isInstanceOfSatisfying(Held.class,
					(held) -> assertThat(held.findings()).extracting(Finding::rule).contains("PIL-01"));
	}

	@Test
	void anAmendedPartnershipDoesNotGoBackToAnEarlierStage() {
		Partnership partnership = inForce();
		this.partnerships.enter(partnership.id(), Stage.TRACKING);

		this.partnerships.enter(partnership.id(), Stage.RELATIONSHIP);

		assertThat(this.partnerships.get(partnership.id()).stage()).isEqualTo(Stage.TRACKING);
	}

	private Partnership inForce() {
		Partnership partnership = this.terms.accepted("fr");
		Contract contract = this.contracts.open(partnership.id());
		this.contracts.generate(contract.id(), 1, "standard");
		this.contracts.putInForce(contract.id(), 1, Term.starting(LocalDate.of(2026, 3, 1), 12, 60), Instant.now());
		this.partnerships.activate(partnership.id());
		return partnership;
	}

	private int signals(Partnership partnership) {
		return this.jdbc.sql("select count(*) from signal where name = 'amendment-asked' and correlation_key = ?")
			.param(partnership.id().toString())
			.query(Integer.class)
			.single();
	}

}
