package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.contract.Contract.State;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Method;
import org.binome.contract.Signature.Side;
import org.binome.contract.Signatures.Required;
import org.binome.decision.Timeline;
import org.binome.document.DocumentFailure;
import org.binome.document.Pictures;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.LegalApprovalPolicy;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contracts signed by hand on paper: one person uploads the scan and says who signed and
 * when, another compares it with the revision. Only then does it count (CON-01).
 */
@Repository
public class SignedScans {

	private static final String SCAN = """
			select s.*, k.checked_by, k.checked_at, k.matches, k.note
			from signed_scan s left join scan_check k on k.scan_id = s.id""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final Accounts accounts;

	private final Contracts contracts;

	private final Approvals approvals;

	private final Signatures signatures;

	private final ContractFiles files;

	private final Timeline timeline;

	private final EvidenceChain evidence;

	SignedScans(JdbcClient jdbc, JsonMapper json, Clock clock, Accounts accounts, Contracts contracts,
			Approvals approvals, Signatures signatures, ContractFiles files, Timeline timeline,
			EvidenceChain evidence) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.accounts = accounts;
		this.contracts = contracts;
		this.approvals = approvals;
		this.signatures = signatures;
		this.files = files;
		this.timeline = timeline;
		this.evidence = evidence;
	}

	/**
	 * Who signed the paper.
	 *
	 * @param organisationId the partner; null for us
	 */
	public record SignedBy(UUID organisationId, String name, String title, LocalDate signedOn) {
	}

	/**
	 * A scan as uploaded.
	 *
	 * @param sha256 of the revision that was signed
	 * @param scanSha256 of the scan
	 * @param checkedBy who compared it; null before, like the rest
	 * @param matches whether it is the revision
	 */
	public record Scan(UUID id, UUID contractId, int revision, String sha256, String scanSha256,
			List<SignedBy> signedBy, String uploadedBy, Instant uploadedAt, String checkedBy, Instant checkedAt,
			Boolean matches, String note) {
	}

	/**
	 * Keeps a scan; the same file once.
	 * @param sha256 the fingerprint of the revision that was shown
	 * @throws Refused with what has to be entered otherwise
	 */
	@Transactional
	public Scan upload(UUID contractId, String sha256, byte[] file, List<SignedBy> signedBy, String username) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.current(contractId).orElseThrow(() -> new Refused(Reason.OTHER_REVISION));
		if (!revision.sha256().equals(sha256) || contract.state() != State.DRAFT) {
			throw new Refused(Reason.OTHER_REVISION);
		}
		if (!LegalApprovalPolicy.approved(this.approvals.facts(contract, revision))) {
			throw new Refused(Reason.NOT_APPROVED);
		}
		check(contract, revision, signedBy);
		String scan = this.files.keep(type(file), file);
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into signed_scan (id, contract_id, revision, sha256, scan_sha256, signed_by, uploaded_by,
					uploaded_at)
				values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (contract_id, revision, scan_sha256) do nothing
				returning id""")
			.params(id, contractId, revision.number(), sha256, scan, this.json.writeValueAsString(signedBy), username,
					Timestamp.from(this.clock.instant()))
			.query(UUID.class)
			.optional()
			.ifPresentOrElse((stored) -> uploaded(contract, stored, username), () -> {
				throw new Refused(Reason.KNOWN);
			});
		return get(id).orElseThrow();
	}

	/**
	 * Keeps what a second person found. A scan that matches is the signature of those it
	 * names.
	 * @throws Refused when the person uploaded it, or it was compared already
	 */
	@Transactional
	public void compare(UUID scanId, boolean matches, String note, String username) {
		Scan scan = get(scanId).orElseThrow(() -> new Refused(Reason.OTHER_REVISION));
		Contract contract = this.contracts.get(scan.contractId());
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		if (scan.uploadedBy().equals(username)) {
			throw new Refused(Reason.SAME_PERSON);
		}
		if (!matches && note.isBlank()) {
			throw new Refused(Reason.NO_NOTE);
		}
		if (!revision.sha256().equals(scan.sha256()) || contract.state() != State.DRAFT) {
			throw new Refused(Reason.OTHER_REVISION);
		}
		UUID id = this.jdbc.sql("""
				insert into scan_check (id, scan_id, matches, note, checked_by, checked_at) values (?, ?, ?, ?, ?, ?)
				on conflict (scan_id) do nothing returning id""")
			.params(UUID.randomUUID(), scanId, matches, note, username, Timestamp.from(this.clock.instant()))
			.query(UUID.class)
			.optional()
			.orElseThrow(() -> new Refused(Reason.KNOWN));
		this.evidence.append(contract.partnershipId(), EvidenceKind.SCAN_CHECK, id);
		if (matches) {
			this.signatures.onPaper(contract, scan.signedBy().stream().map((by) -> signature(scan, by)).toList());
		}
		note(contract, "scan-check:" + scanId, username,
				matches ? "%s a vérifié que le scan du contrat signé correspond à la révision %d."
						: "%s a écarté un scan du contrat signé (révision %d).",
				matches ? "%s checked that the scan of the signed contract matches revision %d."
						: "%s rejected a scan of the signed contract (revision %d).",
				scan.revision());
	}

	/** All scans of a contract, newest first. */
	public List<Scan> of(UUID contractId) {
		return this.jdbc.sql(SCAN + " where s.contract_id = ? order by s.uploaded_at desc")
			.param(contractId)
			.query(this::scan)
			.list();
	}

	public Optional<Scan> get(UUID scanId) {
		return this.jdbc.sql(SCAN + " where s.id = ?").param(scanId).query(this::scan).optional();
	}

	private void check(Contract contract, Revision revision, List<SignedBy> signedBy) {
		if (signedBy.isEmpty()) {
			throw new Refused(Reason.NOBODY);
		}
		LocalDate today = LocalDate.now(this.clock);
		LocalDate drawnUp = LocalDate.ofInstant(revision.createdAt(), this.clock.getZone());
		List<Required> required = this.signatures.required(contract, revision);
		for (SignedBy by : signedBy) {
			Required party = required.stream()
				.filter((one) -> Objects.equals(one.organisationId(), by.organisationId()))
				.findFirst()
				.orElseThrow(() -> new Refused(Reason.NOBODY));
			if (party.signed()) {
				throw new Refused(Reason.SIGNED_ALREADY);
			}
			if (by.name().length() < 3) {
				throw new Refused(Reason.NO_NAME);
			}
			if (by.signedOn() == null || by.signedOn().isAfter(today) || by.signedOn().isBefore(drawnUp)) {
				throw new Refused(Reason.NO_DATE);
			}
		}
	}

	private static String type(byte[] file) {
		try {
			return Pictures.scanType(file);
		}
		catch (DocumentFailure ex) {
			throw new Refused(Reason.NO_SCAN);
		}
	}

	private Signature signature(Scan scan, SignedBy by) {
		return new Signature(scan.contractId(), scan.revision(), scan.sha256(),
				(by.organisationId() == null) ? Side.OURS : Side.PARTNER, by.organisationId(), "paper:" + scan.id(),
				by.name(), by.title(), "", Answer.SIGNED, "", Method.WET_INK, "", "", "", null, null, scan.id(),
				by.signedOn().atStartOfDay(this.clock.getZone()).toInstant());
	}

	private void uploaded(Contract contract, UUID id, String username) {
		this.evidence.append(contract.partnershipId(), EvidenceKind.SCAN, id);
		note(contract, "scan:" + id, username, "%s a déposé le scan du contrat signé sur papier (révision %d).",
				"%s uploaded the scan of the contract signed on paper (revision %d).",
				this.contracts.current(contract.id()).orElseThrow().number());
	}

	private void note(Contract contract, String key, String username, String french, String english, int revision) {
		String name = this.accounts.nameOf(username);
		this.timeline.note(contract.partnershipId(), key, "contract", username, french.formatted(name, revision),
				english.formatted(name, revision));
	}

	private Scan scan(ResultSet row, int number) throws SQLException {
		Timestamp checked = row.getTimestamp("checked_at");
		return new Scan(row.getObject("id", UUID.class), row.getObject("contract_id", UUID.class),
				row.getInt("revision"), row.getString("sha256"), row.getString("scan_sha256"),
				Arrays.asList(this.json.readValue(row.getString("signed_by"), SignedBy[].class)),
				row.getString("uploaded_by"), row.getTimestamp("uploaded_at").toInstant(), row.getString("checked_by"),
				(checked != null) ? checked.toInstant() : null, row.getObject("matches", Boolean.class),
				row.getString("note"));
	}

	/** Why a scan or a comparison is not taken. */
	public enum Reason {

		OTHER_REVISION, NOT_APPROVED, NOBODY, SIGNED_ALREADY, NO_NAME, NO_DATE, NO_SCAN, KNOWN, SAME_PERSON, NO_NOTE

	}

	/** A scan or a comparison is not taken. */
	public static class Refused extends RuntimeException {

		private final Reason reason;

		Refused(Reason reason) {
			super("The scan is not taken: " + reason);
			this.reason = reason;
		}

		public Reason reason() {
			return this.reason;
		}

	}

}
