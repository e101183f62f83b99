package org.binome.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.binome.Forms;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Overrides;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ProcessTest
class ProspectingProcessTests {

	private static final Map<String, Object> UNPROVEN = Map.of("conceptProven", true, "offerProven", false, "evidence",
			"", "decision", "proceed");

	@Autowired
	Engine engine;

	@Autowired
	Journey journey;

	@Autowired
	Gates gates;

	@Autowired
	Overrides overrides;

	@AfterEach
	void endAll() {
		this.engine.endAll();
	}

	@Test
	void aShortlistedCandidateBecomesAPartnershipEvenWhenEveryTaskWaits() {
		this.journey.slowly().untilShortlisted();
		this.engine.awaitElement("EndEvent_ShortlistOpened");
		assertThat(this.journey.partnership()).isNotNull();
		this.engine.awaitTask("Task_BuildRelationship");
	}

	@Test
	void pro01NotReadyIsAskedAgainAfterThirtyDays() {
		this.journey.openProgramme();
		this.engine.complete("Task_ConfirmReadiness", "manager", Forms.readiness("wait"));
		this.engine.awaitElement("Gateway_Continue");
		this.engine.pass(Duration.ofDays(31));
		this.engine.complete("Task_ConfirmReadiness", "manager", Forms.readiness("abandon"));
		this.engine.awaitElement("EndEvent_ProgrammeAbandoned");
	}

	@Test
	void pro01WithoutAProvenOfferTheGateHolds() {
		this.journey.openProgramme();
		this.engine.complete("Task_ConfirmReadiness", "manager", UNPROVEN);
		this.engine.awaitElement("Task_GateReadiness");
		this.engine.awaitTask("Task_ConfirmReadiness");
		assertThat(rules(Gate.READINESS)).contains("PRO-01");
		this.engine.complete("Task_ConfirmReadiness", "manager", Forms.readiness("proceed"));
		this.engine.awaitTask("Task_CompleteLonglist");
		assertThat(rules(Gate.READINESS)).isEmpty();
	}

	@Test
	void pro12AnIncompleteListIsNotFiltered() {
		this.journey.openProgramme();
		this.journey.importCandidates();
		this.engine.complete("Task_ConfirmReadiness", "manager", Forms.readiness("proceed"));
		this.engine.complete("Task_CompleteLonglist", "manager", Map.of("complete", false));
		this.engine.awaitElement("Task_GateLonglistComplete");
		this.engine.awaitTask("Task_CompleteLonglist");
		assertThat(rules(Gate.LONGLIST_COMPLETE)).contains("PRO-12");
		this.engine.complete("Task_CompleteLonglist", "manager", Map.of("complete", true));
		this.engine.awaitTask("Task_ChooseShortlist");
		assertThat(rules(Gate.LONGLIST_COMPLETE)).isEmpty();
	}

	@Test
	void pro20ACandidateWithoutAffinityIsHeldAndAnAffineOneRetained() {
		chooseKnockedOut();
		this.journey.chooseBest();
		this.engine.awaitElement("EndEvent_ShortlistOpened");
		assertThat(rules(Gate.AFFINITY)).isEmpty();
	}

	@Test
	void pro20ACandidateWithoutAffinityIsHeldAndNobodyMayBeRetained() {
		chooseKnockedOut();
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(List.of()));
		this.engine.awaitElement("EndEvent_NobodyRetained");
	}

	@Test
	void pro16AGiantIsHeldUntilSomebodyWritesWhatItGains() {
		chooseGiant();
		assertThat(rules(Gate.SIZE_ARGUMENT)).contains("PRO-15", "PRO-16");
		assertThat(this.gates.openFindings(this.journey.programme(), Gate.SIZE_ARGUMENT)).first()
			.satisfies((finding) -> assertThat(finding.french()).contains("« Réseau ").contains("45 fois plus grand"));
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(this.journey.giant(),
				"Le réseau gagne quarante ateliers de réparation locaux qu’il ne peut pas animer lui-même"));
		this.engine.awaitElement("EndEvent_ShortlistOpened");
		assertThat(rules(Gate.SIZE_ARGUMENT)).isEmpty();
		assertThat(this.journey.partnership()).isNotNull();
	}

	@Test
	void gov16ASponsorMayLetAProgrammePassThatIsNotReadyNorComplete() {
		this.journey.openProgramme();
		this.journey.importCandidates();
		this.engine.complete("Task_ConfirmReadiness", "manager", UNPROVEN);
		this.engine.awaitElement("Task_GateReadiness");
		override(Gate.READINESS);
		this.engine.complete("Task_ConfirmReadiness", "manager", UNPROVEN);
		this.engine.complete("Task_CompleteLonglist", "manager", Map.of("complete", false));
		this.engine.awaitElement("Task_GateLonglistComplete");
		override(Gate.LONGLIST_COMPLETE);
		this.engine.complete("Task_CompleteLonglist", "manager", Map.of("complete", false));
		this.engine.awaitTask("Task_ChooseShortlist");
	}

	@Test
	void gov16ASponsorMayLetACandidatePassWithoutAffinity() {
		chooseKnockedOut();
		override(Gate.AFFINITY);
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(List.of(this.journey.knockedOut())));
		this.engine.awaitElement("EndEvent_ShortlistOpened");
	}

	@Test
	void gov16ASponsorMayLetAGiantPass() {
		chooseGiant();
		override(Gate.SIZE_ARGUMENT);
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(List.of(this.journey.giant())));
		this.engine.awaitElement("EndEvent_ShortlistOpened");
	}

	private void override(Gate gate) {
		this.overrides.override(this.journey.programme(), gate, "sponsor",
				"Le conseil l’a décidé et répond de ce qui manque encore");
	}

	private void chooseGiant() {
		this.journey.openProgramme();
		this.journey.importCandidates();
		this.journey.importGiant();
		this.engine.complete("Task_ConfirmReadiness", "manager", Forms.readiness("proceed"));
		this.engine.complete("Task_CompleteLonglist", "manager", Map.of("complete", true));
		this.engine.awaitTask("Task_ChooseShortlist");
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(List.of(this.journey.giant())));
		this.engine.awaitElement("Task_GateSizeArgument");
		this.engine.awaitTask("Task_ChooseShortlist");
	}

	private void chooseKnockedOut() {
		this.journey.openProgramme();
		this.journey.importCandidates();
		this.engine.complete("Task_ConfirmReadiness", "manager", Forms.readiness("proceed"));
		this.engine.complete("Task_CompleteLonglist", "manager", Map.of("complete", true));
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(List.of(this.journey.knockedOut())));
		this.engine.awaitElement("Task_GateAffinity");
		this.engine.awaitTask("Task_ChooseShortlist");
		assertThat(rules(Gate.AFFINITY)).contains("PRO-20");
	}

	private List<String> rules(Gate gate) {
		return this.gates.openFindings(this.journey.programme(), gate).stream().map(Finding::rule).toList();
	}

}
