package org.binome.contract;

import java.util.Map;
import java.util.UUID;

/**
 * What a template author wants to see.
 *
 * @param kind kind of contract
 * @param language "fr" or "en"
 * @param profile strictness of all clauses (CON-07)
 * @param variants strictness of single clauses by id, where it differs
 * @param brand house style, or empty for the company's
 * @param contractId the contract whose data to use, null for the sample
 * @param file the template that is edited
 * @param source its text
 */
public record Trial(String kind, String language, String profile, Map<String, String> variants, String brand,
		UUID contractId, String file, String source) {
}
