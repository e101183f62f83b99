package org.binome.approach;

import java.time.LocalDate;

/**
 * A partner's reply.
 *
 * @param note what they said, may be empty
 * @param returnOn when they would like to be asked again, null if they did not say
 */
public record Reply(ReplyOutcome outcome, String note, LocalDate returnOn) {

	public Reply {
		note = (note != null) ? note.strip() : "";
	}

}
