package org.binome.relationship;

/**
 * What a party keeps out of the partnership.
 *
 * @param brandConditions how its brand may be used, and what it refuses, such as a
 * channel (PRO-10); may be empty
 * @param neverShared what it never shares (QUA-08); may be empty
 */
public record Reserve(String brandConditions, String neverShared) {

	/** Nothing is kept out. */
	public static final Reserve NONE = new Reserve("", "");

}
