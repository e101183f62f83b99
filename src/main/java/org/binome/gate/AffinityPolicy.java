package org.binome.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * PRO-17, PRO-19, PRO-20: whoever is retained has a truly affine audience, and liking
 * somebody is no reason by itself.
 */
public final class AffinityPolicy {

	private static final int SHORTEST_EVIDENCE = 10;

	private AffinityPolicy() {
	}

	public static Verdict verdict(List<Choice> choices) {
		var findings = new ArrayList<Finding>();
		for (Choice choice : choices) {
			check(choice, findings);
		}
		return Verdict.of(findings);
	}

	private static void check(Choice choice, List<Finding> findings) {
		String name = choice.name();
		KnockOut knockOut = choice.knockOut();
		if (knockOut != null) {
			findings.add(new Finding(knockOut.audience() ? "PRO-20" : "PRO-17",
					name + " est éliminé par le critère « " + knockOut.french() + " ».",
					name + " is eliminated by the criterion “" + knockOut.english() + "”.",
					"Retirez ce candidat de la sélection.", "Take this candidate off the shortlist."));
		}
		if (choice.personalLiking() && choice.evidence().strip().length() < SHORTEST_EVIDENCE) {
			findings.add(new Finding("PRO-19", name + " ne vient que d’un coup de cœur : rien n’étaye ses notes.",
					name + " comes from personal liking only: nothing supports the marks.",
					"Retirez ce candidat, ou choisissez-en un dont les notes sont étayées.",
					"Take this candidate off, or choose one whose marks have evidence."));
		}
		if (choice.objects()) {
			findings.add(new Finding("APP-04", "Le contact de " + name + " a demandé à ne plus être contacté.",
					"The contact of " + name + " asked not to be contacted again.",
					"Retirez ce candidat de la sélection.", "Take this candidate off the shortlist."));
		}
	}

	/**
	 * A candidate retained.
	 *
	 * @param knockOut what eliminates the candidate, null if nothing
	 * @param personalLiking whether they came to mind because somebody likes them
	 * @param evidence what the marks rest on, may be empty
	 * @param objects whether the contact asked not to be contacted again
	 */
	public record Choice(String name, KnockOut knockOut, boolean personalLiking, String evidence, boolean objects) {

	}

	/**
	 * A criterion that eliminates.
	 *
	 * @param audience whether it is the affinity of the audience
	 */
	public record KnockOut(boolean audience, String french, String english) {

	}

}
