package org.binome.relationship;

import java.util.EnumMap;
import java.util.Map;

import org.binome.gate.FourPillarsPolicy.Pillar;

/**
 * One side's scores of the four pillars, each from 1 to 5; null where none was given.
 */
public record PillarScores(Integer desire, Integer project, Integer balance, Integer contract, String comment) {

	/** Keeps scores from 1 to 5 only. */
	public PillarScores {
		desire = usable(desire);
		project = usable(project);
		balance = usable(balance);
		contract = usable(contract);
		comment = (comment != null) ? comment : "";
	}

	public boolean complete() {
		return byPillar().size() == Pillar.values().length;
	}

	/** The scores given. */
	public Map<Pillar, Integer> byPillar() {
		var scores = new EnumMap<Pillar, Integer>(Pillar.class);
		put(scores, Pillar.DESIRE, this.desire);
		put(scores, Pillar.PROJECT, this.project);
		put(scores, Pillar.BALANCE, this.balance);
		put(scores, Pillar.CONTRACT, this.contract);
		return scores;
	}

	private static void put(Map<Pillar, Integer> scores, Pillar pillar, Integer score) {
		if (score != null) {
			scores.put(pillar, score);
		}
	}

	private static Integer usable(Integer score) {
		return (score != null && score >= 1 && score <= 5) ? score : null;
	}

}
