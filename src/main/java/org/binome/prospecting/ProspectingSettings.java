package org.binome.prospecting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we look for partners.
 *
 * @param sizeRatio how many times as large as the other a side may be before somebody
 * must write what the bigger one gains (PRO-16)
 */
@ConfigurationProperties("binome.prospecting")
record ProspectingSettings(@DefaultValue("10") int sizeRatio) {

	ProspectingSettings {
		if (sizeRatio < 1) {
			throw new IllegalArgumentException("binome.prospecting.size-ratio must be 1 or more");
		}
	}

}
