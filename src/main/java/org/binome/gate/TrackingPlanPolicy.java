package org.binome.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * TRK-01, 02, 03, 06, 09: before anything starts, each objective has one or two decisive
 * metrics and no more, none of vanity, each with a target, an owner and what we will do
 * when it is off target.
 */
public final class TrackingPlanPolicy {

	/** The most decisive metrics of one objective. */
	public static final int MOST = 2;

	private TrackingPlanPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.objectives().isEmpty()) {
			findings.add(new Finding("TRK-01", "Il n’y a pas d’objectif à suivre.", "There is no objective to follow.",
					"Fixez d’abord des objectifs.", "Set objectives first."));
		}
		for (String objective : facts.objectives()) {
			long metrics = facts.metrics().stream().filter((metric) -> objective.equals(metric.objective())).count();
			if (metrics == 0) {
				findings.add(new Finding("TRK-01", "L’objectif « " + objective + " » n’a pas d’indicateur.",
						"The objective “" + objective + "” has no metric.",
						"Donnez-lui un ou deux indicateurs décisifs.", "Give it one or two decisive metrics."));
			}
			else if (metrics > MOST) {
				findings.add(new Finding("TRK-02",
						"L’objectif « " + objective + " » a " + metrics + " indicateurs ; deux au plus décident.",
						"The objective “" + objective + "” has " + metrics + " metrics; two at most decide.",
						"Gardez les deux qui décident.", "Keep the two that decide."));
			}
		}
		for (Metric metric : facts.metrics()) {
			check(metric, findings);
		}
		return Verdict.of(findings);
	}

	private static void check(Metric metric, List<Finding> findings) {
		String name = metric.name().isBlank() ? "?" : metric.name();
		if (metric.name().isBlank()) {
			findings.add(new Finding("TRK-01", "Un indicateur n’a pas de nom.", "A metric has no name.", "Nommez-le.",
					"Name it."));
		}
		if (metric.objective() == null) {
			findings.add(new Finding("TRK-01", "« " + name + " » ne sert aucun objectif.",
					"“" + name + "” serves no objective.", "Choisissez l’objectif.", "Choose the objective."));
		}
		if (metric.vanity()) {
			findings.add(new Finding("TRK-03", "« " + name + " » flatte mais ne décide de rien.",
					"“" + name + "” flatters but decides nothing.",
					"Prenez ce qui compte : clics (contacts) et conversions (achats).",
					"Take what counts: clicks (leads) and conversions (purchases)."));
		}
		if (metric.target() == null || metric.unit().isBlank()) {
			findings.add(new Finding("TRK-01", "« " + name + " » n’a pas de cible avec son unité.",
					"“" + name + "” has no target with its unit.", "Donnez un nombre et une unité.",
					"Give a number and a unit."));
		}
		if (metric.owner().isBlank()) {
			findings.add(new Finding("TRK-06", "« " + name + " » n’a pas de responsable.",
					"“" + name + "” has no owner.", "Nommez une personne.", "Name a person."));
		}
		else if (!metric.ownerKnown()) {
			findings.add(new Finding("TRK-06",
					"« " + name + " » : « " + metric.owner() + " » n’est connu d’aucun des deux côtés.",
					"“" + name + "”: “" + metric.owner() + "” is known on neither side.",
					"Saisissez un de nos identifiants, ou le nom d’une personne du partenaire.",
					"Enter a user name of ours, or the name of one of the partner’s people."));
		}
		if (metric.offTarget().isBlank()) {
			findings.add(new Finding("TRK-09", "« " + name + " » : rien n’est prévu s’il est hors cible.",
					"“" + name + "”: nothing is planned when it is off target.",
					"Dites ce que vous ferez ; un indicateur sans action ne vaut rien.",
					"Say what you will do; a metric with no action behind it is worth nothing."));
		}
	}

	/**
	 * The tracking plan as entered.
	 *
	 * @param objectives one text per objective that tells it from the others
	 */
	public record Facts(List<String> objectives, List<Metric> metrics) {
	}

	/**
	 * One metric as entered; an empty text stands for nothing.
	 *
	 * @param objective its objective, null when there is none
	 * @param vanity whether the catalogue calls it so
	 * @param target null when there is no number
	 * @param ownerKnown whether the owner is a person of one of both sides
	 */
	public record Metric(String objective, String name, boolean vanity, BigDecimal target, String unit, String owner,
			boolean ownerKnown, String offTarget) {
	}

}
