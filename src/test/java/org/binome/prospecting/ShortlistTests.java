package org.binome.prospecting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.binome.StageTest;
import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.Verdict;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.binome.partner.ContactDetail;
import org.binome.partner.Objections;
import org.binome.partner.Partnership;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@StageTest
class ShortlistTests {

	@Autowired
	Programmes programmes;

	@Autowired
	Longlist longlist;

	@Autowired
	Candidates candidates;

	@Autowired
	Scoring scoring;

	@Autowired
	Shortlist shortlist;

	@Autowired
	Objections objections;

	@Autowired
	List<GateCheck> checks;

	@Autowired
	JdbcClient jdbc;

	@Test
	@DisplayName("PRO-01: a programme that is not ready is held")
	void holdsAProgrammeThatIsNotReady() {
		UUID programme = programme();
		assertThat(rules(Gate.READINESS, programme)).containsOnly("PRO-01").hasSize(3);
		this.programmes.recordReadiness(programme, "a" + programme,
				new Readiness(true, false, "200 customers in 2026", Readiness.Decision.PROCEED));
		assertThat(rules(Gate.READINESS, programme)).hasSize(1);
		this.programmes.recordReadiness(programme, "b" + programme,
				new Readiness(true, true, "200 customers in 2026", Readiness.Decision.PROCEED));
		this.programmes.recordReadiness(programme, "a" + programme,
				new Readiness(false, false, "", Readiness.Decision.WAIT));
		assertThat(verdict(Gate.READINESS, programme)).isInstanceOf(Passed.class);
	}

	@Test
	@DisplayName("PRO-11, PRO-12: a list that is empty or not declared complete is held")
	void holdsAListThatIsNotComplete() {
		UUID programme = programme();
		assertThat(rules(Gate.LONGLIST_COMPLETE, programme)).containsExactly("PRO-11", "PRO-12");
		imported(programme, CsvFile.withHeadings().row("Alpha"));
		this.longlist.declare(programme, true);
		assertThat(verdict(Gate.LONGLIST_COMPLETE, programme)).isInstanceOf(Passed.class);
	}

	@Test
	@DisplayName("PRO-13, PRO-15, PRO-24: two scores, asked once per distinct input with size ratio and key role")
	void keepsTwoScoresAndAsksOncePerDistinctInput() {
		UUID programme = programme();
		imported(programme, CsvFile.withHeadings().row("Alpha").row("Beta").row("Gamma", "Image fit", "1"));
		List<ScoreInputs> asked = Collections.synchronizedList(new ArrayList<>());
		this.scoring.score(programme, 1, (inputs) -> {
			asked.add(inputs);
			return new Scores(inputs.imageFit() * 20, 40, null);
		});
		assertThat(asked).hasSize(2).allSatisfy((inputs) -> {
			assertThat(inputs.sizeRatio()).isEqualByComparingTo("1.2");
			assertThat(inputs.reachable()).isTrue();
		});
		assertThat(this.candidates.ranking(programme, 2)).extracting(Candidate::name).containsExactly("Alpha", "Beta");
		assertThat(this.candidates.ranking(programme, 1).getFirst().scores()).isEqualTo(new Scores(100, 40, null));
		assertThat(this.programmes.get(programme).longlistOpen()).isFalse();
	}

	@Test
	void aScoringThatFailedGoesOnWhereItStopped() {
		UUID programme = programme();
		imported(programme, CsvFile.withHeadings().row("Alpha").row("Beta", "Image fit", "1"));
		assertThatIllegalStateException().isThrownBy(() -> this.scoring.score(programme, 7, (inputs) -> {
			throw new IllegalStateException("no engine");
		})).withMessage("no engine");
		assertThat(this.programmes.get(programme).longlistOpen()).isTrue();
		this.scoring.score(programme, 7, (inputs) -> new Scores(1, 2, null));
		this.scoring.score(programme, 7, (inputs) -> {
			throw new IllegalStateException("asked again");
		});
		assertThat(this.candidates.ranking(programme, 9)).hasSize(2);
	}

	@Test
	@DisplayName("PRO-07: what each criterion eliminates")
	void showsWhatEachCriterionEliminates() {
		UUID programme = scored();
		assertThat(this.candidates.eliminated(programme)).singleElement().satisfies((one) -> {
			assertThat(one.count()).isEqualTo(1);
			assertThat(one.label("fr")).isEqualTo("affinité d’audience");
		});
		assertThat(this.candidates.ranking(programme, 50)).extracting(Candidate::name)
			.doesNotContain("Knocked out")
			.hasSize(3);
	}

	@Test
	@DisplayName("PRO-17, PRO-19, PRO-20: who is eliminated or only liked is held")
	void holdsWhoIsEliminatedOrOnlyLiked() {
		UUID programme = scored();
		choose(programme, "Knocked out", "Only liked", "Right");
		assertThat(rules(Gate.AFFINITY, programme)).containsExactlyInAnyOrder("PRO-20", "PRO-19");
		choose(programme, "Right");
		assertThat(verdict(Gate.AFFINITY, programme)).isInstanceOf(Passed.class);
	}

	@Test
	@DisplayName("APP-04: whose contact objected is held")
	void holdsWhoseContactObjected() {
		UUID programme = scored();
		choose(programme, "Objecting");
		this.objections.add("Partenariats@Objecting.example");
		assertThat(rules(Gate.AFFINITY, programme)).containsExactly("APP-04");
	}

	@Test
	@DisplayName("PRO-24: business development, marketing and partnership managers are key people")
	void knowsTheKeyPeople() {
		for (String role : List.of("Responsable partenariats", "Marketing lead", "BUSINESS DEVELOPMENT",
				"Direction du développement", "Alliances")) {
			assertThat(new Contact("x", "x@y.example", role, ContactDetail.UNKNOWN).keyPerson()).as(role).isTrue();
		}
		for (String role : List.of("Editor", "Secrétariat", "Achats")) {
			assertThat(new Contact("x", "x@y.example", role, ContactDetail.UNKNOWN).keyPerson()).as(role).isFalse();
		}
	}

	@Test
	void refusesCandidatesOfAnotherProgramme() {
		UUID programme = scored();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.shortlist.choose(programme, List.of(UUID.randomUUID()), "x"));
	}

	@Test
	void openingTwiceOpensOnce() {
		UUID programme = scored();
		choose(programme, "Right");
		Partnership first = this.shortlist.openPartnerships(programme).getFirst();
		Partnership second = this.shortlist.openPartnerships(programme).getFirst();
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(
				this.jdbc.sql("select count(*) from signal where name = 'partnership-opened' and correlation_key = ?")
					.param(first.id().toString())
					.query(Integer.class)
					.single())
			.isEqualTo(1);
		assertThat(first.owner()).isEqualTo("manager");
		assertThat(this.candidates.shortlisted(programme).getFirst().partnershipId()).isEqualTo(first.id());
	}

	private UUID scored() {
		UUID programme = programme();
		imported(programme, CsvFile.withHeadings()
			.row("Right")
			.row("Objecting")
			.row("Knocked out", "Audience affinity", "2")
			.line("Only liked,,FR,fr,,,Contact,contact@liked.example,Marketing,,,,,personal_liking,,5,5,5,5,open,none,"));
		this.scoring.score(programme, 1,
				(inputs) -> new Scores(50, 50, (inputs.audienceAffinity() < 3) ? "audienceAffinity" : null));
		return programme;
	}

	private void choose(UUID programme, String... names) {
		List<UUID> chosen = this.candidates.page(programme, 0, 100)
			.stream()
			.filter((candidate) -> List.of(names).contains(candidate.name()))
			.map(Candidate::id)
			.toList();
		assertThat(this.shortlist.choose(programme, chosen, "because")).isEqualTo(names.length);
	}

	private void imported(UUID programme, CsvFile file) {
		ImportReport report = this.longlist.importCsv(programme, "file.csv", file.bytes(), "manager");
		assertThat(report.problems()).isEmpty();
	}

	private Verdict verdict(Gate gate, UUID programme) {
		return this.checks.stream()
			.filter((check) -> check.gate() == gate)
			.findFirst()
			.orElseThrow()
			.verdict(programme);
	}

	private List<String> rules(Gate gate, UUID programme) {
		return ((Held) verdict(gate, programme)).findings().stream().map((finding) -> finding.rule()).toList();
	}

	private UUID programme() {
		return this.programmes
			.open(new NewProgramme("Shortlist " + UUID.randomUUID(), "standard", "marketing", "", 1000, "manager",
					"fr"))
			.id();
	}

}
