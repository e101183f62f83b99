package org.binome.contract;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Role;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Contract.State;
import org.binome.decision.Timeline;
import org.binome.document.ClauseLibrary;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.Finding;
import org.binome.gate.LegalApprovalPolicy;
import org.binome.gate.LegalApprovalPolicy.Given;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.relationship.TermSheet;

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

	private final Persons persons;

	private final Contracts contracts;

	private final Deviations deviations;

	private final ClauseLibrary clauses;

	private final ApprovalRoute route;

	private final Partnerships partnerships;

	private final Timeline timeline;

	private final EvidenceChain evidence;

	Approvals(JdbcClient jdbc, Persons persons, Contracts contracts, Deviations deviations, ClauseLibrary clauses,
			ApprovalRoute route, Partnerships partnerships, Timeline timeline, EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.persons = persons;
		this.contracts = contracts;
		this.deviations = deviations;
		this.clauses = clauses;
		this.route = route;
		this.partnerships = partnerships;
		this.timeline = timeline;
		this.evidence = evidence;
	}

	/**
	 * What was completed in a task of approval.
	 *
	 * @param as the role in which it counts: LEGAL or SPONSOR, by the task
	 * @param approver who completed it, as the engine tells it
	 * @param revision the revision the form showed
	 * @param sha256 the fingerprint the form showed
	 * @param entryKey tells one completion from the next
	 */
	public record Review(UUID contractId, Role as, String approver, Decision decision, String reason, Integer revision,
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
					template_version, data_sha256, task_key, process_instance_key, process_version, completed_at,
					given_as, roles)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key) do nothing
				returning id""")
			.params(contract.id(), current.number(), current.sha256(), review.entryKey(), review.approver(),
					review.decision().name(), review.reason(), current.templateVersion(), current.dataSha256(),
					review.taskKey(), review.processInstanceKey(), review.processVersion(),
					Timestamp.from(review.completedAt().toInstant()), review.as().name(),
					this.persons.roles(review.approver()))
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

	/** What the table of approvals asks for the current text. */
	public ApprovalRoute.Required required(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		return required(contract, this.contracts.current(contractId).orElseThrow());
	}

	/**
	 * Who still has to approve the current text beside those who did; empty when nobody.
	 */
	public Optional<Role> next(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		Revision current = this.contracts.current(contractId).orElseThrow();
		LegalApprovalPolicy.Facts facts = facts(contract, current);
		if (facts.approvals().isEmpty()) {
			return Optional.empty();
		}
		if (!LegalApprovalPolicy.enoughLegal(facts)) {
			return Optional.of(Role.LEGAL);
		}
		return LegalApprovalPolicy.enoughSponsors(facts) ? Optional.empty() : Optional.of(Role.SPONSOR);
	}

	LegalApprovalPolicy.Facts facts(Contract contract, Revision revision) {
		ApprovalRoute.Required required = required(contract, revision);
		return new LegalApprovalPolicy.Facts(revision.number(), required.legal(), required.sponsors(),
				given(contract, revision), unapproved(contract), this.contracts.changes(revision));
	}

	/** The approvals of exactly this text since it was last returned or refused. */
	private List<Given> given(Contract contract, Revision revision) {
		return this.jdbc.sql("""
				select * from approval where contract_id = :contract and revision = :revision and sha256 = :sha
					and decision = 'APPROVED' and id > (select coalesce(max(id), 0) from approval
						where contract_id = :contract and revision = :revision and decision <> 'APPROVED')
				order by id""")
			.param("contract", contract.id())
			.param("revision", revision.number())
			.param("sha", revision.sha256())
			.query((row, number) -> {
				String approver = row.getString("approver");
				Role as = (row.getString("given_as") != null) ? Role.valueOf(row.getString("given_as")) : Role.LEGAL;
				String roles = row.getString("roles");
				boolean hadRole = (roles != null) ? List.of(roles.split(" ")).contains(as.name())
						: this.persons.has(approver, as);
				return new Given(approver, as == Role.SPONSOR, roles != null || this.persons.find(approver).isPresent(),
						hadRole, !isAuthor(approver, contract, revision));
			})
			.list();
	}

	private ApprovalRoute.Required required(Contract contract, Revision revision) {
		TermSheet terms = this.contracts.acceptedTerms(contract.partnershipId());
		BigDecimal value = BigDecimal.valueOf(terms.valueMinor(),
				Currency.getInstance(terms.currency()).getDefaultFractionDigits());
		return this.route.of(new ApprovalRoute.Facts(revision.kind(), revision.clauseProfile(), value,
				this.deviations.of(contract.id()).size()));
	}

	private List<String> unapproved(Contract contract) {
		return this.deviations.pending(contract.id())
			.stream()
			.map((deviation) -> this.clauses.title(deviation.clause(), "fr"))
			.toList();
	}

	private List<Finding> objections(Review review, Contract contract, Revision current) {
		List<Finding> findings = new ArrayList<>();
		if (review.revision() == null || review.revision() != current.number()) {
			findings.add(LegalApprovalPolicy.staleRevision(review.revision(), current.number()));
		}
		else if (!current.sha256().equals(review.sha256())) {
			findings.add(LegalApprovalPolicy.otherText());
		}
		String name = this.persons.nameOf(review.approver());
		if (this.persons.find(review.approver()).isEmpty()) {
			findings.add(LegalApprovalPolicy.noPerson(review.approver()));
		}
		else if (!this.persons.has(review.approver(), review.as())) {
			findings.add((review.as() == Role.SPONSOR) ? LegalApprovalPolicy.notSponsor(name)
					: LegalApprovalPolicy.notLegal(name));
		}
		if (isAuthor(review.approver(), contract, current)) {
			findings.add(LegalApprovalPolicy.sameEyes(name));
		}
		if (review.decision() != Decision.APPROVED && review.reason().isBlank()) {
			findings.add(LegalApprovalPolicy.noReason());
		}
		if (review.decision() == Decision.APPROVED) {
			if (alreadyCounted(review, contract, current)) {
				findings.add(LegalApprovalPolicy.twice(name));
			}
			unapproved(contract).forEach((clause) -> findings.add(LegalApprovalPolicy.deviation(clause)));
			this.contracts.changes(current).forEach((change) -> findings.add(LegalApprovalPolicy.changed(change)));
		}
		return findings;
	}

	/**
	 * Whether this person's approval counts already while another person's is missing.
	 */
	private boolean alreadyCounted(Review review, Contract contract, Revision current) {
		LegalApprovalPolicy.Facts facts = facts(contract, current);
		return facts.approvals().stream().anyMatch((given) -> given.approver().equals(review.approver()))
				&& facts.approvals().stream().map(Given::approver).distinct().count() < facts.legalNeeded()
						+ facts.sponsorsNeeded();
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
		String name = this.persons.nameOf(review.approver());
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
