package org.binome.gate;

import java.time.Instant;
import java.util.UUID;

import org.binome.account.Role;

/**
 * A person's decision to let a held gate pass once (GOV-16).
 *
 * @param evaluationId the held evaluation whose findings are accepted
 * @param givenBy user name
 * @param authority the role that gave the right
 */
public record GateOverride(UUID id, long evaluationId, String givenBy, Role authority, String reason, Instant at) {
}
