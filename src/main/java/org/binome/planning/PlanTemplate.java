package org.binome.planning;

import java.util.List;

import org.binome.planning.PlannedAction.Side;

/**
 * The steps towards a launch, as <code>templates/plans/TYPE.yaml</code> lists them.
 *
 * @param steps the earliest first; the last is the launch
 */
record PlanTemplate(String type, List<Step> steps) {

	static final String LAUNCH = "launch";

	PlanTemplate {
		steps = steps.stream().sorted((one, other) -> Integer.compare(other.before(), one.before())).toList();
	}

	/**
	 * One step.
	 *
	 * @param before working days before the launch, 0 for the launch itself
	 * @param mandatory whether the plan is incomplete without it
	 */
	record Step(String key, int before, Side side, boolean mandatory, String french, String english) {

		String name(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

}
