package org.binome.process.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.gate.Gate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The decision tables as they are shipped, evaluated by the engine.
 */
class DecisionTests {

	private static final JsonMapper json = new JsonMapper();

	private static ModelEngine engine;

	@BeforeAll
	static void deploy() throws Exception {
		engine = new ModelEngine();
		engine.deployModels();
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	/** PRO-13: two scores, each out of 100. */
	@Test
	void scoresWhomWeWantApartFromWhoWouldWantUs() {
		JsonNode scores = scores(Map.of());
		assertThat(scores.path("desirability").asInt()).isEqualTo(100);
		assertThat(scores.path("likelihood").asInt()).isEqualTo(100);
		assertThat(scores.path("knockedOut").isNull()).isTrue();
	}

	@Test
	void theWorstCandidateHasNoPoints() {
		JsonNode scores = scores(Map.of("audienceAffinity", 1, "productFit", 1, "imageFit", 1, "cultureFit", 1,
				"openness", "closed", "relation", "none", "sizeRatio", 50, "reachable", false));
		assertThat(scores.path("desirability").asInt()).isZero();
		assertThat(scores.path("likelihood").asInt()).isZero();
	}

	@Test
	void whoWouldWantUsDoesNotDependOnWhomWeWant() {
		JsonNode scores = scores(Map.of("audienceAffinity", 3, "openness", "closed"));
		assertThat(scores.path("desirability").asInt()).isEqualTo(80);
		assertThat(scores.path("likelihood").asInt()).isEqualTo(70);
	}

	/** PRO-20: affinity knocks out whatever the rest scores. PRO-17: fit does so too. */
	@ParameterizedTest
	@CsvSource({ "audienceAffinity,2,audienceAffinity", "audienceAffinity,3,", "productFit,1,productFit",
			"imageFit,1,imageFit", "cultureFit,1," })
	void knocksOutByCriterion(String criterion, int value, String knockedOut) {
		assertThat(scores(Map.of(criterion, value)).path("knockedOut").asString(null)).isEqualTo(knockedOut);
	}

	/** PRO-04: a competitor can be a partner on some points. */
	@Test
	void aCompetitorIsNotKnockedOut() {
		JsonNode scores = scores(Map.of("relation", "competitor"));
		assertThat(scores.path("knockedOut").isNull()).isTrue();
		assertThat(scores.path("likelihood").asInt()).isEqualTo(80);
	}

	/** PRO-15: partners of one's own size first. */
	@ParameterizedTest
	@CsvSource({ "0.1,90", "0.2,100", "1,100", "2,100", "5,90", "10,80", "100,75" })
	void ownSizeScoresBest(double sizeRatio, int likelihood) {
		assertThat(scores(Map.of("sizeRatio", sizeRatio)).path("likelihood").asInt()).isEqualTo(likelihood);
	}

	@Test
	void whatIsNotKnownGivesNoPoints() {
		JsonNode scores = decide("candidate_scores", Map.of("audienceAffinity", 4));
		assertThat(scores.path("desirability").asInt()).isEqualTo(30);
		assertThat(scores.path("likelihood").asInt()).isZero();
	}

	/** CON-07: risk and value choose how strict the clauses are. */
	@ParameterizedTest
	@CsvSource({ "low,0,light", "low,24999,light", "low,25000,standard", "medium,99999,standard",
			"medium,100000,strict", "high,1,strict" })
	void choosesTheClauseProfile(String risk, int value, String profile) {
		assertThat(decide("clause_profile", Map.of("risk", risk, "contractValue", value)).asString())
			.isEqualTo(profile);
	}

	/** CON-11: the ladder; PRO-26: the type chooses the kind of full contract. */
	@ParameterizedTest
	@CsvSource({ "marketing,low,0,6,2,false,false,handshake", "marketing,low,4999,7,2,false,false,mou",
			"reseller,medium,24999,12,2,false,false,mou", "marketing,medium,24999,13,2,false,false,marketing",
			"marketing,medium,25000,12,2,false,false,marketing", "reseller,low,25000,1,2,false,false,reseller",
			"marketing,high,0,1,2,false,false,marketing", "reseller,low,0,1,3,false,false,reseller",
			"marketing,low,0,1,2,true,false,marketing", "marketing,low,0,1,2,false,true,referral",
			"reseller,low,0,1,2,false,true,reseller" })
	void con11ProposesHowFormalThePaperIs(String type, String risk, int value, int months, int parties,
			boolean exclusive, boolean commission, String kind) {
		JsonNode rung = decide("formality_ladder", Map.of("partnershipType", type, "risk", risk, "contractValue", value,
				"durationMonths", months, "parties", parties, "exclusive", exclusive, "commission", commission));
		assertThat(rung.path("kind").asString()).isEqualTo(kind);
		assertThat(rung.path("reasonFr").asString()).isNotBlank();
		assertThat(rung.path("reasonEn").asString()).isNotBlank();
	}

	@Test
	void con11WhatIsNotKnownYetAsksForTheFullContract() {
		assertThat(decide("formality_ladder",
				Map.of("partnershipType", "reseller", "parties", 2, "exclusive", false, "commission", false))
			.path("kind")
			.asString()).isEqualTo("reseller");
	}

	/** CON-02, CON-07, CON-11: who approves beside legal. */
	@ParameterizedTest
	@CsvSource({ "marketing,standard,99999,0,1,0", "marketing,strict,1,0,1,1", "marketing,standard,100000,0,1,1",
			"handshake,light,0,1,1,1", "referral,light,0,0,1,1", "handshake,light,0,0,1,0" })
	void asksForASecondApprover(String kind, String profile, int value, int deviations, int legal, int sponsors) {
		JsonNode route = decide("approval_route",
				Map.of("kind", kind, "profile", profile, "contractValue", value, "deviations", deviations));
		assertThat(route.path("legal").asInt()).isEqualTo(legal);
		assertThat(route.path("sponsors").asInt()).isEqualTo(sponsors);
	}

	/** GOV-16: each gate can be off, warn or block; the default blocks. */
	@ParameterizedTest
	@CsvSource({ "standard,marketing,readiness,block", "pilot,marketing,warmth,warn", "pilot,marketing,signature,block",
			"standard,reseller,signature,block", "standard,marketing,an-unknown-gate,block" })
	void gatesBlockUnlessARowSaysOtherwise(String programme, String partnership, String gate, String mode) {
		assertThat(
				decide("gate_policy", Map.of("programmeType", programme, "partnershipType", partnership, "gate", gate))
					.asString())
			.isEqualTo(mode);
	}

	/**
	 * Where the seeds disagree, the shipped table reconciles them: CON-06, CON-01 and
	 * QUA-06 hold whatever the programme; a pilot is shown what REL-01, PRO-16, QUA-10,
	 * QUA-11, QUA-14 and TRK-01 find and goes on.
	 */
	@ParameterizedTest
	@CsvSource({ "four-pillars,block,block", "term-sheet,block,block", "legal-approval,block,block",
			"signature,block,block", "warmth,block,warn", "respectful-message,block,block",
			"contact-window,block,block", "scope-overlap,block,block", "read-back,block,block",
			"plan-complete,block,block", "tracking-plan,block,warn", "change-control,block,block",
			"closing,block,block", "quantified-objectives,block,warn", "size-argument,block,warn",
			"reciprocity,block,warn", "governance,block,block", "sponsor-decision,block,block",
			"second-look,block,warn", "readiness,block,block", "longlist-complete,block,block", "affinity,block,block",
			"partnership-definition,block,block", "named-pair,block,block" })
	void theShippedTableReconcilesTheSeeds(String gate, String standard, String pilot) {
		for (String type : List.of("marketing", "reseller")) {
			assertThat(mode("standard", type, gate)).isEqualTo(standard);
			assertThat(mode("pilot", type, gate)).isEqualTo(pilot);
		}
	}

	@Test
	void aRowOfTheGatePolicyNamesTheRulesOfItsGates() {
		Map<String, Gate> gates = Stream.of(Gate.values()).collect(Collectors.toMap(Gate::id, Function.identity()));
		List<Element> rows = Model.decisions()
			.stream()
			.flatMap((model) -> model.elements(Model.DMN, "rule"))
			.filter((rule) -> rule.getAttribute("id").startsWith("Rule_GatePolicy"))
			.toList();
		assertThat(rows).isNotEmpty().allSatisfy((row) -> {
			String description = Model.child(row, Model.DMN, "description").orElseThrow().getTextContent();
			assertThat(description).containsPattern("[A-Z]{3}-\\d\\d");
			Model.children(row, Model.DMN, "inputEntry")
				.flatMap((entry) -> Stream.of(entry.getTextContent().strip().split("\\s*,\\s*")))
				.map((name) -> gates.get(name.replace("\"", "")))
				.filter(Objects::nonNull)
				.forEach((gate) -> assertThat(gate.rules()).as(description).anyMatch(description::contains));
		});
	}

	@Test
	void theGateOfAProgrammeHasNoPartnershipType() {
		assertThat(decide("gate_policy", Map.of("programmeType", "standard", "gate", "readiness")).asString())
			.isEqualTo("block");
	}

	private static String mode(String programme, String partnership, String gate) {
		return decide("gate_policy", Map.of("programmeType", programme, "partnershipType", partnership, "gate", gate))
			.asString();
	}

	private static JsonNode scores(Map<String, ?> differences) {
		Map<String, Object> inputs = new HashMap<>(Map.of("audienceAffinity", 5, "productFit", 5, "imageFit", 5,
				"cultureFit", 5, "openness", "open", "relation", "partner", "sizeRatio", 1, "reachable", true));
		inputs.putAll(differences);
		return decide("candidate_scores", inputs);
	}

	private static JsonNode decide(String decision, Map<String, ?> inputs) {
		return json.readTree(engine.client()
			.newEvaluateDecisionCommand()
			.decisionId(decision)
			.variables(inputs)
			.send()
			.join()
			.getDecisionOutput());
	}

}
