package org.binome.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One evaluation of a gate as it was recorded.
 *
 * @param letThrough whether the process went on
 */
public record Evaluation(UUID subject, Gate gate, boolean held, Mode mode, boolean letThrough, List<Finding> findings,
		Instant at) {
}
