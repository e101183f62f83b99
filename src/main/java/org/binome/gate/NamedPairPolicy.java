package org.binome.gate;

import java.util.ArrayList;

/**
 * GOV-01: no partnership without one named person on both sides.
 */
public final class NamedPairPolicy {

	private NamedPairPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.ourName().isBlank()) {
			findings.add(finding("Personne n’est désigné chez nous.", "Nobody is named on our side.",
					"Indiquez l’identifiant de la personne responsable chez nous.",
					"Enter the user name of the person in charge on our side."));
		}
		else if (!facts.ourAccountKnown()) {
			findings.add(finding("« " + facts.ourName() + " » n’a pas de compte chez nous.",
					"“" + facts.ourName() + "” has no account with us.",
					"Indiquez l’identifiant, le nom ou l’adresse d’un compte existant.",
					"Enter the user name, name or address of an account there is."));
		}
		if (facts.partnerName().isBlank()) {
			findings.add(finding("Le partenaire n’a désigné personne.", "The partner has named nobody.",
					"Insistez jusqu’à ce qu’une personne soit nommée, puis saisissez son nom.",
					"Insist until a person is named, then enter the name."));
		}
		if (!facts.partnerEmailUsable()) {
			findings.add(finding("« " + facts.partnerEmail() + " » n’est pas une adresse utilisable.",
					"“" + facts.partnerEmail() + "” is no usable mail address.",
					"Saisissez l’adresse professionnelle de la personne nommée par le partenaire.",
					"Enter the professional address of the person the partner has named."));
		}
		return Verdict.of(findings);
	}

	private static Finding finding(String french, String english, String remedyFrench, String remedyEnglish) {
		return new Finding("GOV-01", french, english, remedyFrench, remedyEnglish);
	}

	/**
	 * The pair as entered; an empty text stands for nothing.
	 *
	 * @param ourAccountKnown whether our person has a login
	 * @param partnerEmailUsable whether a mail can be sent there
	 */
	public record Facts(String ourName, boolean ourAccountKnown, String partnerName, String partnerEmail,
			boolean partnerEmailUsable) {

	}

}
