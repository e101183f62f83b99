package org.binome.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * PLA-01, PLA-02, PLA-05, PLA-06: no launch before every action has a date and a known
 * owner, none is due after the launch, and none of the mandatory ones is missing.
 */
public final class PlanCompletePolicy {

	private PlanCompletePolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.actions().isEmpty()) {
			findings.add(new Finding("PLA-01", "Le plan est vide.", "The plan is empty.",
					"Gardez les actions proposées et ajoutez les vôtres.",
					"Keep the actions proposed and add your own."));
		}
		for (Action action : facts.actions()) {
			check(action, facts.launchOn(), findings);
		}
		for (String missing : facts.missingMandatory()) {
			findings.add(new Finding("PLA-06", "L’action « " + missing + " » a été retirée.",
					"The action “" + missing + "” was taken out.",
					"Elle est revenue dans la liste : datez-la et donnez-lui un responsable.",
					"It is back in the list: give it a date and an owner."));
		}
		return Verdict.of(findings);
	}

	private static void check(Action action, LocalDate launchOn, List<Finding> findings) {
		String name = action.name().isBlank() ? "?" : action.name();
		if (action.name().isBlank()) {
			findings.add(new Finding("PLA-02", "Une action n’a pas de nom.", "An action has no name.", "Nommez-la.",
					"Name it."));
		}
		if (action.dueOn() == null) {
			findings.add(new Finding("PLA-02", "« " + name + " » n’a pas de date.", "“" + name + "” has no date.",
					"Datez l’action.", "Date the action."));
		}
		else if (action.dueOn().isAfter(launchOn)) {
			findings.add(new Finding("PLA-05", "« " + name + " » vient après le lancement du " + launchOn + ".",
					"“" + name + "” comes after the launch of " + launchOn + ".",
					"Avancez l’action, ou changez la date de l’action « Lancement ».",
					"Bring the action forward, or change the date of the action “Launch”."));
		}
		if (action.owner().isBlank()) {
			findings.add(new Finding("PLA-02", "« " + name + " » n’a pas de responsable.",
					"“" + name + "” has no owner.", "Nommez une personne.", "Name a person."));
		}
		else if (!action.ownerKnown()) {
			findings.add(new Finding("PLA-02",
					"« " + name + " » : « " + action.owner() + " » n’est connu d’aucun des deux côtés.",
					"“" + name + "”: “" + action.owner() + "” is known on neither side.",
					"Saisissez un de nos identifiants, ou le nom d’une personne du partenaire.",
					"Enter a user name of ours, or the name of one of the partner’s people."));
		}
	}

	/**
	 * The plan as reviewed.
	 *
	 * @param missingMandatory names of mandatory actions that were taken out
	 */
	public record Facts(LocalDate launchOn, List<Action> actions, List<String> missingMandatory) {
	}

	/**
	 * One action as reviewed; an empty text stands for nothing.
	 *
	 * @param dueOn null when there is no date
	 * @param ownerKnown whether the owner is a person of one of both sides
	 */
	public record Action(String name, LocalDate dueOn, String owner, boolean ownerKnown) {
	}

}
