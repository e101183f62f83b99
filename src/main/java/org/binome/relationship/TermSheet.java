package org.binome.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A complete revision of the terms. It never changes; other terms are another revision.
 *
 * @param revision counts from 1
 * @param kind "handshake", "mou", "marketing", "reseller" or "referral" (CON-11)
 * @param valueMinor value in minor units of the currency (cents)
 * @param currency ISO 4217
 * @param durationMonths how long the contract runs
 * @param noticeDays days before the end by which notice is given
 * @param risk "low", "medium" or "high"
 * @param exclusive whether a side binds itself to this partner alone
 * @param kindReason why a less formal kind than the proposed one will do, else empty
 * @param commission null when there is none
 * @param ours what we keep out
 * @param partners what the leading partner keeps out
 * @param parties further parties, by position (CON-12)
 * @param ourAcceptedAt when our sponsor said yes to this revision, null before
 * @param partnerAcceptedAt when the last of the other parties accepted this revision,
 * null before
 */
public record TermSheet(UUID id, UUID partnershipId, int revision, String kind, String ourContribution,
		String partnerContribution, String ourBenefit, String partnerBenefit, String territory, String products,
		String sectors, long valueMinor, String currency, int durationMonths, int noticeDays, LocalDate launchOn,
		String risk, boolean exclusive, String kindReason, Commission commission, Reserve ours, Reserve partners,
		List<Party> parties, Instant ourAcceptedAt, Instant partnerAcceptedAt) {
}
