package org.binome.relationship;

import java.util.Map;
import java.util.UUID;

import org.binome.gate.FourPillarsPolicy.Pillar;

/**
 * A round in which both sides score the four pillars apart (QUA-02 to QUA-06).
 *
 * @param number counts from 1
 * @param ours null until we have scored
 * @param partners null until the partner has scored
 * @param gapPlan what was planned to close a gap before the next round, may be empty
 */
public record PillarRound(UUID id, UUID partnershipId, int number, PillarScores ours, PillarScores partners,
		String gapPlan) {

	Map<Pillar, Integer> oursByPillar() {
		return (this.ours != null) ? this.ours.byPillar() : Map.of();
	}

	Map<Pillar, Integer> partnersByPillar() {
		return (this.partners != null) ? this.partners.byPillar() : Map.of();
	}

}
