package org.binome.prospecting;

/**
 * A candidate's style with proposals of others: a closed circle or open (PRO-14).
 */
public enum Openness {

	CLOSED, MIXED, OPEN

}
