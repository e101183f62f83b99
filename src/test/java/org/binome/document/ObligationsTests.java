package org.binome.document;

import org.binome.document.Obligations.Obligation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * CON-03: what binds each side, and what binds one alone.
 */
class ObligationsTests {

	private static final String CONTRACT = """
			<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
			<div class="article" data-clause="contributions"><h2>4. Apports</h2>
			<p class="clause" data-obliges="ours"><span class="n n3">4.1</span> Nous fournissons <b>les pièces</b>.</p>
			<p class="clause" data-obliges="partner"><span class="n n3">4.2</span> Le partenaire
				tient quatre ateliers.</p>
			<p class="clause"><span class="n n3">4.3</span> Les apports sont décrits en annexe.</p></div>
			<div class="article" data-clause="insurance"><h2>5. Assurance</h2>
			<p class="clause" data-obliges="partner"><span class="n n3">5.1</span> Le partenaire s’assure.</p></div>
			<div class="article" data-clause="secrecy"><h2>6. Secret</h2>
			<p data-obliges="all">Chacun se tait.</p></div>
			<div class="article" data-clause="third"><h2>7. Tiers</h2>
			<ul><li data-obliges="party-10 party-3">Ils annoncent l’opération.</li></ul></div>
			</body></html>""";

	@Test
	void con03ListsWhatEachSideMustDo() {
		assertThat(Obligations.of(CONTRACT).bySide().get("partner")).extracting(Obligation::title, Obligation::text)
			.containsExactly(tuple("4. Apports", "Le partenaire tient quatre ateliers."),
					tuple("5. Assurance", "Le partenaire s’assure."));
		assertThat(Obligations.of(CONTRACT).bySide().get("ours")).extracting(Obligation::text)
			.containsExactly("Nous fournissons les pièces.");
	}

	@Test
	void con03ADutyThatNobodyAnswersInTheSameClauseIsOneSided() {
		assertThat(Obligations.of(CONTRACT).all()).filteredOn(Obligation::oneSided)
			.extracting(Obligation::clause)
			.containsExactly("insurance");
		assertThat(Obligations.of(CONTRACT).oneSided()).isEqualTo(1);
	}

	@Test
	void con12EveryPartyHasItsOwnList() {
		assertThat(Obligations.of(CONTRACT).bySide().keySet()).containsExactly("ours", "partner", "party-3", "party-10",
				"all");
	}

	@Test
	void con03ATextWithoutTheAttributeObligesNobody() {
		assertThat(
				Obligations.of("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Bonjour</p></body></html>").all())
			.isEmpty();
	}

}
