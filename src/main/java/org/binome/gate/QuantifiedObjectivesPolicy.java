package org.binome.gate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * QUA-03, QUA-14, QUA-15: a common project, and objectives with a number, a unit, a date
 * to come and a benchmark or the reason why there is none.
 */
public final class QuantifiedObjectivesPolicy {

	private QuantifiedObjectivesPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.commonProject().isBlank()) {
			findings
				.add(new Finding("QUA-03", "Le projet commun n’est pas écrit.", "The common project is not written.",
						"Décrivez en quelques phrases ce que vous ferez ensemble et le besoin auquel cela répond.",
						"Describe in a few sentences what you will do together and the need it meets."));
		}
		if (facts.objectives().isEmpty()) {
			findings.add(new Finding("QUA-14", "Aucun objectif n’est fixé.", "No objective is set.",
					"Fixez au moins un objectif ambitieux, de préférence un chiffre d’affaires.",
					"Set at least one ambitious objective, best a revenue."));
		}
		int number = 0;
		for (Objective objective : facts.objectives()) {
			number++;
			String name = objective.name().isBlank() ? "n° " + number : "« " + objective.name() + " »";
			String english = objective.name().isBlank() ? "no. " + number : "“" + objective.name() + "”";
			check(objective, name, english, facts.today(), findings);
		}
		return Verdict.of(findings);
	}

	private static void check(Objective objective, String french, String english, LocalDate today,
			List<Finding> findings) {
		if (objective.name().isBlank()) {
			findings.add(new Finding("QUA-14", "L’objectif " + french + " n’a pas de nom.",
					"The objective " + english + " has no name.", "Nommez-le.", "Name it."));
		}
		if (objective.target() == null || objective.target().signum() <= 0) {
			findings.add(new Finding("QUA-14", "L’objectif " + french + " n’a pas de chiffre.",
					"The objective " + english + " has no number.", "Donnez un nombre plus grand que zéro.",
					"Give a number greater than zero."));
		}
		if (objective.unit().isBlank()) {
			findings.add(new Finding("QUA-14", "L’objectif " + french + " n’a pas d’unité.",
					"The objective " + english + " has no unit.", "Dites ce qui est compté : EUR, achats, clients…",
					"Say what is counted: EUR, purchases, customers…"));
		}
		if (objective.dueOn() == null) {
			findings.add(new Finding("QUA-14", "L’objectif " + french + " n’a pas de date.",
					"The objective " + english + " has no date.", "Dites pour quand.", "Say by when."));
		}
		else if (!objective.dueOn().isAfter(today)) {
			findings.add(new Finding("QUA-14", "La date de l’objectif " + french + " est passée.",
					"The date of the objective " + english + " is past.", "Choisissez une date à venir.",
					"Choose a date to come."));
		}
		if (objective.benchmark().isBlank()) {
			findings.add(new Finding("QUA-15", "L’objectif " + french + " n’est comparé à rien.",
					"The objective " + english + " is compared with nothing.",
					"Dites ce qu’obtiennent des concurrents, ou ce que le partenaire a fait avec eux ; si ce n’est pas possible, dites pourquoi.",
					"Say what competitors get, or what the partner did with them; if that is not possible, say why."));
		}
	}

	/** The latest objectives as entered; an empty text stands for nothing. */
	public record Facts(String commonProject, List<Objective> objectives, LocalDate today) {
	}

	/** One objective as entered. */
	public record Objective(String name, BigDecimal target, String unit, LocalDate dueOn, String benchmark) {
	}

}
