package org.binome.gate;

import java.util.List;

/**
 * CON-02, CON-08: nobody signs a text that legal review has not approved, exactly as it
 * is, by somebody other than its author.
 */
public final class LegalApprovalPolicy {

	private LegalApprovalPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		if (!facts.approved()) {
			return Verdict.of(List.of(new Finding("CON-02",
					"La révision %d n’est pas approuvée par le service juridique.".formatted(facts.revision()),
					"Revision %d is not approved by legal review.".formatted(facts.revision()),
					"Lisez cette révision et approuvez-la.", "Read this revision and approve it.")));
		}
		if (!facts.approverIsLegal()) {
			return Verdict.of(List.of(notLegal("–")));
		}
		if (!facts.fourEyes()) {
			return Verdict.of(List.of(sameEyes("–")));
		}
		return Verdict.of(List.of());
	}

	public static Finding staleRevision(Integer read, int current) {
		return new Finding("CON-02",
				"La décision porte sur la révision %s, la révision actuelle est la %d.".formatted(read, current),
				"The decision is about revision %s, the current one is %d.".formatted(read, current),
				"Lisez la révision %d.".formatted(current), "Read revision %d.".formatted(current));
	}

	public static Finding otherText() {
		return new Finding("CON-02", "L’empreinte lue n’est pas celle du document actuel.",
				"The fingerprint that was read is not the current document’s.",
				"Rouvrez la page de relecture et décidez de nouveau.", "Open the review page again and decide again.");
	}

	public static Finding notLegal(String name) {
		return new Finding("CON-02", "%s n’a pas le rôle juridique.".formatted(name),
				"%s does not have the role of legal reviewer.".formatted(name),
				"Faites terminer la tâche par une personne du service juridique.",
				"Have the task completed by a legal reviewer.");
	}

	public static Finding sameEyes(String name) {
		return new Finding("CON-02", "%s a établi ce texte ou conduit ce partenariat.".formatted(name),
				"%s drew up this text or runs this partnership.".formatted(name),
				"Faites relire par une autre personne du service juridique.", "Have another legal reviewer read it.");
	}

	public static Finding noReason() {
		return new Finding("CON-02", "Un renvoi ou un refus demande un motif.", "A return or refusal needs a reason.",
				"Écrivez le motif.", "Write the reason.");
	}

	/**
	 * The facts of the current revision.
	 *
	 * @param approved the latest decision on exactly this text is an approval
	 * @param fourEyes the approver is neither its author nor the partnership's owner
	 */
	public record Facts(int revision, boolean approved, boolean approverIsLegal, boolean fourEyes) {
	}

}
