package org.binome.partner;

import java.time.LocalDate;

/**
 * What kind of address a person is reached by, and by what right (APP-03).
 *
 * @param obtainedFrom where the address comes from, empty when nobody has said
 * @param consentedOn when the person agreed to be contacted there, null if never
 * @param consentNote how they agreed, may be empty
 */
public record ContactDetail(Channel channel, String obtainedFrom, LocalDate consentedOn, String consentNote) {

	/** Nothing is known: taken for a professional address of unknown origin. */
	public static final ContactDetail UNKNOWN = new ContactDetail(Channel.PROFESSIONAL, "", null, "");

	/** What kind of address or number it is. */
	public enum Channel {

		PROFESSIONAL, PRIVATE

	}

}
