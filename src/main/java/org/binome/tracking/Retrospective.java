package org.binome.tracking;

import java.util.List;
import java.util.UUID;

/**
 * What was learnt when a partnership ended (TRK-10) and, when it ended early, what it
 * cost (PIL-05). What is missing is empty or null.
 *
 * @param hoursSpent null when not entered
 * @param moneySpentMinor in minor units of the currency, null when not entered
 * @param currency ISO 4217, may be empty
 * @param wrongChoice which criterion of choice misled us
 * @param farewell a personal word for the partner
 */
public record Retrospective(String wentWell, String wentBadly, List<String> lessons, List<Outcome> outcomes,
		Integer hoursSpent, Long moneySpentMinor, String currency, String wrongChoice, String farewell) {

	/**
	 * What became of one objective.
	 *
	 * @param objectiveId null when none was chosen
	 */
	public record Outcome(UUID objectiveId, boolean reached, String why) {
	}

}
