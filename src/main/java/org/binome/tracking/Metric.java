package org.binome.tracking;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What is followed for an objective (TRK-01).
 *
 * @param kind from the catalogue: "leads", "conversions", "revenue", … or "vanity",
 * "other"
 * @param position first or second decisive metric of its objective, null for context
 * @param offTarget what we will do if it is off target (TRK-09)
 */
public record Metric(UUID id, UUID partnershipId, UUID objectiveId, String name, String kind, Integer position,
		BigDecimal target, String unit, String owner, String offTarget) {

	/** Whether it decides; at most two do per objective (TRK-02). */
	public boolean decisive() {
		return this.position != null;
	}

}
