package org.binome.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * One run over all contracts in force that drafts each anew with the templates of the day
 * and compares the draft with the text in force. Nothing of it is ever approved, signed
 * or in force.
 *
 * @param reason why it was started
 * @param startedBy user name
 * @param endedAt null while it isn't done
 * @param waiting how many contracts are left
 * @param changed how many have a draft that differs from the text in force
 * @param unchanged how many would read the same
 * @param failed how many can't be drafted
 */
public record Batch(UUID id, State state, String reason, String startedBy, Instant startedAt, Instant endedAt,
		long waiting, long changed, long unchanged, long failed) {

	/** Whether a batch goes on. */
	public enum State {

		RUNNING, STOPPED, DONE

	}

	public long total() {
		return this.waiting + done();
	}

	public long done() {
		return this.changed + this.unchanged + this.failed;
	}

}
