package org.binome.contract;

/**
 * Who is asked to sign first.
 */
public enum SigningOrder {

	/** All at once. */
	ANY,

	/** The partners once we have signed. */
	OURS_FIRST,

	/** We once all partners have signed. */
	PARTNERS_FIRST

}
