package org.binome.relationship;

import java.math.BigDecimal;

/**
 * What is paid for business brought by a partner.
 *
 * @param percent of the basis, null when no usable number was entered
 * @param basis what it is computed on, in words
 * @param paymentDays days from invoice to payment, null when none was entered
 */
public record Commission(BigDecimal percent, String basis, Integer paymentDays) {

	/** Whether nothing was entered. */
	public boolean none() {
		return this.percent == null && this.basis.isBlank() && this.paymentDays == null;
	}

}
