package org.binome.contract;

/**
 * What a contract needs to know of the partner beside the agreed terms. Nothing
 * commercial (CON-08).
 *
 * @param jurisdiction ISO 3166-1 alpha-2 of the governing law
 * @param note for legal: what was entered or corrected and why
 */
public record ContractDetails(String partnerLegalName, String partnerAddress, String partnerRegistration,
		String partnerSignatory, String partnerSignatoryTitle, String jurisdiction, String note) {
}
