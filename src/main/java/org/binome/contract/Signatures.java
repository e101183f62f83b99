package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.account.Role;
import org.binome.contract.Contract.State;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Method;
import org.binome.contract.Signature.Side;
import org.binome.decision.Timeline;
import org.binome.document.Digest;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.LegalApprovalPolicy;
import org.binome.gate.SignaturePolicy;
import org.binome.gate.SignaturePolicy.Party;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signatures of all parties, each over the fingerprint of one text (CON-01, QUA-05).
 * One link, one person, one use: nobody signs for another.
 */
@Repository
public class Signatures {

	/** Somewhat longer than the process waits before it asks the owner. */
	private static final Duration LINK_VALIDITY = Duration.ofDays(35);

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Accounts accounts;

	private final Company company;

	private final Organisations organisations;

	private final Contracts contracts;

	private final Approvals approvals;

	private final SignedLinks links;

	private final SigningCodes codes;

	private final ContractFiles files;

	private final Signals signals;

	private final Timeline timeline;

	private final EvidenceChain evidence;

	Signatures(JdbcClient jdbc, Clock clock, Accounts accounts, Company company, Organisations organisations,
			Contracts contracts, Approvals approvals, SignedLinks links, SigningCodes codes, ContractFiles files,
			Signals signals, Timeline timeline, EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.accounts = accounts;
		this.company = company;
		this.organisations = organisations;
		this.contracts = contracts;
		this.approvals = approvals;
		this.links = links;
		this.codes = codes;
		this.files = files;
		this.signals = signals;
		this.timeline = timeline;
		this.evidence = evidence;
	}

	/**
	 * A party that has to sign.
	 *
	 * @param organisationId null for us
	 * @param party its name
	 * @param person who is asked to sign; null for us, where any sponsor may
	 * @param signature its latest answer to the current text, if any
	 */
	public record Required(UUID organisationId, String party, Person person, Optional<Signature> signature) {

		public boolean ours() {
			return this.organisationId == null;
		}

		public boolean signed() {
			return this.signature.filter((given) -> given.answer() == Answer.SIGNED).isPresent();
		}

		private boolean declined() {
			return this.signature.filter((given) -> given.answer() == Answer.DECLINED).isPresent();
		}

	}

	/** Who has to sign a revision, us first, and what they have answered so far. */
	public List<Required> required(Contract contract, Revision revision) {
		List<Required> required = new ArrayList<>();
		required.add(new Required(null, this.company.legalName(), null, valid(revision, Side.OURS)));
		for (Person signer : this.contracts.signers(contract.partnershipId())) {
			required.add(new Required(signer.organisationId(), this.organisations.get(signer.organisationId()).name(),
					signer, answer(revision, signer.organisationId())));
		}
		return List.copyOf(required);
	}

	/** Who is asked first. */
	public SigningOrder order(UUID contractId) {
		return SigningOrder.valueOf(this.jdbc.sql("select signing_order from contract where id = ?")
			.param(contractId)
			.query(String.class)
			.single());
	}

	/**
	 * Chooses who is asked first, as long as nobody has been asked to sign the current
	 * text.
	 * @return whether it was still possible
	 */
	@Transactional
	public boolean choose(UUID contractId, SigningOrder order) {
		if (asked(contractId)) {
			return false;
		}
		this.jdbc.sql("update contract set signing_order = ? where id = ?").params(order.name(), contractId).update();
		return true;
	}

	/** Whether the process has come to the signatures of the current text. */
	public boolean asked(UUID contractId) {
		return this.contracts.current(contractId)
			.filter((revision) -> this.jdbc.sql("select count(*) from contract where id = ? and signing_revision = ?")
				.params(contractId, revision.number())
				.query(Integer.class)
				.single() > 0)
			.isPresent();
	}

	/**
	 * Opens the signatures of the current text and tells the process what it need not
	 * wait for: our turn, and what was answered to the same text before.
	 * @param visit tells one visit of the process from the next; the same again tells
	 * nothing
	 */
	@Transactional
	public void begin(UUID contractId, long visit) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.current(contractId).orElseThrow();
		int begun = this.jdbc.sql("""
				update contract set signing_revision = ?, signing_visit = ?
				where id = ? and signing_visit is distinct from ?""")
			.params(revision.number(), visit, contractId, visit)
			.update();
		if (begun == 0) {
			return;
		}
		List<Required> required = required(contract, revision);
		if (order(contractId) != SigningOrder.PARTNERS_FIRST) {
			ourTurn(contract);
		}
		tell(contract, required);
		if (required.stream().anyMatch((party) -> party.ours() && party.signed() && onPaper(party))) {
			signedOnPaper(contract);
		}
	}

	/**
	 * Asks those partners to sign the current revision whose turn it is and who have not
	 * answered.
	 * @return the links to mail
	 */
	@Transactional
	public List<SignedLink> invite(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.current(contractId).orElseThrow();
		List<Required> required = required(contract, revision);
		boolean weSigned = required.stream().filter(Required::ours).allMatch(Required::signed);
		if (order(contractId) == SigningOrder.OURS_FIRST && !weSigned) {
			return List.of();
		}
		return required.stream()
			.filter((party) -> !party.ours() && party.signature().isEmpty())
			.map((party) -> this.links.issue("signature", contract.partnershipId(), party.person().id(), contractId,
					"signature:" + contractId + ":" + revision.number() + ":" + party.person().id(), LINK_VALIDITY))
			.toList();
	}

	/**
	 * Gives those who have not answered more time and, where a partner has another person
	 * now, asks that one.
	 * @return the links to mail again
	 */
	@Transactional
	public List<SignedLink> renew(UUID contractId) {
		return invite(contractId).stream().map((link) -> this.links.extend(link, LINK_VALIDITY)).toList();
	}

	/** Ends the wait: the contract is not signed. */
	@Transactional
	public void stop(UUID contractId, String reason, String username) {
		Contract contract = this.contracts.get(contractId);
		this.contracts.end(contractId, State.DECLINED);
		this.timeline.note(contract.partnershipId(),
				"signing-stopped:" + contractId + ":" + this.contracts.current(contractId).orElseThrow().number(),
				"contract", username, "Les signatures ne sont plus attendues : %s".formatted(reason),
				"Signatures are no longer awaited: %s".formatted(reason));
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
	 * What a person entered on the page behind a link.
	 *
	 * @param name as typed
	 * @param sha256 the fingerprint that was shown
	 * @param reason why not; required to decline
	 * @param drawing a PNG, or null
	 */
	public record Entry(String name, String title, String sha256, Answer answer, String reason, String statement,
			byte[] drawing, String ip, String userAgent) {
	}

	/**
	 * Keeps the answer of the person to whom a link was mailed, and uses the link up.
	 * @param session what the person got for the right code
	 * @throws OtherRevision when the text isn't the one that was shown
	 * @throws NotIdentified when the person has not shown, or too long ago, to read the
	 * mailbox
	 */
	@Transactional
	public void answer(SignedLink link, String session, Entry entry) {
		Instant verified = this.codes.verifiedAt(link, session).orElseThrow(NotIdentified::new);
		this.links.use(link);
		Contract contract = this.contracts.get(link.subjectId());
		Revision revision = asked(link);
		if (!revision.sha256().equals(entry.sha256()) || contract.state() != State.DRAFT) {
			throw new OtherRevision();
		}
		Person person = this.organisations.person(link.personId());
		if (answer(revision, person.organisationId()).isPresent()) {
			throw new InvalidLink(InvalidLink.Reason.USED);
		}
		String drawing = (entry.drawing() != null) ? this.files.keep("image/png", entry.drawing()) : null;
		keep(new Signature(contract.id(), revision.number(), revision.sha256(), Side.PARTNER, person.organisationId(),
				person.id().toString(), entry.name(), entry.title(), person.email(), entry.answer(), entry.reason(),
				Method.SIGNED_LINK, entry.statement(), entry.ip(), entry.userAgent(), verified, drawing, null,
				this.clock.instant()), "binome");
		tell(contract, required(contract, revision));
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
		keep(new Signature(contractId, revision.number(), revision.sha256(), Side.OURS, null, username, signer.name(),
				Role.SPONSOR.name(), signer.email(), answer, reason, Method.ACCOUNT, statement, "", "", null, null,
				null, at), username);
		return true;
	}

	/** Keeps what was signed by hand, once a second person has compared the scan. */
	void onPaper(Contract contract, List<Signature> given) {
		given.forEach((signature) -> keep(signature, "binome"));
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		if (!asked(contract.id())) {
			// told when the process comes to the signatures
			return;
		}
		if (given.stream().anyMatch((signature) -> signature.side() == Side.PARTNER)) {
			tell(contract, required(contract, revision));
		}
		if (given.stream().anyMatch((signature) -> signature.side() == Side.OURS)) {
			signedOnPaper(contract);
		}
	}

	private static boolean onPaper(Required party) {
		return party.signature().filter((given) -> given.method() == Method.WET_INK).isPresent();
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

	/** The latest answer of a partner to exactly this text, whoever gave it. */
	private Optional<Signature> answer(Revision revision, UUID organisationId) {
		return this.jdbc.sql("""
				select s.* from signature s left join person p on p.id::text = s.signer
				where s.contract_id = ? and s.revision = ? and s.sha256 = ? and s.side = 'PARTNER'
					and coalesce(s.organisation_id, p.organisation_id) = ?
				order by s.id desc limit 1""")
			.params(revision.contractId(), revision.number(), revision.sha256(), organisationId)
			.query(Signatures::signature)
			.optional();
	}

	/** Everything release depends on, from the database alone. */
	SignaturePolicy.Facts facts(Contract contract, Revision revision) {
		boolean intact = Digest.sha256(this.contracts.pdf(contract.id(), revision.number())).equals(revision.sha256());
		boolean approved = LegalApprovalPolicy.approved(this.approvals.facts(contract, revision));
		return new SignaturePolicy.Facts(revision.number(), intact, approved,
				required(contract, revision).stream().map(this::party).toList());
	}

	private Party party(Required required) {
		boolean counts = required.signed() && (!required.ours() || forUs(required.signature().orElseThrow()));
		return new Party(required.party(), required.ours(),
				counts ? Party.State.SIGNED : required.declined() ? Party.State.DECLINED : Party.State.WAITING);
	}

	/** A sponsor signs for us now as then; what is on paper was checked by two people. */
	private boolean forUs(Signature signature) {
		return signature.method() == Method.WET_INK
				|| this.accounts.find(signature.signer()).filter((account) -> account.has(Role.SPONSOR)).isPresent();
	}

	/** The process must not wait for what is there. */
	private void tell(Contract contract, List<Required> required) {
		List<Required> partners = required.stream().filter((party) -> !party.ours()).toList();
		if (partners.stream().anyMatch(Required::declined)) {
			signal(contract, "declined");
		}
		else if (partners.stream().allMatch(Required::signed)) {
			signal(contract, "signed");
			if (order(contract.id()) == SigningOrder.PARTNERS_FIRST) {
				ourTurn(contract);
			}
		}
	}

	private void signal(Contract contract, String answer) {
		this.signals.send("contract-signed", contract.partnershipId(), Map.of("partnerSignature", answer));
	}

	private void ourTurn(Contract contract) {
		this.signals.send("our-turn-to-sign", contract.partnershipId(), Map.of());
	}

	private void signedOnPaper(Contract contract) {
		this.signals.send("signed-on-paper", contract.partnershipId(), Map.of());
	}

	/** Stores an answer and what follows from it; the same once more changes nothing. */
	private void keep(Signature signature, String actor) {
		Contract contract = this.contracts.get(signature.contractId());
		this.jdbc.sql("""
				insert into signature (contract_id, revision, sha256, side, organisation_id, signer, signer_name,
					signer_title, signer_email, answer, reason, method, statement, ip, user_agent, code_verified_at,
					drawing_sha256, scan_id, signed_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (contract_id, revision, side, signer) do nothing returning id""")
			.params(signature.contractId(), signature.revision(), signature.sha256(), signature.side().name(),
					signature.organisationId(), signature.signer(), signature.name(), signature.title(),
					signature.email(), signature.answer().name(), signature.reason(), signature.method().name(),
					signature.statement(), signature.ip(), signature.userAgent(), timestamp(signature.codeVerifiedAt()),
					signature.drawingSha256(), signature.scanId(), Timestamp.from(signature.signedAt()))
			.query(Long.class)
			.optional()
			.ifPresent((id) -> this.evidence.append(contract.partnershipId(), EvidenceKind.SIGNATURE, id));
		if (signature.answer() == Answer.DECLINED) {
			this.contracts.end(contract.id(), State.DECLINED);
		}
		note(contract, signature, actor);
	}

	private void note(Contract contract, Signature signature, String actor) {
		boolean signed = signature.answer() == Answer.SIGNED;
		this.timeline.note(contract.partnershipId(), "signature:"
				+ contract.id() + ":" + signature.revision() + ":" + signature.side() + ":" + signature.signer(),
				"contract", actor,
				signed ? "%s a signé la révision %d.".formatted(signature.name(), signature.revision())
						: "%s n’a pas signé : %s".formatted(signature.name(), signature.reason()),
				signed ? "%s signed revision %d.".formatted(signature.name(), signature.revision())
						: "%s did not sign: %s".formatted(signature.name(), signature.reason()));
	}

	private static Timestamp timestamp(Instant at) {
		return (at != null) ? Timestamp.from(at) : null;
	}

	private static Instant instant(Timestamp at) {
		return (at != null) ? at.toInstant() : null;
	}

	private static Signature signature(ResultSet row, int number) throws SQLException {
		return new Signature(row.getObject("contract_id", UUID.class), row.getInt("revision"), row.getString("sha256"),
				Side.valueOf(row.getString("side")), row.getObject("organisation_id", UUID.class),
				row.getString("signer"), row.getString("signer_name"), row.getString("signer_title"),
				row.getString("signer_email"), Answer.valueOf(row.getString("answer")), row.getString("reason"),
				Method.valueOf(row.getString("method")), row.getString("statement"), row.getString("ip"),
				row.getString("user_agent"), instant(row.getTimestamp("code_verified_at")),
				row.getString("drawing_sha256"), row.getObject("scan_id", UUID.class),
				row.getTimestamp("signed_at").toInstant());
	}

	/** The text has changed since it was shown. */
	public static class OtherRevision extends RuntimeException {

		OtherRevision() {
			super("The contract has changed since this link was made; a new link is on its way.");
		}

	}

	/** The person has not shown to read the mailbox the link was sent to. */
	public static class NotIdentified extends RuntimeException {

		NotIdentified() {
			super("Enter the code from the mail first.");
		}

	}

}
