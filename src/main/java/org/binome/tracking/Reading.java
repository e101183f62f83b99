package org.binome.tracking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A figure of one metric on one day (TRK-05).
 *
 * @param revision counts from 1; a correction is a new revision
 * @param by who recorded it
 */
public record Reading(UUID metricId, LocalDate on, BigDecimal value, int revision, String by, Source source,
		Instant at) {

	/** Where a figure comes from. */
	public enum Source {

		TASK, API

	}

}
