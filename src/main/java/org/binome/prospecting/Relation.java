package org.binome.prospecting;

/**
 * What a candidate is to us today. A competitor may be a partner on some points (PRO-04).
 */
public enum Relation {

	NONE, KNOWN, PARTNER, COMPETITOR

}
