package org.binome.account;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

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
@Validated
@ConfigurationProperties("binome.company")
public record Company(@NotBlank String legalName, @NotBlank String address, @NotBlank String registration,
		@NotBlank String city, @NotBlank String country, @NotBlank String signatory, @NotBlank String signatoryTitle) {
}
