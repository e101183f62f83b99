package org.binome.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.binome.gate.GovernancePolicy.Level;
import org.binome.gate.GovernancePolicy.Seat;
import org.binome.gate.PartnershipDefinitionPolicy.Answer;
import org.binome.gate.PartnershipDefinitionPolicy.Money;
import org.binome.gate.PartnershipDefinitionPolicy.Point;
import org.binome.gate.ReadBackPolicy.Restatement;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.gate.ReciprocityPolicy.Balance;
import org.binome.gate.ReciprocityPolicy.Benefit;
import org.binome.gate.ScopeOverlapPolicy.Live;
import org.binome.gate.ScopeOverlapPolicy.Scope;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every gate: whatever is wrong is found, whatever else is right; noise in
 * a field is no content; and nothing but what is wrong holds.
 */
class PolicyPropertyTests {

	private static final String GOOD = "Their readers ask us every month for exactly this, as three surveys show";

	private static final Instant MONDAY_TEN = Instant.parse("2026-03-02T09:00:00Z");

	@Property
	void whateverIsWrongIsFoundWhateverElseIsRight(@ForAll("cases") Case one, @ForAll int seed,
			@ForAll("junk") String junk, @ForAll @IntRange(max = 3) int noise) {
		Set<String> wrong = one.some(seed);
		Verdict verdict = one.policy().verdict(wrong::contains, junk, noise);
		if (wrong.isEmpty()) {
			assertThat(verdict).isInstanceOf(Passed.class);
		}
		else {
			assertThat(verdict).as(wrong.toString()).isInstanceOf(Held.class);
			Set<String> rules = ((Held) verdict).findings().stream().map(Finding::rule).collect(Collectors.toSet());
			assertThat(rules).as(wrong.toString())
				.containsAll(wrong.stream().map(one.rules()::get).collect(Collectors.toSet()));
		}
	}

	@Property
	void puttingOneThingRightNeverHoldsWhatPassedBefore(@ForAll("cases") Case one, @ForAll int seed,
			@ForAll("junk") String junk, @ForAll @IntRange(max = 3) int noise) {
		Set<String> wrong = one.some(seed);
		for (String right : List.copyOf(wrong)) {
			Set<String> fewer = new HashSet<>(wrong);
			fewer.remove(right);
			boolean passed = one.policy().verdict(fewer::contains, junk, noise) instanceof Passed;
			assertThat(passed).isEqualTo(fewer.isEmpty());
		}
	}

	@Property
	void everyFindingTellsWhatIsWrongWhyAndWhatToDoInBothLanguages(@ForAll("cases") Case one, @ForAll int seed,
			@ForAll("junk") String junk) {
		if (one.policy().verdict(one.some(seed)::contains, junk, 0) instanceof Held held) {
			for (Finding finding : held.findings()) {
				assertThat(one.gate().rules()).contains(finding.rule());
				assertThat(finding.fact()).isNotBlank();
				for (String language : List.of("fr", "en")) {
					assertThat(finding.text(language)).matches("(?s).*[.…]").doesNotContain("null", "%");
					assertThat(finding.remedy(language)).matches("(?s).*[.…]").doesNotContain("null", "%");
				}
				assertThat(finding.french()).isNotEqualTo(finding.english()).doesNotContain("'");
			}
		}
	}

	@Provide
	Arbitrary<Case> cases() {
		return Arbitraries.of(sizeArgument(), contactWindow(), definition(), governance(), reciprocity(), secondLook(),
				sponsorDecision(), scopeOverlap(), readBack(), changeControl(), closing());
	}

	/** What people type to get past a mandatory field. */
	@Provide
	Arbitrary<String> junk() {
		return Arbitraries.oneOf(Arbitraries.strings().withChars(" \t\n.-_/?!").ofMaxLength(80),
				Arbitraries.of("x", "a", "ok").list().ofMaxSize(40).map((words) -> String.join(" ", words)),
				Arbitraries.integers().between(1, 60).map("z"::repeat), Arbitraries.just((String) null));
	}

	private static Case sizeArgument() {
		return new Case(Gate.SIZE_ARGUMENT, rules("argument", "PRO-16", "ladder", "PRO-15"), (wrong, junk, noise) -> {
			var candidates = new ArrayList<SizeArgumentPolicy.Candidate>();
			for (int i = 0; i <= noise; i++) {
				candidates.add(new SizeArgumentPolicy.Candidate("Giant " + i, 100_000L * (i + 1),
						wrong.test("argument") ? junk : GOOD));
			}
			return SizeArgumentPolicy
				.verdict(new SizeArgumentPolicy.Facts(900L, candidates, wrong.test("ladder") ? junk : GOOD, 10));
		});
	}

	private static Case contactWindow() {
		return new Case(
				Gate.CONTACT_WINDOW, rules("time", "APP-01", "holiday", "APP-01", "private", "APP-03", "source",
						"APP-03", "objected", "APP-03", "frequency", "APP-04", "cool-down", "APP-04"),
				(wrong, junk, noise) -> {
					Instant at = MONDAY_TEN.plus(wrong.test("time") ? Duration.ofHours(-5) : Duration.ZERO);
					var contacts = new ArrayList<Instant>();
					for (int i = 0; i < noise; i++) {
						contacts.add(at.minus(Duration.ofDays(31 + i)));
						contacts.add(at.plus(Duration.ofDays(1 + i)));
					}
					if (wrong.test("frequency")) {
						contacts.add(at.minus(Duration.ofDays(29)));
						contacts.add(at.minus(Duration.ofDays(8)));
					}
					if (wrong.test("cool-down")) {
						contacts.add(at.minus(Duration.ofDays(6)));
					}
					return ContactWindowPolicy
						.verdict(new ContactWindowPolicy.Facts(at, ZoneId.of("Europe/Paris"), wrong.test("holiday"),
								wrong.test("private"), false, wrong.test("source") ? "--" : "public site",
								wrong.test("objected"), contacts, new ContactWindowPolicy.Limits(LocalTime.of(9, 0),
										LocalTime.of(16, 0), false, 2, Duration.ofDays(30), Duration.ofDays(7))));
				});
	}

	private static Case definition() {
		Map<String, String> rules = new LinkedHashMap<>();
		for (Point point : Point.values()) {
			rules.put(point.name(), "QUA-01");
			rules.put(point + " denied", "PRO-27");
		}
		return new Case(Gate.PARTNERSHIP_DEFINITION, rules, (wrong, junk, noise) -> {
			Map<Point, Answer> answers = new EnumMap<>(Point.class);
			for (Point point : Point.values()) {
				answers.put(point, new Answer(!wrong.test(point + " denied"), wrong.test(point.name()) ? junk : GOOD));
			}
			return PartnershipDefinitionPolicy
				.verdict(new PartnershipDefinitionPolicy.Facts(answers, Money.values()[noise % 3]));
		});
	}

	private static Case governance() {
		return new Case(Gate.GOVERNANCE,
				rules("our top", "GOV-02", "their top", "GOV-02", "our base", "GOV-02", "their base", "GOV-02"),
				(wrong, junk, noise) -> {
					var seats = new ArrayList<Seat>();
					seats.add(new Seat(Level.OPERATIONAL, true, wrong.test("our base") ? "  " : "Marketing"));
					seats.add(new Seat(Level.OPERATIONAL, false, wrong.test("their base") ? null : "Partenariats"));
					seats.add(new Seat(Level.EXECUTIVE, true, wrong.test("our top") ? " marketing " : "Direction"));
					seats.add(new Seat(Level.EXECUTIVE, false, wrong.test("their top") ? "" : "Présidence"));
					for (int i = 0; i < noise; i++) {
						seats.add(new Seat(Level.STEERING, true, "Marketing"));
						seats.add(new Seat(Level.STEERING, false, "\t"));
					}
					return GovernancePolicy.verdict(new GovernancePolicy.Facts(seats));
				});
	}

	private static Case reciprocity() {
		return new Case(Gate.RECIPROCITY, rules("we", "QUA-09", "they", "QUA-09", "our benefit", "QUA-10",
				"their benefit", "QUA-10", "balance", "QUA-04", "score", "QUA-04"), (wrong, junk, noise) -> {
					var ours = new ArrayList<Benefit>();
					var theirs = new ArrayList<Benefit>();
					ours.add(new Benefit(wrong.test("our benefit") ? junk : GOOD, false));
					theirs.add(new Benefit(GOOD, wrong.test("their benefit")));
					for (int i = 0; i < noise; i++) {
						ours.add(new Benefit("Commission on every sale", true));
						theirs.add(new Benefit("Commission on every sale", true));
					}
					return ReciprocityPolicy.verdict(new ReciprocityPolicy.Facts(!wrong.test("we"), !wrong.test("they"),
							ours, theirs, new Balance(wrong.test("score") ? 0 : 3, 3),
							new Balance(wrong.test("balance") ? 5 : 3, wrong.test("balance") ? 1 : 2), " "));
				});
	}

	private static Case secondLook() {
		return new Case(Gate.SECOND_LOOK,
				rules("none", "QUA-11", "early", "QUA-11", "owner", "QUA-11", "seen", "QUA-11", "no", "QUA-11"),
				(wrong, junk,
						noise) -> SecondLookPolicy.verdict(new SecondLookPolicy.Facts(MONDAY_TEN,
								wrong.test("none") ? null
										: MONDAY_TEN.plus(Duration.ofDays(2))
											.plusSeconds(wrong.test("early") ? -1 : noise),
								wrong.test("owner"), true, wrong.test("seen") ? junk : GOOD, !wrong.test("no"),
								Duration.ofDays(2))));
	}

	private static Case sponsorDecision() {
		return new Case(Gate.SPONSOR_DECISION,
				rules("objectives", "QUA-18", "scope", "QUA-18", "early", "QUA-18", "sponsor", "QUA-18", "owner",
						"QUA-18", "brief", "QUA-19", "no", "QUA-19"),
				(wrong, junk, noise) -> SponsorDecisionPolicy.verdict(new SponsorDecisionPolicy.Facts(
						wrong.test("objectives") ? null : MONDAY_TEN, wrong.test("scope") ? null : MONDAY_TEN,
						!wrong.test("no"),
						(wrong.test("early") && !wrong.test("scope") && !wrong.test("objectives"))
								? MONDAY_TEN.minusSeconds(1) : MONDAY_TEN.plusSeconds(noise),
						!wrong.test("sponsor"), wrong.test("owner"),
						SponsorDecisionPolicy.PAGE + (wrong.test("brief") ? 1 : -noise))));
	}

	private static Case scopeOverlap() {
		return new Case(Gate.SCOPE_OVERLAP,
				rules("open", "CON-09", "crossing", "CON-09", "exclusive", "CON-09", "nda", "PRO-04", "law", "PRO-04"),
				(wrong, junk, noise) -> {
					var live = new ArrayList<Live>();
					live.add(new Live("Neighbour", "The neighbours",
							new Scope(Set.of("FRANCE ", "belgium"), Set.of("books"), Set.of("retail")), false));
					live.add(new Live("Elsewhere", "Somebody far",
							new Scope(Set.of("spain"), Set.of("books"), Set.of("retail")), true));
					if (wrong.test("exclusive")) {
						live.add(new Live("Exclusive", "The only one",
								new Scope(Set.of("*"), Set.of(), Set.of("retail")), true));
					}
					for (int i = 0; i < noise; i++) {
						live.add(new Live("Other products " + i, "Other " + i,
								new Scope(Set.of("*"), Set.of("games"), Set.of("*")), true));
					}
					return ScopeOverlapPolicy.verdict(new ScopeOverlapPolicy.Facts(
							new Scope(Set.of("France"), Set.of("Books"),
									wrong.test("open") ? Set.of(" ", "") : Set.of("retail")),
							live, Map.of("Neighbour", wrong.test("crossing") ? "ok" : GOOD, "Exclusive", GOOD, "Nobody",
									GOOD),
							true, !wrong.test("nda"), wrong.test("law") ? " " : "legal"));
				});
	}

	private static Case readBack() {
		Map<String, String> rules = new LinkedHashMap<>();
		rules.put("revision", "CON-04");
		rules.put("alone", "CON-04");
		for (Topic topic : Topic.values()) {
			rules.put(topic + " ours", "CON-04");
			rules.put(topic + " theirs", "CON-04");
			rules.put(topic + " differs", "CON-04");
		}
		return new Case(Gate.READ_BACK, rules, (wrong, junk, noise) -> {
			Map<Topic, Restatement> restatements = new EnumMap<>(Topic.class);
			for (Topic topic : Topic.values()) {
				boolean differs = wrong.test(topic + " differs");
				restatements.put(topic,
						new Restatement(wrong.test(topic + " ours") ? junk : GOOD,
								(noise % 2 == 0) ? Arrays.asList(wrong.test(topic + " theirs") ? junk : GOOD)
										: Arrays.asList(GOOD, wrong.test(topic + " theirs") ? junk : GOOD),
								!differs && noise % 2 == 0, !differs || noise > 1, !differs));
			}
			return ReadBackPolicy.verdict(new ReadBackPolicy.Facts(4, 4, wrong.test("revision") ? 3 : 4,
					wrong.test("alone") ? "manager" : null, restatements));
		});
	}

	private static Case changeControl() {
		return new Case(Gate.CHANGE_CONTROL, rules("necessity", "PLA-03", "impact", "PLA-03", "us", "PLA-03", "self",
				"PLA-03", "partner", "PLA-03", "asker", "PLA-03"), (wrong, junk, noise) -> {
					var changes = new ArrayList<ChangeControlPolicy.Change>();
					for (int i = 0; i < noise; i++) {
						changes.add(new ChangeControlPolicy.Change("Other action", GOOD, GOOD, "manager", "sponsor",
								"Marketing"));
					}
					changes.add(new ChangeControlPolicy.Change("Print flyers", wrong.test("necessity") ? junk : GOOD,
							wrong.test("impact") ? junk : GOOD, wrong.test("asker") ? null : "manager",
							wrong.test("us") ? " " : wrong.test("self") ? "Manager " : "sponsor",
							wrong.test("partner") ? "" : "Marketing"));
					return ChangeControlPolicy.verdict(new ChangeControlPolicy.Facts(changes));
				});
	}

	private static Case closing() {
		return new Case(Gate.CLOSING, rules("well", "TRK-10", "badly", "TRK-10", "lessons", "TRK-10", "why", "TRK-10",
				"thanks", "PIL-05", "hours", "PIL-05", "choice", "PIL-05"), (wrong, junk, noise) -> {
					var lessons = new ArrayList<String>();
					for (int i = 0; i < noise; i++) {
						lessons.add(junk);
					}
					if (!wrong.test("lessons")) {
						lessons.add(GOOD);
					}
					return ClosingPolicy.verdict(new ClosingPolicy.Facts(wrong.test("well") ? junk : GOOD,
							wrong.test("badly") ? junk : GOOD, lessons,
							List.of(new ClosingPolicy.Outcome("Revenue", noise % 2 == 0,
									wrong.test("why") ? junk : GOOD)),
							!wrong.test("thanks"), true, wrong.test("hours") ? null : noise, 0L,
							wrong.test("choice") ? junk : GOOD));
				});
	}

	private static Map<String, String> rules(String... pairs) {
		Map<String, String> rules = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			rules.put(pairs[i], pairs[i + 1]);
		}
		return rules;
	}

	/** Facts in which everything is right but what is named. */
	interface Facts {

		/**
		 * The policy's verdict.
		 * @param junk what stands in a wrong text
		 * @param noise how much else there is that changes nothing
		 */
		Verdict verdict(Predicate<String> wrong, String junk, int noise);

	}

	/**
	 * A gate with everything that can be wrong.
	 *
	 * @param rules the rule each wrong thing breaks
	 */
	record Case(Gate gate, Map<String, String> rules, Facts policy) {

		Set<String> some(int seed) {
			var random = new java.util.Random(seed);
			int most = random.nextInt(this.rules.size() + 1);
			var names = new ArrayList<>(Arrays.asList(this.rules.keySet().toArray(String[]::new)));
			java.util.Collections.shuffle(names, random);
			return new HashSet<>(names.subList(0, most));
		}

		@Override
		public String toString() {
			return this.gate.id();
		}

	}

}
