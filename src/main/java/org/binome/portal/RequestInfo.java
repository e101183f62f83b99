package org.binome.portal;

import java.util.Locale;

/**
 * Where an answer came from, as evidence for a signature.
 *
 * @param address the network address as seen by us or by the proxy before us
 * @param userAgent how the browser names itself, may be empty
 * @param locale the language in which the page was read
 * @param session what the person got for showing who it is; empty before
 */
public record RequestInfo(String address, String userAgent, Locale locale, String session) {

	public RequestInfo(String address, String userAgent, Locale locale) {
		this(address, userAgent, locale, "");
	}

}
