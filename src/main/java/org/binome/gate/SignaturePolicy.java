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
		if (facts.parties().stream().filter(Party::ours).noneMatch(Party::signed)) {
			findings.add(new Finding("CON-01",
					"La révision %d n’est pas signée par une personne de la direction.".formatted(facts.revision()),
					"Revision %d is not signed by one of our sponsors.".formatted(facts.revision()),
					"Une personne ayant le rôle de direction doit signer.",
					"A person with the role sponsor must sign."));
		}
		List<Party> partners = facts.parties().stream().filter((party) -> !party.ours()).toList();
		if (partners.isEmpty()) {
			findings.add(new Finding("CON-01", "Le contrat n’a pas de partenaire qui doive le signer.",
					"The contract has no partner who has to sign it.",
					"Nommez la personne qui signe pour le partenaire.", "Name the person who signs for the partner."));
		}
		partners.stream()
			.filter((party) -> !party.signed())
			.map((party) -> unsigned(facts, party))
			.forEach(findings::add);
		return Verdict.of(findings);
	}

	private static Finding unsigned(Facts facts, Party party) {
		if (party.state() == Party.State.DECLINED) {
			return new Finding("CON-01",
					"%s a refusé de signer la révision %d.".formatted(party.name(), facts.revision()),
					"%s declined to sign revision %d.".formatted(party.name(), facts.revision()),
					"Parlez-en au partenaire, puis établissez une nouvelle révision.",
					"Talk with the partner, then draw up a new revision.");
		}
		return new Finding("CON-01",
				"La révision %d n’est pas signée par %s.".formatted(facts.revision(), party.name()),
				"Revision %d is not signed by %s.".formatted(facts.revision(), party.name()),
				"Attendez la signature du partenaire.", "Wait for the partner’s signature.");
	}

	/**
	 * A party that has to sign.
	 *
	 * @param name its name in the contract
	 * @param ours whether it is our company
	 */
	public record Party(String name, boolean ours, State state) {

		/** Where its signature stands; it is about exactly the current fingerprint. */
		public enum State {

			WAITING, SIGNED, DECLINED

		}

		public boolean signed() {
			return this.state == State.SIGNED;
		}

	}

	/**
	 * The facts of the current revision.
	 *
	 * @param intact the stored bytes still have the revision's fingerprint
	 * @param parties all who have to sign; for us an account with the role SPONSOR
	 */
	public record Facts(int revision, boolean intact, boolean approved, List<Party> parties) {

		public Facts {
			parties = List.copyOf(parties);
		}

	}

}
