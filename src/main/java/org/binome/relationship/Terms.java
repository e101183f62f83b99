package org.binome.relationship;

import java.time.LocalDate;

import org.binome.gate.TermSheetPolicy;

/**
 * Terms as they were entered; what is missing or unusable is empty or null.
 *
 * @param kind "marketing" or "reseller"
 * @param valueMinor value in minor units of the currency (cents)
 * @param currency ISO 4217
 * @param noticeDays days before the end by which notice is given
 * @param risk "low", "medium" or "high"
 */
public record Terms(String kind, String ourContribution, String partnerContribution, String ourBenefit,
		String partnerBenefit, String territory, String products, String sectors, Long valueMinor, String currency,
		Integer durationMonths, Integer noticeDays, LocalDate launchOn, String risk) {

	TermSheetPolicy.Terms facts(LocalDate today) {
		return new TermSheetPolicy.Terms(this.kind, this.ourContribution, this.partnerContribution, this.ourBenefit,
				this.partnerBenefit, this.territory, this.products, this.sectors, this.valueMinor, this.currency,
				this.durationMonths, this.noticeDays, this.launchOn, this.risk, today);
	}

}
