package org.binome.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A revision of the terms as written, with what each party answered.
 *
 * @param revision counts from 1
 * @param proposedKind what the formality ladder proposed for these terms, empty when it
 * was not asked (CON-11)
 * @param ours our sponsor's answer, null before
 * @param replies what the other parties answered so far, by side (CON-12)
 */
public record TermSheetRevision(UUID id, UUID partnershipId, int revision, Terms terms, String proposedKind, Reply ours,
		Map<String, Reply> replies) {

	/**
	 * What the other parties answer together: the first who doesn't accept speaks for
	 * all, silence is no answer, and only the last acceptance makes one (CON-12).
	 * @return null while an answer is missing
	 */
	public Reply partners() {
		return this.replies.values()
			.stream()
			.filter((reply) -> !reply.accepted())
			.min(Comparator.comparing(Reply::at))
			.orElseGet(() -> this.replies.keySet().containsAll(others())
					? this.replies.values().stream().max(Comparator.comparing(Reply::at)).orElseThrow() : null);
	}

	/** The sides other than ours, by position: "partner", "party-3" and so on. */
	public List<String> others() {
		return IntStream.rangeClosed(2, 2 + this.terms.parties().size()).mapToObj(Party::side).toList();
	}

	/** Those who have not answered. */
	public List<String> silent() {
		var silent = new ArrayList<>(others());
		silent.removeAll(this.replies.keySet());
		return silent;
	}

	/** Whether all parties accepted exactly this revision (CON-06). */
	public boolean accepted() {
		Reply partners = partners();
		return this.ours != null && this.ours.accepted() && partners != null && partners.accepted();
	}

	/**
	 * The terms of a revision in which nothing is missing.
	 */
	TermSheet sheet() {
		Terms from = this.terms;
		return new TermSheet(this.id, this.partnershipId, this.revision, from.kind(), from.ourContribution(),
				from.partnerContribution(), from.ourBenefit(), from.partnerBenefit(), from.territory(), from.products(),
				from.sectors(), from.valueMinor(), from.currency(), from.durationMonths(), from.noticeDays(),
				from.launchOn(), from.risk(), from.exclusive(), from.kindReason(),
				from.commission().none() ? null : from.commission(), from.ours(), from.partners(), from.parties(),
				at(this.ours), at(partners()));
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
