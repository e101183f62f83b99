package org.binome.partner;

/**
 * What the other side is to us. Three different things: not everybody is a partner
 * (PRO-27).
 */
public enum Standing {

	PARTNER, CUSTOMER, SUPPLIER

}
