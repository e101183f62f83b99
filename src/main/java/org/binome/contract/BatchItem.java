package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of one contract in a batch.
 *
 * @param number of the contract; items come in this order
 * @param revision the revision in force it is compared with
 * @param templateVersion fingerprint of the templates the draft was made with
 * @param changedClauses how many clauses differ from the text in force
 * @param sha256 of the draft's PDF, null unless {@link State#CHANGED}
 * @param reason why it can't be drafted, null unless {@link State#FAILED}
 */
public record BatchItem(UUID batchId, UUID contractId, long number, String reference, String organisation, int revision,
		State state, String templateVersion, int changedClauses, String sha256, String reason, Instant doneAt) {

	/** How drafting a contract ended. */
	public enum State {

		WAITING, CHANGED, UNCHANGED, FAILED

	}

}
