package org.binome.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.binome.gate.TermSheetPolicy.Facts;
import org.binome.gate.TermSheetPolicy.Paper;
import org.binome.gate.TermSheetPolicy.Party;
import org.binome.gate.TermSheetPolicy.Taken;
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

	@Test
	void con11ALighterKindThanProposedNeedsAReason() {
		assertThat(findings(paper("mou", "marketing", "", List.of()))).containsExactly("CON-11");
		assertThat(findings(paper("handshake", "mou", " ", List.of()))).containsExactly("CON-11");
		assertThat(findings(paper("mou", "marketing", "Le partenaire veut essayer", List.of()))).isEmpty();
		assertThat(findings(paper("reseller", "mou", "", List.of()))).isEmpty();
		assertThat(findings(paper("reseller", "marketing", "", List.of()))).isEmpty();
		assertThat(findings(paper("none", "marketing", "", List.of()))).containsExactly("CON-06");
	}

	@Test
	void con12EachFurtherPartyIsNamedReachedAndItself() {
		Party third = party(3, "Tiers", "tiers@c.example");
		assertThat(findings(paper("marketing", "", "", List.of(third)))).isEmpty();
		assertThat(texts(new Party(3, "", "name:", "XX", "de", "", "tiers", false, "", ""))).singleElement()
			.asString()
			.contains("the name", "the country", "the language", "the contact", "a usable mail address",
					"what it brings", "what it gains");
		assertThat(texts(third, party(4, "Tiers", "autre@c.example"))).singleElement()
			.asString()
			.contains("same organisation");
		assertThat(texts(third, party(4, "Quart", "TIERS@c.example"))).singleElement()
			.asString()
			.contains("same mail address");
		assertThat(texts(party(3, "Nous", "tiers@c.example"))).singleElement().asString().contains("our own company");
		assertThat(texts(party(3, "Partenaire", "tiers@c.example"))).singleElement()
			.asString()
			.contains("same organisation as party 2");
	}

	@Test
	void con12TwentyPartiesAtMost() {
		List<Party> eighteen = IntStream.rangeClosed(3, 20)
			.mapToObj((position) -> party(position, "Tiers " + position, position + "@c.example"))
			.toList();
		assertThat(findings(paper("marketing", "", "", eighteen))).isEmpty();
		var more = new ArrayList<>(eighteen);
		more.add(party(21, "Tiers 21", "21@c.example"));
		assertThat(findings(paper("marketing", "", "", more))).containsExactly("CON-12");
	}

	@Test
	void con08ACommissionIsWholeOrNotThere() {
		assertThat(findings(commission("referral", null, "", null))).hasSize(3).containsOnly("CON-08");
		assertThat(findings(commission("referral", BigDecimal.TEN, "ventes", 30))).isEmpty();
		assertThat(findings(commission("reseller", null, "", null))).isEmpty();
		assertThat(findings(commission("reseller", BigDecimal.TEN, "", 30))).containsExactly("CON-08");
		assertThat(findings(commission("reseller", new BigDecimal("100.01"), "ventes", 30))).containsExactly("CON-08");
		assertThat(findings(commission("marketing", BigDecimal.TEN, "ventes", 30))).containsExactly("CON-08");
	}

	private static Terms paper(String kind, String proposed, String reason, List<Party> parties) {
		return whole(kind,
				new Paper(proposed, reason, null, "", null, parties,
						List.of(new Taken("name:nous", TermSheetPolicy.OURSELVES),
								new Taken("name:partenaire", "2, « Partenaire »")),
						List.of(new Taken("direction@b.example", "2, « Partenaire »")), false));
	}

	private static Terms commission(String kind, BigDecimal percent, String basis, Integer days) {
		return whole(kind, new Paper("", "", percent, basis, days, List.of(), List.of(), List.of(), false));
	}

	private static Terms whole(String kind, Paper paper) {
		return new Terms(kind, "a", "b", "c", "d", "e", "f", "g", 100L, "EUR", 12, 60, TODAY.plusDays(90), "low", TODAY,
				paper);
	}

	private static Party party(int position, String name, String email) {
		return new Party(position, name, "name:" + name.toLowerCase(Locale.ROOT), "FR", "fr", "La direction", email,
				true, "Des locaux", "Du passage");
	}

	private static List<String> findings(Terms terms) {
		return TermSheetPolicy.missing(terms).stream().map(Finding::rule).toList();
	}

	private static List<String> texts(Party... parties) {
		return TermSheetPolicy.missing(paper("marketing", "", "", List.of(parties)))
			.stream()
			.map(Finding::english)
			.toList();
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
