package org.binome.gate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.binome.gate.NamedPairPolicy.Facts;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamedPairPolicyTests {

	@Test
	void gov01PassesWithOnePersonOnEachSide() {
		assertThat(NamedPairPolicy.verdict(new Facts("manager", true, "Direction", "d@partner.example", true)))
			.isInstanceOf(Passed.class);
	}

	@Test
	void gov01SaysWhatIsMissingOnEachSide() {
		assertThat(NamedPairPolicy.verdict(new Facts("", false, "", "", false))).isInstanceOfSatisfying(Held.class,
				(held) -> assertThat(held.findings()).hasSize(3)
					.allSatisfy((finding) -> assertThat(finding.remedyEnglish()).isNotBlank()));
	}

	@Property
	void gov01NoWordingMakesUpForAMissingAccountOrAddress(@ForAll String ourName, @ForAll String partnerName,
			@ForAll String email, @ForAll boolean known) {
		assertThat(NamedPairPolicy.verdict(new Facts(ourName, known, partnerName, email, !known)))
			.isInstanceOf(Held.class);
	}

}
