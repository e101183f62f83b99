package org.binome.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A complete revision of the terms. It never changes; other terms are another revision.
 *
 * @param revision counts from 1
 * @param kind "marketing" or "reseller"
 * @param valueMinor value in minor units of the currency (cents)
 * @param currency ISO 4217
 * @param durationMonths how long the contract runs
 * @param noticeDays days before the end by which notice is given
 * @param risk "low", "medium" or "high"
 * @param ourAcceptedAt when our sponsor said yes to this revision, null before
 * @param partnerAcceptedAt when the partner accepted this revision, null before
 */
public record TermSheet(UUID id, UUID partnershipId, int revision, String kind, String ourContribution,
		String partnerContribution, String ourBenefit, String partnerBenefit, String territory, String products,
		String sectors, long valueMinor, String currency, int durationMonths, int noticeDays, LocalDate launchOn,
		String risk, Instant ourAcceptedAt, Instant partnerAcceptedAt) {
}
