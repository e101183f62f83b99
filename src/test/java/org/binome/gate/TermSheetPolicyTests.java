package org.binome.gate;

import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.binome.gate.TermSheetPolicy.Facts;
import org.binome.gate.TermSheetPolicy.Terms;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermSheetPolicyTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

	private static final Terms COMPLETE = terms("EUR", 100L, 12, 60, TODAY.plusDays(90), "low");

	@Test
	void con06PassesWhenBothSidesAcceptedTheSameRevision() {
		assertThat(TermSheetPolicy.verdict(new Facts(COMPLETE, 2, true, true, true, null))).isInstanceOf(Passed.class);
	}

	@Test
	void con06HoldsWithoutTerms() {
		assertThat(rules(new Facts(null, 0, true, true, true, null))).containsExactly("CON-06");
	}

	@Property
	void con06HoldsUnlessBothSidesAccepted(@ForAll boolean partner, @ForAll boolean us) {
		assertThat(TermSheetPolicy.verdict(new Facts(COMPLETE, 1, true, partner, us, null)) instanceof Passed)
			.isEqualTo(partner && us);
	}

	@Test
	void qua18TheSponsorComesAfterTheObjectives() {
		assertThat(rules(new Facts(COMPLETE, 1, false, true, true, null))).containsExactly("QUA-18");
	}

	@Test
	void qua18NobodyDecidesInTheSponsorsPlace() {
		assertThat(rules(new Facts(COMPLETE, 1, true, true, false, "manager"))).containsExactly("QUA-18");
	}

	@Test
	void everyFieldIsAskedFor() {
		Terms empty = new Terms("", "", "", "", "", "", "", "", null, "", null, null, null, "", TODAY);
		assertThat(TermSheetPolicy.missing(empty)).hasSize(14)
			.allSatisfy((finding) -> assertThat(finding.remedyFrench()).isNotBlank());
	}

	@Test
	void unusableValuesAreNamed() {
		assertThat(TermSheetPolicy.missing(terms("EURO", 1L, 12, 60, TODAY.plusDays(1), "low"))).hasSize(1);
		assertThat(TermSheetPolicy.missing(terms("EUR", -1L, 12, 60, TODAY.plusDays(1), "low"))).hasSize(1);
		assertThat(TermSheetPolicy.missing(terms("EUR", 1L, 0, 0, TODAY.plusDays(1), "low"))).hasSize(1);
		assertThat(TermSheetPolicy.missing(terms("EUR", 1L, 2, 60, TODAY.plusDays(1), "low"))).hasSize(1);
		assertThat(TermSheetPolicy.missing(terms("EUR", 1L, 12, -1, TODAY.plusDays(1), "low"))).hasSize(1);
		assertThat(TermSheetPolicy.missing(terms("EUR", 1L, 12, 60, TODAY, "low"))).hasSize(1);
		assertThat(TermSheetPolicy.missing(terms("EUR", 1L, 12, 60, TODAY.plusDays(1), "none"))).hasSize(1);
	}

	@Property
	void con06NoWordingMakesUpForAMissingAcceptance(@ForAll String territory, @ForAll long value, @ForAll int months) {
		Terms terms = new Terms("marketing", territory, territory, territory, territory, territory, territory,
				territory, value, "EUR", months, 30, TODAY.plusDays(5), "high", TODAY);
		assertThat(TermSheetPolicy.verdict(new Facts(terms, 1, true, false, true, null))).isInstanceOf(Held.class);
	}

	private static Terms terms(String currency, Long value, Integer months, Integer notice, LocalDate launch,
			String risk) {
		return new Terms("marketing", "a", "b", "c", "d", "e", "f", "g", value, currency, months, notice, launch, risk,
				TODAY);
	}

	private static List<String> rules(Facts facts) {
		return (TermSheetPolicy.verdict(facts) instanceof Held held)
				? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

}
