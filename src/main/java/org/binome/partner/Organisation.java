package org.binome.partner;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A company, association or media we may work with.
 *
 * @param dedupeKey what makes two organisations the same one: see
 * {@link Organisations#dedupeKey}
 * @param country ISO 3166-1 alpha-2
 * @param language "fr" or "en": decides letters and contracts
 * @param timeZone decides when we may contact them (APP-01)
 */
public record Organisation(UUID id, String name, String dedupeKey, String website, String country, String language,
		ZoneId timeZone, String sector) {
}
