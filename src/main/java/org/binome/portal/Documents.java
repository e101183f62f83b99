package org.binome.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.Revision;

import org.springframework.stereotype.Component;

/**
 * The documents of a partnership as its page lists them, newest first.
 */
@Component
class Documents {

	private final Contracts contracts;

	private final Approvals approvals;

	Documents(Contracts contracts, Approvals approvals) {
		this.contracts = contracts;
		this.approvals = approvals;
	}

	List<Document> of(UUID partnershipId) {
		return this.contracts.chain(partnershipId)
			.stream()
			.flatMap((contract) -> this.contracts.revisions(contract.id())
				.stream()
				.map((revision) -> document(contract, revision)))
			.toList();
	}

	private Document document(Contract contract, Revision revision) {
		boolean inForce = Integer.valueOf(revision.number()).equals(contract.revisionInForce());
		boolean approved = this.approvals.latest(contract.id(), revision.number(), revision.sha256())
			.filter((approval) -> approval.decision() == Decision.APPROVED)
			.isPresent();
		return new Document(contract.id(), contract.reference(), revision.number(),
				inForce ? "IN_FORCE" : approved ? "APPROVED" : "", revision.createdAt());
	}

	/**
	 * One revision of a contract.
	 *
	 * @param standing IN_FORCE, APPROVED or empty
	 */
	public record Document(UUID contractId, String reference, int revision, String standing, Instant at) {

		public String pdf() {
			return "/contracts/" + this.contractId + "/revisions/" + this.revision + ".pdf";
		}

		public String review() {
			return "/contracts/" + this.contractId + "/review";
		}

	}

}
