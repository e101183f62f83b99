package org.binome.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CON-02, CON-03, CON-08: nobody signs a text that the right people have not approved,
 * exactly as it is: each another person, none of them its author, and every clause that
 * deviates from the profile approved by itself (CON-07).
 */
public final class LegalApprovalPolicy {

	private LegalApprovalPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		List<Finding> findings = new ArrayList<>();
		int legal = approvers(facts, false).size();
		int sponsors = approvers(facts, true).size();
		if (facts.approvals().isEmpty()) {
			findings.add(new Finding("CON-02",
					"La révision %d n’est pas approuvée par le service juridique.".formatted(facts.revision()),
					"Revision %d is not approved by legal review.".formatted(facts.revision()),
					"Lisez cette révision et approuvez-la.", "Read this revision and approve it."));
		}
		else if (!enoughLegal(facts) || !enoughSponsors(facts)) {
			facts.approvals().forEach((given) -> unfit(given, findings));
			if (!enoughLegal(facts)) {
				findings.add(new Finding("CON-02",
						"Approbations juridiques par des personnes différentes : %d sur %d.".formatted(legal,
								facts.legalNeeded()),
						"Legal approvals by different people: %d of %d.".formatted(legal, facts.legalNeeded()),
						"Faites relire par une autre personne du service juridique.",
						"Have another legal reviewer read it.", "legal=%d/%d".formatted(legal, facts.legalNeeded())));
			}
			else {
				findings.add(new Finding("CON-02", "La direction n’a pas encore approuvé cette révision.",
						"A sponsor has not approved this revision yet.",
						"Approuvez-la : la tâche de la direction suit, pour une autre personne.",
						"Approve it: the sponsor’s task follows, for another person.",
						"sponsors=%d/%d".formatted(sponsors, facts.sponsorsNeeded())));
			}
		}
		facts.unapprovedDeviations().forEach((clause) -> findings.add(deviation(clause)));
		facts.changed().forEach((change) -> findings.add(changed(change)));
		return Verdict.of(findings);
	}

	/** Whether the right people approved this very text and each deviation in it. */
	public static boolean approved(Facts facts) {
		return enoughLegal(facts) && enoughSponsors(facts) && facts.unapprovedDeviations().isEmpty();
	}

	/** Whether as many legal reviewers approved as the table of approvals asks for. */
	public static boolean enoughLegal(Facts facts) {
		return approvers(facts, false).size() >= facts.legalNeeded();
	}

	/** Whether as many sponsors approved, each another person than the reviewers. */
	public static boolean enoughSponsors(Facts facts) {
		Set<String> everybody = new HashSet<>(approvers(facts, false));
		everybody.addAll(approvers(facts, true));
		return approvers(facts, true).size() >= facts.sponsorsNeeded()
				&& everybody.size() >= facts.legalNeeded() + facts.sponsorsNeeded();
	}

	private static Set<String> approvers(Facts facts, boolean sponsors) {
		return facts.approvals()
			.stream()
			.filter((given) -> given.asSponsor() == sponsors && given.person() && given.hadRole() && given.fourEyes())
			.map(Given::approver)
			.collect(Collectors.toSet());
	}

	private static void unfit(Given given, List<Finding> findings) {
		if (!given.person()) {
			findings.add(noPerson(given.approver()));
		}
		else if (!given.hadRole()) {
			findings.add(given.asSponsor() ? notSponsor(given.approver()) : notLegal(given.approver()));
		}
		if (!given.fourEyes()) {
			findings.add(sameEyes(given.approver()));
		}
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

	public static Finding notSponsor(String name) {
		return new Finding("CON-02", "%s n’a pas le rôle de direction.".formatted(name),
				"%s does not have the role of sponsor.".formatted(name),
				"Faites terminer la tâche par une personne de la direction.", "Have the task completed by a sponsor.");
	}

	/** Completed through the engine's interface by something that is nobody. */
	public static Finding noPerson(String username) {
		return new Finding("CON-02",
				"« %s » est un compte technique ou inconnu : son approbation ne compte pas.".formatted(username),
				"“%s” is a technical or unknown account: its approval doesn’t count.".formatted(username),
				"Faites terminer la tâche par une personne, avec son propre compte.",
				"Have a person complete the task with an account of their own.", "approver=" + username);
	}

	public static Finding sameEyes(String name) {
		return new Finding("CON-02", "%s a établi ce texte ou conduit ce partenariat.".formatted(name),
				"%s drew up this text or runs this partnership.".formatted(name),
				"Faites relire par une autre personne du service juridique.", "Have another legal reviewer read it.");
	}

	/** One person can't approve twice. */
	public static Finding twice(String name) {
		return new Finding("CON-02", "%s a déjà approuvé cette révision.".formatted(name),
				"%s has approved this revision already.".formatted(name),
				"Il manque l’approbation d’une autre personne.", "The approval of another person is missing.");
	}

	public static Finding noReason() {
		return new Finding("CON-02", "Un renvoi ou un refus demande un motif.", "A return or refusal needs a reason.",
				"Écrivez le motif.", "Write the reason.");
	}

	/** What a text is made of has changed since: who approved it approved another. */
	public static Finding changed(Change change) {
		return new Finding("CON-02", "%s depuis cette révision.".formatted(change.french),
				"%s since this revision.".formatted(change.english),
				"Renvoyez le contrat : une nouvelle révision sera établie et relue.",
				"Return the contract: a new revision is drawn up and reviewed.", "changed=" + change);
	}

	/**
	 * A clause is stricter or lighter than the profile and nobody else agreed to that.
	 */
	public static Finding deviation(String clause) {
		return new Finding("CON-07",
				"L’écart de la clause « %s » n’est approuvé par personne d’autre.".formatted(clause),
				"The deviation of the clause “%s” is approved by nobody else.".formatted(clause),
				"Une autre personne que celle qui l’a demandé l’approuve dans sa tâche, ou renvoie le texte.",
				"Somebody else than who asked for it approves it in their task, or returns the text.",
				"deviation=" + clause);
	}

	/**
	 * The facts of the current revision.
	 *
	 * @param legalNeeded how many legal reviewers the table of approvals asks for
	 * @param sponsorsNeeded how many sponsors beside them
	 * @param approvals on exactly this text, since it was last returned
	 * @param unapprovedDeviations titles of clauses
	 * @param changed what has changed since it was drawn up
	 */
	public record Facts(int revision, int legalNeeded, int sponsorsNeeded, List<Given> approvals,
			List<String> unapprovedDeviations, List<Change> changed) {
	}

	/** What a text is made of. */
	public enum Change {

		TEMPLATE("Les modèles ont changé", "The templates have changed"),

		DATA("Ce qui est convenu ou connu du partenaire a changé",
				"What is agreed or known of the partner has changed");

		private final String french;

		private final String english;

		Change(String french, String english) {
			this.french = french;
			this.english = english;
		}

	}

	/**
	 * An approval.
	 *
	 * @param approver user name
	 * @param asSponsor whether it was given in the sponsor's task, else in legal's
	 * @param person whether the account belongs to a person
	 * @param hadRole whether the account had the role at the moment it approved
	 * @param fourEyes the approver is neither the text's author nor the partnership's
	 * owner
	 */
	public record Given(String approver, boolean asSponsor, boolean person, boolean hadRole, boolean fourEyes) {
	}

}
