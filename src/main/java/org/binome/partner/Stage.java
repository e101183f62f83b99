package org.binome.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a partnership stands. Each stage is one BPMN process of the same name.
 */
public enum Stage {

	APPROACH, RELATIONSHIP, CONTRACT, PLANNING, TRACKING;

	/** The id of the stage's BPMN process. */
	public String processId() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Stage> ofProcess(String processId) {
		return Arrays.stream(values()).filter((stage) -> stage.processId().equals(processId)).findFirst();
	}

}
