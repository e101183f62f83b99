package org.binome.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The plan towards one launch date.
 *
 * @param revision counts from 1; each launch date entered makes a new one
 * @param launchOn a working day in both countries
 * @param launchNote why the launch is not on the day entered, null when it is
 */
public record Plan(UUID id, UUID partnershipId, int revision, LocalDate launchOn, String ourCountry,
		String partnerCountry, LaunchNote launchNote, Instant builtAt) {

	/** Why a launch was moved. */
	public enum LaunchNote {

		/** No date was entered. */
		MISSING,

		/** The date entered was past. */
		PAST,

		/** The date entered was a weekend or a holiday on one side. */
		NO_WORKING_DAY

	}

}
