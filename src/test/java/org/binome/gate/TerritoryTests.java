package org.binome.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.ULocale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.binome.gate.ScopeOverlapPolicy.Live;
import org.binome.gate.ScopeOverlapPolicy.Scope;
import org.binome.gate.Verdict.Held;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the territories of two partnerships meet (CON-09).
 */
class TerritoryTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Europe | France | true
			Europe | Union européenne | true
			Europe | Cyprus | true
			Union européenne | Royaume-Uni | false
			European Union | Allemagne | true
			Union européenne | Suisse | false
			UE | Finlande | true
			FR | France | true
			fra | FRANCE | true
			eu | Poland | true
			UK | Royaume-Uni | true
			United States | États-Unis | true
			USA | Amérique du Nord | true
			Europe de l’Ouest | Germany | true
			Western Europe | Finlande | false
			Europe | Asie | false
			Union européenne | Asie | false
			Asie de l’Ouest | Chypre | false
			Europe | Japan | false
			EMEA | Émirats arabes unis | true
			EMEA | Sénégal | true
			EMEA | Japon | false
			DACH | Suisse | true
			Benelux | Luxembourg | true
			Benelux | France | false
			Amérique latine | Mexique | true
			Hong Kong | Chine | false
			Hong Kong | Asie de l’Est | true
			Côte d’Ivoire | Afrique occidentale | true
			la France | le territoire de la France | true
			France et Belgique | Belgique et Luxembourg | true
			France et Belgique | Pays-Bas | false
			Trinité-et-Tobago | Caraïbes | true
			Guinée | Guinée équatoriale | false
			Niger | Nigeria | false
			Afrique | Afrique du Sud | true
			Nord de la France | Europe | true
			Nord de la France | France | true
			Nord de la France | Sud de la France | false
			Nord de la France | le nord de la France et de la Belgique | true
			Île-de-France | Union européenne | true
			Île-de-France | Allemagne | false
			Bretagne | Bretagne | true
			Bretagne | Bretagne sud | true
			Bretagne | Normandie | false
			le monde | Bretagne | true
			Monde | Tuvalu | true
			worldwide | Quelque part | true
			* | Japon | true
			""")
	void con09TerritoriesMeetWhereOneLiesInTheOther(String one, String other, boolean meet) {
		assertThat(crosses(one, other)).isEqualTo(meet);
		assertThat(crosses(other, one)).as("the other way round").isEqualTo(meet);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Europe | France | Europe ↔ France
			 France | FRANCE | France
			* | Japon | * ↔ Japon
			Union européenne; Japon | Italie; Asie; Brésil | Japon ↔ Asie, Union européenne ↔ Italie
			""")
	void con09TheFindingSaysWhichEntriesMeet(String ours, String theirs, String entries) {
		var scope = new Scope(Set.of(ours.split("; ")), Set.of("Books"), Set.of("Retail"));
		var live = new Live("A", "A company", new Scope(Set.of(theirs.split("; ")), Set.of("books"), Set.of("Retail")),
				false);

		Verdict verdict = ScopeOverlapPolicy
			.verdict(new ScopeOverlapPolicy.Facts(scope, List.of(live), Map.of(), false, false, ""));

		assertThat(((Held) verdict).findings()).singleElement()
			.extracting(Finding::fact)
			.isEqualTo("territories=[%s], products=[Books], sectors=[Retail]".formatted(entries));
	}

	@Property
	void con09ARegionMeetsAllThatLiesInItAndNothingElse(@ForAll("regions") Region region,
			@ForAll("regions") Region other, @ForAll boolean french, @ForAll boolean otherFrench) {
		Set<Region> common = new HashSet<>(countries(region));
		common.retainAll(countries(other));

		assertThat(crosses(name(region, french), name(other, otherFrench))).isEqualTo(!common.isEmpty());
	}

	@Property
	void con09ACodeIsTheCountryInWhateverCase(@ForAll("countries") Region country, @ForAll boolean french) {
		assertThat(crosses(country.toString().toLowerCase(Locale.ROOT), name(country, french))).isTrue();
		assertThat(crosses(country.toString(), "*")).isTrue();
	}

	@Property
	void con09AnyTextMeetsItselfAndEverything(@ForAll("texts") String text) {
		assertThat(crosses(text, text)).isTrue();
		assertThat(crosses(text, "Monde entier")).isTrue();
	}

	@Provide
	Arbitrary<Region> countries() {
		return Arbitraries.of(Region.getAvailable(RegionType.TERRITORY));
	}

	/** Europe and Asia are left out: Cyprus changes between them. */
	@Provide
	Arbitrary<Region> regions() {
		Set<Region> regions = new HashSet<>();
		for (RegionType type : List.of(RegionType.TERRITORY, RegionType.SUBCONTINENT, RegionType.CONTINENT,
				RegionType.GROUPING)) {
			regions.addAll(Region.getAvailable(type));
		}
		List.of("150", "142", "145").forEach((code) -> regions.remove(Region.getInstance(code)));
		return Arbitraries.of(regions);
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60),
				Arbitraries.of("nord", "de", "la", "France", "Europe", "and", "Bretagne", "*", "FR", "—", "l’Asie")
					.list()
					.ofMaxSize(12)
					.map((words) -> String.join(" ", words)));
	}

	private static boolean crosses(String one, String other) {
		return new Scope(Set.of(one), Set.of("*"), Set.of("*"))
			.crosses(new Scope(Set.of(other), Set.of("*"), Set.of("*")));
	}

	private static Set<Region> countries(Region region) {
		return (region.getType() == RegionType.TERRITORY) ? Set.of(region)
				: region.getContainedRegions(RegionType.TERRITORY);
	}

	private static String name(Region region, boolean french) {
		return ULocale.getDisplayCountry("und-" + region, french ? ULocale.FRENCH : ULocale.ENGLISH);
	}

}
