package org.binome.relationship;

import java.time.Instant;
import java.util.UUID;

/**
 * A revision of the terms as written, with what each side answered.
 *
 * @param revision counts from 1
 * @param ours our sponsor's answer, null before
 * @param partners the partner's answer, null before
 */
public record TermSheetRevision(UUID id, UUID partnershipId, int revision, Terms terms, Reply ours, Reply partners) {

	/** Whether both sides accepted exactly this revision (CON-06). */
	public boolean accepted() {
		return this.ours != null && this.ours.accepted() && this.partners != null && this.partners.accepted();
	}

	/**
	 * The terms of a revision in which nothing is missing.
	 */
	TermSheet sheet() {
		Terms from = this.terms;
		return new TermSheet(this.id, this.partnershipId, this.revision, from.kind(), from.ourContribution(),
				from.partnerContribution(), from.ourBenefit(), from.partnerBenefit(), from.territory(), from.products(),
				from.sectors(), from.valueMinor(), from.currency(), from.durationMonths(), from.noticeDays(),
				from.launchOn(), from.risk(), at(this.ours), at(this.partners));
	}

	private static Instant at(Reply reply) {
		return (reply != null && reply.accepted()) ? reply.at() : null;
	}

	/** What a side can answer. */
	public enum Answer {

		ACCEPTED, CHANGES, DECLINED

	}

	/**
	 * One side's answer.
	 *
	 * @param note what is to be changed, or why not
	 * @param by user name or the partner's person
	 */
	public record Reply(Answer answer, String note, String by, Instant at) {

		boolean accepted() {
			return this.answer == Answer.ACCEPTED;
		}

	}

}
