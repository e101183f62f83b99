package org.binome.gate;

import java.util.ArrayList;

/**
 * PRO-12: filter the list only once it is complete.
 */
public final class LonglistCompletePolicy {

	private LonglistCompletePolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.candidates() == 0) {
			findings.add(new Finding("PRO-11", "La liste est vide.", "The list is empty.",
					"Importez vos partenaires potentiels : moteurs de recherche, blogs, lettres, réseaux.",
					"Import your potential partners: search engines, blogs, newsletters, networks."));
		}
		if (!facts.declared()) {
			findings.add(
					new Finding("PRO-12", "La liste n’est pas déclarée complète.", "The list is not declared complete.",
							"Complétez-la, puis cochez « complète ».", "Complete it, then tick “complete”."));
		}
		return Verdict.of(findings);
	}

	/** What is known of the list. */
	public record Facts(int candidates, boolean declared) {

	}

}
