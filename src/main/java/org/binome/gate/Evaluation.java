package org.binome.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One evaluation of a gate as it was recorded.
 *
 * @param id counts up with time
 * @param held whether the policy had findings
 * @param letThrough whether the process went on
 * @param override by whom it was let through; on an evaluation that holds, the override
 * waiting for the next one; null when there is none
 * @param policyVersion which rules were applied
 */
public record Evaluation(long id, UUID subject, Gate gate, boolean held, Mode mode, boolean letThrough,
		List<Finding> findings, GateOverride override, String policyVersion, Instant at) {

	public Evaluation {
		findings = List.copyOf(findings);
	}

	/** Whether the process can't go on. */
	public boolean stops() {
		return this.held && !this.letThrough;
	}

	/** Whether it went on in spite of findings because the policy table only warns. */
	public boolean warns() {
		return this.held && this.mode == Mode.WARN;
	}

	/** Whether a person let it pass in spite of its findings. */
	public boolean overridden() {
		return this.held && this.letThrough && this.override != null;
	}

}
