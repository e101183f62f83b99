package org.binome.portal;

import java.util.Locale;
import java.util.Map;

import org.binome.partner.SignedLink;

import org.springframework.util.MultiValueMap;

/**
 * What a signed link shows and takes. There is one bean for each purpose of a link. The
 * view gets the model, plus <code>form</code> (what was entered), <code>errors</code>
 * (texts by field) and <code>action</code> (where the form goes).
 */
public interface PartnerPage {

	/** The purpose of the links it serves, such as "pillars". */
	String purpose();

	/** The name of the view, such as "partner/pillars". */
	String view();

	/**
	 * What the view shows. Must not change anything: mail scanners follow links too.
	 * @param locale the language of the page
	 */
	Map<String, Object> model(SignedLink link, Locale locale);

	/**
	 * What the view shows to a person who may have shown who it is.
	 */
	default Map<String, Object> model(SignedLink link, RequestInfo who) {
		return model(link, who.locale());
	}

	/**
	 * Takes the answer. The stage stores it and uses the link up in one transaction.
	 * @param form the fields as entered; absent for what was left unchecked
	 * @throws org.binome.partner.InvalidLink if the link was used meanwhile
	 */
	Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who);

}
