package org.binome.relationship;

import java.time.LocalDate;
import java.util.List;

/**
 * Terms as they were entered; what is missing or unusable is empty or null.
 *
 * @param kind "handshake", "mou", "marketing", "reseller" or "referral" (CON-11)
 * @param valueMinor value in minor units of the currency (cents)
 * @param currency ISO 4217
 * @param noticeDays days before the end by which notice is given
 * @param risk "low", "medium" or "high"
 * @param exclusive whether a side binds itself to this partner alone
 * @param kindReason why a less formal kind than the proposed one will do
 * @param ours what we keep out
 * @param partners what the leading partner keeps out
 * @param parties further parties, by position (CON-12)
 */
public record Terms(String kind, String ourContribution, String partnerContribution, String ourBenefit,
		String partnerBenefit, String territory, String products, String sectors, Long valueMinor, String currency,
		Integer durationMonths, Integer noticeDays, LocalDate launchOn, String risk, boolean exclusive,
		String kindReason, Commission commission, Reserve ours, Reserve partners, List<Party> parties) {

	public Terms {
		parties = List.copyOf(parties);
	}

	/** Terms between two sides with nothing beside what every partnership needs. */
	public Terms(String kind, String ourContribution, String partnerContribution, String ourBenefit,
			String partnerBenefit, String territory, String products, String sectors, Long valueMinor, String currency,
			Integer durationMonths, Integer noticeDays, LocalDate launchOn, String risk) {
		this(kind, ourContribution, partnerContribution, ourBenefit, partnerBenefit, territory, products, sectors,
				valueMinor, currency, durationMonths, noticeDays, launchOn, risk, false, "",
				new Commission(null, "", null), Reserve.NONE, Reserve.NONE, List.of());
	}

	/** The same terms with these further parties. */
	public Terms with(List<Party> parties) {
		return new Terms(this.kind, this.ourContribution, this.partnerContribution, this.ourBenefit,
				this.partnerBenefit, this.territory, this.products, this.sectors, this.valueMinor, this.currency,
				this.durationMonths, this.noticeDays, this.launchOn, this.risk, this.exclusive, this.kindReason,
				this.commission, this.ours, this.partners, parties);
	}

}
