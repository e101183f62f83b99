package org.binome.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * TRK-10, PIL-05: a partnership ends with what was learnt of it, objective by objective,
 * and with thanks. One that ends early also says what it cost and which choice was wrong.
 */
public final class ClosingPolicy {

	/** How many different words an explanation has at least. */
	public static final int WORDS = 4;

	private ClosingPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		text("TRK-10", facts.wentWell(), "On ne dit pas ce qui a réussi.", "Nothing says what went well.",
				"Notez au moins une chose qui a réussi, et pourquoi.",
				"Note one thing at least that went well, and why.", "wentWell", findings);
		text("TRK-10", facts.wentBadly(), "On ne dit pas ce qui a échoué.", "Nothing says what went badly.",
				"Notez au moins une chose qui a manqué, et pourquoi.", "Note one thing at least that failed, and why.",
				"wentBadly", findings);
		if (facts.lessons().stream().noneMatch((lesson) -> Words.atLeast(WORDS, lesson))) {
			findings.add(new Finding("TRK-10", "Aucune leçon n’est tirée.", "No lesson is drawn.",
					"Écrivez ce que le prochain partenariat doit faire autrement.",
					"Write what the next partnership should do otherwise.", "lessons=0"));
		}
		for (Outcome outcome : facts.outcomes()) {
			text("TRK-10", outcome.why(), "« %s » : on ne dit pas pourquoi ce résultat.".formatted(outcome.objective()),
					"“%s”: nothing says why this was the result.".formatted(outcome.objective()),
					"Dites ce qui a fait atteindre ou manquer cet objectif.",
					"Say what made this objective be met or missed.", outcome.objective(), findings);
		}
		if (!facts.partnerThanked()) {
			findings.add(new Finding("PIL-05", "Le partenaire n’a pas reçu de message de clôture.",
					"The partner has had no closing message.", "Remerciez-le et dites ce qui se termine, et quand.",
					"Thank them and say what ends, and when.", "partnerThanked=false"));
		}
		if (facts.early()) {
			early(facts, findings);
		}
		return Verdict.of(findings);
	}

	private static void early(Facts facts, List<Finding> findings) {
		if (facts.hoursSpent() == null || facts.hoursSpent() < 0 || facts.moneySpentMinor() == null
				|| facts.moneySpentMinor() < 0) {
			findings.add(new Finding("PIL-05", "Le coût de l’arrêt n’est pas noté.",
					"The cost of stopping is not noted.", "Saisissez les heures et l’argent engagés, zéro compris.",
					"Enter the hours and the money spent, zero included.",
					"hours=" + facts.hoursSpent() + ", money=" + facts.moneySpentMinor()));
		}
		text("PIL-05", facts.wrongChoice(), "On ne dit pas quel choix s’est révélé mauvais.",
				"Nothing says which choice proved wrong.",
				"Dites quel critère de choix nous a trompés, pour mieux choisir ensuite.",
				"Say which criterion misled us, to choose better next time.", "wrongChoice", findings);
	}

	private static void text(String rule, String text, String french, String english, String remedyFrench,
			String remedyEnglish, String fact, List<Finding> findings) {
		if (!Words.atLeast(WORDS, text)) {
			findings.add(new Finding(rule, french, english, remedyFrench, remedyEnglish, fact));
		}
	}

	/**
	 * The retrospective.
	 *
	 * @param early whether it ends before its term
	 * @param hoursSpent null when not entered; asked for an early end only
	 * @param moneySpentMinor in minor units; null when not entered
	 * @param wrongChoice which criterion of choice misled us
	 */
	public record Facts(String wentWell, String wentBadly, List<String> lessons, List<Outcome> outcomes,
			boolean partnerThanked, boolean early, Integer hoursSpent, Long moneySpentMinor, String wrongChoice) {
	}

	/** What became of an objective. */
	public record Outcome(String objective, boolean reached, String why) {
	}

}
