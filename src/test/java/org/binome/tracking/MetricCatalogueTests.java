package org.binome.tracking;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricCatalogueTests {

	private final MetricCatalogue catalogue = new MetricCatalogue();

	@ParameterizedTest
	@CsvSource(textBlock = """
			Likes,                          likes,    vanity
			J’aime sur la publication,      '',       vanity
			Nombre d’abonnés,               abonnés,  vanity
			Vues de la story,               '',       vanity
			Impressions,                    mille,    vanity
			Followers,                      '',       vanity
			Conversions des vues,           '',       vanity
			Clics sur le lien suivi,        clics,    leads
			Conversions,                    achats,   conversions
			Chiffre d’affaires,             EUR,      revenue
			Marge brute,                    EUR,      margin
			Renouvellements,                '',       renewal
			Revue de presse,                articles, other
			Interviews,                     '',       other
			""")
	void trk03TellsVanityFromWhatDecides(String name, String unit, String kind) {
		assertThat(this.catalogue.kind(name, unit)).isEqualTo(kind);
	}

	@Property
	void trk03NoOtherWordMakesVanityDecisive(@ForAll @AlphaChars @StringLength(max = 20) String before,
			@ForAll @AlphaChars @StringLength(max = 20) String after) {
		assertThat(this.catalogue.kind(before + " likes " + after, "achats")).isEqualTo(MetricCatalogue.VANITY);
	}

}
