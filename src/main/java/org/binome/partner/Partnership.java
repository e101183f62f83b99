package org.binome.partner;

import java.time.Instant;
import java.util.UUID;

/**
 * One partnership in the making or in force, between us and one organisation.
 *
 * @param contactId the person approached first
 * @param type "marketing" or "reseller" (PRO-26)
 * @param owner user name of the one accountable person on our side (GOV-11)
 * @param standing what the other side has turned out to be (PRO-27)
 * @param processInstanceKey the instance of the process <code>partnership</code>, null
 * until it has begun
 */
public record Partnership(UUID id, UUID programmeId, UUID organisationId, UUID contactId, String type, String owner,
		Stage stage, State state, Standing standing, Long processInstanceKey, Instant createdAt, Instant activatedAt,
		Instant closedAt, String closingReason) {

	/** Whether work goes on, the contract is in force, or all is over. */
	public enum State {

		OPEN, ACTIVE, CLOSED

	}

}
