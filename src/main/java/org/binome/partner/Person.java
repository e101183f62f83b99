package org.binome.partner;

import java.util.UUID;

/**
 * A named person of an {@link Organisation}, reached by a professional address (APP-03).
 */
public record Person(UUID id, UUID organisationId, String name, String email, String role) {
}
