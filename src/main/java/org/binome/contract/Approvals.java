package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Contract.State;
import org.binome.decision.Timeline;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.Finding;
import org.binome.gate.LegalApprovalPolicy;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decisions of legal review, each bound to the fingerprint of the text it is about: a
 * changed revision voids an approval by being another text.
 */
@Repository
public class Approvals {

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Contracts contracts;

	private final Partnerships partnerships;

	private final Timeline timeline;

	private final EvidenceChain evidence;

	Approvals(JdbcClient jdbc, Accounts accounts, Contracts contracts, Partnerships partnerships, Timeline timeline,
			EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.contracts = contracts;
		this.partnerships = partnerships;
		this.timeline = timeline;
		this.evidence = evidence;
	}

	/**
	 * What was completed in the review task.
	 *
	 * @param approver who completed it, as the engine tells it
	 * @param revision the revision the form showed
	 * @param sha256 the fingerprint the form showed
	 * @param entryKey tells one completion from the next
	 */
	public record Review(UUID contractId, String approver, Decision decision, String reason, Integer revision,
			String sha256, long entryKey, String taskKey, long processInstanceKey, int processVersion,
			OffsetDateTime completedAt) {
	}

	/**
	 * Keeps a review, unless something speaks against it.
	 * @return what speaks against it; empty when it was kept
	 */
	@Transactional
	public List<Finding> record(Review review) {
		if (recorded(review)) {
			return List.of();
		}
		Contract contract = this.contracts.get(review.contractId());
		Revision current = this.contracts.current(contract.id()).orElseThrow();
		List<Finding> findings = objections(review, contract, current);
		if (!findings.isEmpty()) {
			return findings;
		}
		this.jdbc.sql("""
				insert into approval (contract_id, revision, sha256, entry_key, approver, decision, reason,
					template_version, data_sha256, task_key, process_instance_key, process_version, completed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key) do nothing
				returning id""")
			.params(contract.id(), current.number(), current.sha256(), review.entryKey(), review.approver(),
					review.decision().name(), review.reason(), current.templateVersion(), current.dataSha256(),
					review.taskKey(), review.processInstanceKey(), review.processVersion(),
					Timestamp.from(review.completedAt().toInstant()))
			.query(Long.class)
			.optional()
			.ifPresent((id) -> this.evidence.append(contract.partnershipId(), EvidenceKind.APPROVAL, id));
		if (review.decision() == Decision.REFUSED) {
			this.contracts.end(contract.id(), State.REFUSED);
		}
		note(review, contract, current);
		return List.of();
	}

	/** The latest decision on exactly this text. */
	public Optional<Approval> latest(UUID contractId, int revision, String sha256) {
		return this.jdbc.sql(
				"select * from approval where contract_id = ? and revision = ? and sha256 = ? order by id desc limit 1")
			.params(contractId, revision, sha256)
			.query(Approvals::approval)
			.optional();
	}

	/** All decisions, newest first. */
	public List<Approval> of(UUID contractId) {
		return this.jdbc.sql("select * from approval where contract_id = ? order by id desc")
			.param(contractId)
			.query(Approvals::approval)
			.list();
	}

	LegalApprovalPolicy.Facts facts(Contract contract, Revision revision) {
		Optional<Approval> approval = latest(contract.id(), revision.number(), revision.sha256())
			.filter((latest) -> latest.decision() == Decision.APPROVED);
		String approver = approval.map(Approval::approver).orElse(null);
		return new LegalApprovalPolicy.Facts(revision.number(), approver != null, approver != null && isLegal(approver),
				approver != null && !isAuthor(approver, contract, revision));
	}

	private List<Finding> objections(Review review, Contract contract, Revision current) {
		List<Finding> findings = new ArrayList<>();
		if (review.revision() == null || review.revision() != current.number()) {
			findings.add(LegalApprovalPolicy.staleRevision(review.revision(), current.number()));
		}
		else if (!current.sha256().equals(review.sha256())) {
			findings.add(LegalApprovalPolicy.otherText());
		}
		if (!isLegal(review.approver())) {
			findings.add(LegalApprovalPolicy.notLegal(this.accounts.nameOf(review.approver())));
		}
		if (isAuthor(review.approver(), contract, current)) {
			findings.add(LegalApprovalPolicy.sameEyes(this.accounts.nameOf(review.approver())));
		}
		if (review.decision() != Decision.APPROVED && review.reason().isBlank()) {
			findings.add(LegalApprovalPolicy.noReason());
		}
		return findings;
	}

	private boolean isLegal(String username) {
		return this.accounts.find(username).filter((account) -> account.has(Role.LEGAL)).isPresent();
	}

	private boolean isAuthor(String username, Contract contract, Revision revision) {
		Partnership partnership = this.partnerships.get(contract.partnershipId());
		return username.equals(revision.author()) || username.equals(partnership.owner());
	}

	private boolean recorded(Review review) {
		return this.jdbc.sql("select count(*) from approval where contract_id = ? and entry_key = ?")
			.params(review.contractId(), review.entryKey())
			.query(Integer.class)
			.single() > 0;
	}

	private void note(Review review, Contract contract, Revision current) {
		String name = this.accounts.find(review.approver()).map(Account::name).orElse(review.approver());
		String french = switch (review.decision()) {
			case APPROVED -> "approuvée";
			case RETURNED -> "renvoyée";
			case REFUSED -> "refusée";
		};
		String english = switch (review.decision()) {
			case APPROVED -> "approved";
			case RETURNED -> "returned";
			case REFUSED -> "refused";
		};
		String reason = review.reason().isBlank() ? "" : " : " + review.reason();
		this.timeline.note(contract.partnershipId(), "approval:" + contract.id() + ":" + review.entryKey(), "contract",
				review.approver(), "Révision %d %s par %s%s".formatted(current.number(), french, name, reason),
				"Revision %d %s by %s%s".formatted(current.number(), english, name, reason.replace(" : ", ": ")));
	}

	private static Approval approval(ResultSet row, int number) throws SQLException {
		return new Approval(row.getObject("contract_id", UUID.class), row.getInt("revision"), row.getString("sha256"),
				row.getString("approver"), Decision.valueOf(row.getString("decision")), row.getString("reason"),
				row.getTimestamp("completed_at").toInstant());
	}

}
