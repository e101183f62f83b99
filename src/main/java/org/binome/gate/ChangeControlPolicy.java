package org.binome.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * PLA-03: the plan is left in necessity only. Each change says why, what it touches, and
 * is approved by both sides; on ours, not by who asked for it.
 */
public final class ChangeControlPolicy {

	/** How many different words a reason and an impact have at least. */
	public static final int WORDS = 4;

	private ChangeControlPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		for (Change change : facts.changes()) {
			text(change, change.necessity(), "rien ne dit ce qui arriverait sans ce changement",
					"nothing says what would happen without this change",
					"Dites ce qui se passe si le plan reste comme il est ; si ce n’est pas grave, gardez le plan.",
					"Say what happens if the plan stays as it is; if it is not grave, keep the plan.", "necessity",
					findings);
			text(change, change.impact(), "l’effet sur les autres actions n’est pas dit",
					"the effect on other actions is not said", "Dites quelles actions et dates bougent avec celle-ci.",
					"Say which actions and dates move with this one.", "impact", findings);
			if (Words.blank(change.requestedBy())) {
				findings.add(finding(change, "on ne sait pas qui le demande", "nobody knows who asks for it",
						"Notez qui demande ce changement.", "Note who asks for this change.", "requestedBy"));
			}
			else if (!Words.blank(change.approvedByUs())
					&& change.approvedByUs().strip().equalsIgnoreCase(change.requestedBy().strip())) {
				approval(change, "la personne qui le demande l’a approuvé elle-même",
						"the person who asks for it approved it", "approvedByUs=" + change.approvedByUs(), findings);
			}
			if (Words.blank(change.approvedByUs())) {
				approval(change, "nous ne l’avons pas approuvé", "we have not approved it", "approvedByUs", findings);
			}
			if (Words.blank(change.approvedByPartner())) {
				approval(change, "le partenaire ne l’a pas approuvé", "the partner has not approved it",
						"approvedByPartner", findings);
			}
		}
		return Verdict.of(findings);
	}

	private static void text(Change change, String text, String french, String english, String remedyFrench,
			String remedyEnglish, String fact, List<Finding> findings) {
		if (!Words.atLeast(WORDS, text)) {
			findings.add(finding(change, french, english, remedyFrench, remedyEnglish, fact));
		}
	}

	private static void approval(Change change, String french, String english, String fact, List<Finding> findings) {
		findings.add(finding(change, french, english, "Faites-le approuver par une autre personne, des deux côtés.",
				"Have it approved by another person, on both sides.", fact));
	}

	private static Finding finding(Change change, String french, String english, String remedyFrench,
			String remedyEnglish, String fact) {
		return new Finding("PLA-03", "« %s » : %s.".formatted(change.action(), french),
				"“%s”: %s.".formatted(change.action(), english), remedyFrench, remedyEnglish, fact);
	}

	/** The changes asked for and not yet carried out; none is nothing to hold. */
	public record Facts(List<Change> changes) {
	}

	/**
	 * A departure from the plan.
	 *
	 * @param necessity what would happen without it
	 * @param impact what else it moves
	 * @param requestedBy user name
	 * @param approvedByUs user name; empty when nobody
	 * @param approvedByPartner the partner's person; empty when nobody
	 */
	public record Change(String action, String necessity, String impact, String requestedBy, String approvedByUs,
			String approvedByPartner) {
	}

}
