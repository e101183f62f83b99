package org.binome.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * CON-01, QUA-05: nothing starts before every party has signed the same approved text.
 */
public final class SignaturePolicy {

	private SignaturePolicy() {
	}

	public static Verdict verdict(Facts facts) {
		List<Finding> findings = new ArrayList<>();
		if (!facts.intact()) {
			findings.add(new Finding("CON-02", "Le document enregistré n’a plus l’empreinte de la révision.",
					"The stored document no longer has the revision’s fingerprint.",
					"Renvoyez le contrat : une nouvelle révision doit être établie.",
					"Return the contract: a new revision must be drawn up."));
		}
		if (!facts.approved()) {
			findings.add(new Finding("CON-02", "La révision %d n’est pas approuvée.".formatted(facts.revision()),
					"Revision %d is not approved.".formatted(facts.revision()), "Faites-la approuver.",
					"Have it approved."));
		}
		if (!facts.signedByUs()) {
			findings.add(new Finding("CON-01",
					"La révision %d n’est pas signée par une personne de la direction.".formatted(facts.revision()),
					"Revision %d is not signed by one of our sponsors.".formatted(facts.revision()),
					"Une personne ayant le rôle de direction doit signer.",
					"A person with the role sponsor must sign."));
		}
		if (!facts.signedByPartner()) {
			findings.add(new Finding("CON-01",
					"La révision %d n’est pas signée par le partenaire.".formatted(facts.revision()),
					"Revision %d is not signed by the partner.".formatted(facts.revision()),
					"Attendez la signature du partenaire.", "Wait for the partner’s signature."));
		}
		return Verdict.of(findings);
	}

	/**
	 * The facts of the current revision.
	 *
	 * @param intact the stored bytes still have the revision's fingerprint
	 * @param signedByUs by an account with the role SPONSOR, over the same fingerprint
	 * @param signedByPartner over the same fingerprint
	 */
	public record Facts(int revision, boolean intact, boolean approved, boolean signedByUs, boolean signedByPartner) {
	}

}
