package org.binome.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Our own company as it stands in letters and contracts.
 *
 * @param legalName registered name
 * @param address registered office, one line
 * @param registration registration number and register
 * @param city where contracts are made
 * @param country ISO 3166-1 alpha-2, decides our working days
 * @param signatory name of the person who signs
 * @param signatoryTitle title of that person
 */
@ConfigurationProperties("binome.company")
public record Company(String legalName, String address, String registration, String city, String country,
		String signatory, String signatoryTitle) {
}
