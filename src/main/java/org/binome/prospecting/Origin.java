package org.binome.prospecting;

/**
 * How a candidate came to our mind (PRO-19).
 */
public enum Origin {

	RESEARCH, REFERRAL, INBOUND,

	/** Somebody likes them: never a reason by itself. */
	PERSONAL_LIKING

}
