package org.binome.gate;

import java.util.ArrayList;

/**
 * PRO-01: partner only once the business concept and its marketing are tested.
 */
public final class ReadinessPolicy {

	private static final int SHORTEST_EVIDENCE = 10;

	private ReadinessPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (!facts.conceptProven()) {
			findings.add(finding("Le concept n’est pas éprouvé.", "The concept is not proven.",
					"Éprouvez-le d’abord ; choisissez « attendre » jusque-là.",
					"Prove it first; choose “wait” until then."));
		}
		if (!facts.offerProven()) {
			findings.add(finding("L’offre et son marketing ne sont pas éprouvés.",
					"The offer and its marketing are not proven.",
					"Vendez d’abord sans partenaire ; choisissez « attendre » jusque-là.",
					"Sell without a partner first; choose “wait” until then."));
		}
		if (facts.evidence().strip().length() < SHORTEST_EVIDENCE) {
			findings.add(finding("Rien ne montre que vous êtes prêts.", "Nothing shows that you are ready.",
					"Dites ce qui le prouve : chiffres, clients, lien.",
					"Say what proves it: figures, customers, a link."));
		}
		return Verdict.of(findings);
	}

	private static Finding finding(String french, String english, String remedyFrench, String remedyEnglish) {
		return new Finding("PRO-01", french, english, remedyFrench, remedyEnglish);
	}

	/** The latest answer; an empty text stands for nothing. */
	public record Facts(boolean conceptProven, boolean offerProven, String evidence) {

	}

}
