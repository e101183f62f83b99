package org.binome.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A wish to leave the plan for one action, and what has become of it (PLA-03).
 *
 * @param action what the action was called when it was asked for
 * @param dueOn its day then
 * @param owner who answered for it then
 * @param launchOn the launch then
 * @param launch whether the action is the launch itself
 * @param requestedBy user name, empty until it was asked for
 * @param approvedByUs user name of who approved last on our side, empty when nobody has
 * @param approvedByPartner the partner's person who approved, empty when nobody has
 * @param refusal why it was refused, empty unless it was
 */
public record Change(UUID id, UUID partnershipId, UUID actionId, String action, LocalDate dueOn, String owner,
		LocalDate launchOn, boolean launch, Wish wish, String requestedBy, State state, String approvedByUs,
		String approvedByPartner, String refusal, Instant openedAt) {

	/** When the launch would be. */
	public LocalDate launchAfter() {
		return (this.launch && this.wish.dueOn() != null) ? this.wish.dueOn() : this.launchOn;
	}

	/**
	 * What is to change, and why.
	 *
	 * @param givenUp whether the action is not to be done at all
	 * @param name null when the words stay
	 * @param dueOn null when the day stays
	 * @param owner null when the owner stays
	 * @param necessity what would happen without the change
	 * @param impact what else it moves
	 */
	public record Wish(boolean givenUp, String name, LocalDate dueOn, String owner, String necessity, String impact) {

		/** Whether it leaves everything as it is. */
		public boolean nothing() {
			return !this.givenUp && this.name == null && this.dueOn == null && this.owner == null;
		}

	}

	/** How far a change has come. */
	public enum State {

		/** Wished for; what it is to be and why is not clear yet. */
		OPEN,

		/** Asked for with its reasons; the plan stands as it is. */
		ASKED,

		/** Both sides agreed, and the plan has changed. */
		APPLIED,

		/** One side said no; the plan stays. */
		REFUSED,

		/** Not asked for after all, or no longer possible; the plan stays. */
		WITHDRAWN

	}

}
