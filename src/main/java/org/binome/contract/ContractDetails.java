package org.binome.contract;

import java.util.List;

/**
 * What a contract needs to know of the other parties beside the agreed terms. Nothing
 * commercial (CON-08).
 *
 * @param jurisdiction ISO 3166-1 alpha-2 of the governing law
 * @param note for legal: what was entered or corrected and why
 * @param parties further parties, by position (CON-12)
 */
public record ContractDetails(String partnerLegalName, String partnerAddress, String partnerRegistration,
		String partnerSignatory, String partnerSignatoryTitle, String jurisdiction, String note,
		List<PartyDetails> parties) {

	public ContractDetails {
		parties = List.copyOf(parties);
	}

	/** Details of a contract between two sides. */
	public ContractDetails(String partnerLegalName, String partnerAddress, String partnerRegistration,
			String partnerSignatory, String partnerSignatoryTitle, String jurisdiction, String note) {
		this(partnerLegalName, partnerAddress, partnerRegistration, partnerSignatory, partnerSignatoryTitle,
				jurisdiction, note, List.of());
	}

	/**
	 * The same of a further party.
	 *
	 * @param side such as "party-3"
	 */
	public record PartyDetails(String side, String legalName, String address, String registration, String signatory,
			String signatoryTitle) {
	}

}
