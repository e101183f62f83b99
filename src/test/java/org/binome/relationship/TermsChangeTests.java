package org.binome.relationship;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TermsChangeTests {

	private static final Terms TERMS = TestTerms.complete(LocalDate.of(2027, 1, 11));

	@Test
	void pil01TheSameAgreementHasNoChanges() {
		assertThat(changes(TERMS, "fr")).isEmpty();
	}

	@Test
	void pil01WhatIsAgreedOtherwiseStandsWithBeforeAndAfter() {
		Terms after = new Terms("mou", "Huit articles", TERMS.partnerContribution(), TERMS.ourBenefit(),
				TERMS.partnerBenefit(), "France", TERMS.products(), TERMS.sectors(), 7_500_000L, "EUR", 24, 60,
				TERMS.launchOn(), "high", true, "plus léger", new Commission(new BigDecimal("7.5"), "ventes", 30),
				TERMS.ours(), new Reserve("Pas de vente en ligne", ""), List.of());
		assertThat(changes(after, "fr")).containsExactly(
				new TermsChange("Apport\u00a0: Binôme", "Six articles invités", "Huit articles"),
				new TermsChange("Conditions de marque\u00a0: Atelier", "", "Pas de vente en ligne"),
				new TermsChange("Territoire", "France; Belgique", "France"),
				new TermsChange("Exclusivité", "non", "oui"),
				new TermsChange("Valeur", "60\u202f000,00\u00a0€", "75\u202f000,00\u00a0€"),
				new TermsChange("Commission", "", "7,5\u00a0% – ventes – 30\u00a0jours"),
				new TermsChange("Durée", "12\u00a0mois", "24\u00a0mois"));
	}

	@Test
	void con12APartyThatJoinsOrLeavesIsAChange() {
		Terms three = TERMS.with(List.of(TestTerms.party(3, "Tiers", "tiers@c.example", "fr")));
		assertThat(changes(three, "en")).extracting(TermsChange::what)
			.containsExactly("Contribution: Tiers", "Benefit: Tiers", "Never shared: Tiers", "Contact: Tiers");
		assertThat(TermsChange.between(three, TERMS, "Binôme", "Atelier", "en"))
			.allSatisfy((change) -> assertThat(change.after()).isEmpty())
			.hasSize(4);
	}

	private static List<TermsChange> changes(Terms after, String language) {
		return TermsChange.between(TERMS, after, "Binôme", "Atelier", language);
	}

}
