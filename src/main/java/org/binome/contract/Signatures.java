package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.contract.Contract.State;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Side;
import org.binome.decision.Timeline;
import org.binome.document.Digest;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.LegalApprovalPolicy;
import org.binome.gate.SignaturePolicy;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signatures of both sides, each over the fingerprint of one text (CON-01, QUA-05).
 * One link, one person, one use: nobody signs for another.
 */
@Repository
public class Signatures {

	private static final Duration LINK_VALIDITY = Duration.ofDays(60);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Accounts accounts;

	private final Contracts contracts;

	private final Approvals approvals;

	private final SignedLinks links;

	private final Signals signals;

	private final Timeline timeline;

	private final EvidenceChain evidence;

	Signatures(JdbcClient jdbc, Clock clock, Accounts accounts, Contracts contracts, Approvals approvals,
			SignedLinks links, Signals signals, Timeline timeline, EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.accounts = accounts;
		this.contracts = contracts;
		this.approvals = approvals;
		this.links = links;
		this.signals = signals;
		this.timeline = timeline;
		this.evidence = evidence;
	}

	/**
	 * Asks the partner to sign the current revision.
	 * @param entryKey tells one visit of the process from the next
	 * @return the link to mail; empty when the partner has already answered for this
	 * text, in which case the process is told again
	 */
	@Transactional
	public Optional<SignedLink> invite(UUID contractId, long entryKey) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.current(contractId).orElseThrow();
		Optional<Signature> answered = valid(revision, Side.PARTNER);
		if (answered.isPresent()) {
			tell(contract, answered.get().answer());
			return Optional.empty();
		}
		Person signer = this.contracts.signer(contract.partnershipId());
		return Optional.of(this.links.issue("signature", contract.partnershipId(), signer.id(), contractId,
				"signature:" + contractId + ":" + revision.number() + ":" + signer.id(), LINK_VALIDITY));
	}

	/**
	 * The revision a link asks to sign: it was the current one when the link was made.
	 * @throws OtherRevision when the text has changed since
	 */
	public Revision asked(SignedLink link) {
		Revision current = this.contracts.current(link.subjectId()).orElseThrow();
		String key = this.jdbc.sql("select business_key from signed_link where id = ?")
			.param(link.id())
			.query(String.class)
			.single();
		if (!key.startsWith("signature:" + link.subjectId() + ":" + current.number() + ":")) {
			throw new OtherRevision();
		}
		return current;
	}

	/**
	 * Keeps the partner's answer and uses the link up.
	 * @param sha256 the fingerprint that was shown
	 * @param reason why not; required to decline
	 * @throws OtherRevision when the text isn't the one that was shown
	 */
	@Transactional
	public void answer(SignedLink link, Person person, String typedName, String title, String sha256, Answer answer,
			String reason, String statement, String ip) {
		this.links.use(link);
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		if (!revision.sha256().equals(sha256) || contract.state() == State.IN_FORCE) {
			throw new OtherRevision();
		}
		store(new Signature(contract.id(), revision.number(), revision.sha256(), Side.PARTNER, person.id().toString(),
				typedName, title, person.email(), answer, reason, this.clock.instant()), "SIGNED_LINK", statement, ip);
		if (answer == Answer.DECLINED) {
			this.contracts.end(contract.id(), State.DECLINED);
		}
		note(contract, revision, "binome", typedName, answer, reason, person.id().toString());
		tell(contract, answer);
	}

	/**
	 * Keeps our answer. A person without the role SPONSOR can't sign for us: nothing is
	 * kept then and the gate will say so.
	 * @param username who completed the task, as the engine tells it
	 */
	@Transactional
	public boolean signForUs(UUID contractId, String username, Answer answer, String reason, String statement,
			Instant at) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.current(contractId).orElseThrow();
		Account signer = this.accounts.find(username).filter((account) -> account.has(Role.SPONSOR)).orElse(null);
		if (signer == null) {
			return false;
		}
		store(new Signature(contractId, revision.number(), revision.sha256(), Side.OURS, username, signer.name(),
				Role.SPONSOR.name(), signer.email(), answer, reason, at), "ACCOUNT", statement, "");
		if (answer == Answer.DECLINED) {
			this.contracts.end(contractId, State.DECLINED);
			withdraw(contract, revision);
		}
		note(contract, revision, username, signer.name(), answer, reason, username);
		return true;
	}

	/** The signatures and refusals of a contract, newest first. */
	public List<Signature> of(UUID contractId) {
		return this.jdbc.sql("select * from signature where contract_id = ? order by id desc")
			.param(contractId)
			.query(Signatures::signature)
			.list();
	}

	/** The latest answer of a side to exactly this text. */
	public Optional<Signature> valid(Revision revision, Side side) {
		return this.jdbc.sql("""
				select * from signature where contract_id = ? and revision = ? and sha256 = ? and side = ?
				order by id desc limit 1""")
			.params(revision.contractId(), revision.number(), revision.sha256(), side.name())
			.query(Signatures::signature)
			.optional();
	}

	/** Everything release depends on, from the database alone. */
	SignaturePolicy.Facts facts(Contract contract, Revision revision) {
		boolean intact = Digest.sha256(this.contracts.pdf(contract.id(), revision.number())).equals(revision.sha256());
		boolean approved = LegalApprovalPolicy.approved(this.approvals.facts(contract, revision));
		boolean ours = valid(revision, Side.OURS).filter((signature) -> signature.answer() == Answer.SIGNED)
			.flatMap((signature) -> this.accounts.find(signature.signer()))
			.filter((account) -> account.has(Role.SPONSOR))
			.isPresent();
		boolean partners = valid(revision, Side.PARTNER).filter((signature) -> signature.answer() == Answer.SIGNED)
			.isPresent();
		return new SignaturePolicy.Facts(revision.number(), intact, approved, ours, partners);
	}

	/** The process must not wait for a signature that is no longer wanted. */
	private void withdraw(Contract contract, Revision revision) {
		if (valid(revision, Side.PARTNER).isEmpty()) {
			this.signals.send("contract-signed", contract.partnershipId(), Map.of("partnerSignature", "withdrawn"));
		}
	}

	private void tell(Contract contract, Answer answer) {
		this.signals.send("contract-signed", contract.partnershipId(),
				Map.of("partnerSignature", (answer == Answer.SIGNED) ? "signed" : "declined"));
	}

	private void store(Signature signature, String method, String statement, String ip) {
		this.jdbc.sql("""
				insert into signature (contract_id, revision, sha256, side, signer, signer_name, signer_title,
					signer_email, answer, reason, method, statement, ip, signed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (contract_id, revision, side, signer) do nothing returning id""")
			.params(signature.contractId(), signature.revision(), signature.sha256(), signature.side().name(),
					signature.signer(), signature.name(), signature.title(), signature.email(),
					signature.answer().name(), signature.reason(), method, statement, ip,
					Timestamp.from(signature.signedAt()))
			.query(Long.class)
			.optional()
			.ifPresent((id) -> this.evidence.append(this.contracts.get(signature.contractId()).partnershipId(),
					EvidenceKind.SIGNATURE, id));
	}

	private void note(Contract contract, Revision revision, String actor, String name, Answer answer, String reason,
			String key) {
		boolean signed = answer == Answer.SIGNED;
		this.timeline.note(contract.partnershipId(), "signature:" + contract.id() + ":" + revision.number() + ":" + key,
				"contract", actor,
				signed ? "%s a signé la révision %d.".formatted(name, revision.number())
						: "%s n’a pas signé : %s".formatted(name, reason),
				signed ? "%s signed revision %d.".formatted(name, revision.number())
						: "%s did not sign: %s".formatted(name, reason));
	}

	private static Signature signature(ResultSet row, int number) throws SQLException {
		return new Signature(row.getObject("contract_id", UUID.class), row.getInt("revision"), row.getString("sha256"),
				Side.valueOf(row.getString("side")), row.getString("signer"), row.getString("signer_name"),
				row.getString("signer_title"), row.getString("signer_email"), Answer.valueOf(row.getString("answer")),
				row.getString("reason"), row.getTimestamp("signed_at").toInstant());
	}

	/** The text has changed since it was shown. */
	public static class OtherRevision extends RuntimeException {

		OtherRevision() {
			super("The contract has changed since this link was made; a new link is on its way.");
		}

	}

}
