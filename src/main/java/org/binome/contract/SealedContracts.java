package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.binome.contract.Release.NotReleasable;
import org.binome.decision.Timeline;
import org.binome.document.Digest;
import org.binome.document.Seal;
import org.binome.document.SealCheck;
import org.binome.gate.EvidenceChain;
import org.binome.gate.EvidenceKind;
import org.binome.gate.SignaturePolicy;
import org.binome.gate.Verdict;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contracts that all parties signed, sealed with the platform's key. There is one per
 * revision, however often and wherever it is asked for.
 */
@Repository
public class SealedContracts {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Contracts contracts;

	private final Signatures signatures;

	private final SignatureEvidence pages;

	private final ContractFiles files;

	private final Seal seal;

	private final SealCheck check;

	private final Timeline timeline;

	private final EvidenceChain evidence;

	private final RecentChecks recentChecks;

	SealedContracts(JdbcClient jdbc, TransactionTemplate transaction, Contracts contracts, Signatures signatures,
			SignatureEvidence pages, ContractFiles files, Seal seal, SealCheck check, Timeline timeline,
			EvidenceChain evidence, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.contracts = contracts;
		this.signatures = signatures;
		this.pages = pages;
		this.files = files;
		this.seal = seal;
		this.check = check;
		this.timeline = timeline;
		this.evidence = evidence;
		this.recentChecks = new RecentChecks(clock);
	}

	/**
	 * Seals the current revision once all parties have signed it. Whoever comes second,
	 * or again after a crash, gets the document that was stored first.
	 * @throws NotReleasable with what speaks against it
	 */
	public SealedContract seal(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		Revision revision = this.contracts.current(contractId).orElseThrow();
		return of(revision).orElseGet(() -> {
			if (SignaturePolicy.verdict(this.signatures.facts(contract, revision)) instanceof Verdict.Held held) {
				throw new NotReleasable(held.findings());
			}
			return store(contract, revision, sealed(contract, revision));
		});
	}

	private Seal.Sealed sealed(Contract contract, Revision revision) {
		boolean french = revision.language().equals("fr");
		byte[] document = this.contracts.pdf(contract.id(), revision.number());
		Seal.Sealed sealed = this.seal.seal(document, this.pages.print(contract, revision),
				french ? "Signé par toutes les parties" : "Signed by all parties",
				french ? "Sceau électronique" : "Electronic seal");
		SealCheck.Result result = this.check.check(sealed.pdf(), sealed.certificate(), document);
		if (!result.valid()) {
			throw new IllegalStateException("The seal on contract " + contract.reference() + " is not valid: "
					+ result.problems() + ". Check the key and certificate in binome.seal.*, then retry.");
		}
		return sealed;
	}

	private SealedContract store(Contract contract, Revision revision, Seal.Sealed sealed) {
		this.transaction.executeWithoutResult((status) -> {
			String sha256 = this.files.keep("application/pdf", sealed.pdf());
			this.jdbc.sql("""
					insert into contract_seal (id, contract_id, revision, revision_sha256, sha256, certificate, level,
						sealed_at)
					values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, revision) do nothing returning id""")
				.params(UUID.randomUUID(), contract.id(), revision.number(), revision.sha256(), sha256,
						sealed.certificate(), sealed.level(), Timestamp.from(sealed.sealedAt()))
				.query(UUID.class)
				.optional()
				.ifPresentOrElse((id) -> sealedFirst(contract, revision, id), status::setRollbackOnly);
		});
		return of(revision).orElseThrow();
	}

	private void sealedFirst(Contract contract, Revision revision, UUID id) {
		this.evidence.append(contract.partnershipId(), EvidenceKind.SEAL, id);
		this.timeline.note(contract.partnershipId(), "contract-sealed:" + contract.id() + ":" + revision.number(),
				"contract", "binome",
				"Contrat %s (révision %d) signé par toutes les parties et scellé.".formatted(contract.reference(),
						revision.number()),
				"Contract %s (revision %d) signed by all parties and sealed.".formatted(contract.reference(),
						revision.number()));
	}

	/** The sealed document of exactly this text. */
	public Optional<SealedContract> of(Revision revision) {
		return this.jdbc
			.sql("select * from contract_seal where contract_id = ? and revision = ? and revision_sha256 = ?")
			.params(revision.contractId(), revision.number(), revision.sha256())
			.query(SealedContracts::sealedContract)
			.optional();
	}

	/** The latest sealed document of a contract. */
	public Optional<SealedContract> latest(UUID contractId) {
		return this.jdbc.sql("select * from contract_seal where contract_id = ? order by revision desc limit 1")
			.param(contractId)
			.query(SealedContracts::sealedContract)
			.optional();
	}

	/** The file exactly as it was stored. */
	public byte[] pdf(SealedContract sealed) {
		return this.files.get(sealed.sha256()).bytes();
	}

	/** Validates the stored file, now. */
	SealCheck.Result check(SealedContract sealed) {
		return this.check.check(pdf(sealed), sealed.certificate(), document(sealed));
	}

	/**
	 * What the last validation of exactly the bytes that are stored found, for whoever
	 * looks at it: validating takes seconds.
	 */
	public SealCheck.Result recentCheck(SealedContract sealed) {
		byte[] pdf = pdf(sealed);
		byte[] document = document(sealed);
		return this.recentChecks.of(Digest.sha256(pdf) + Digest.sha256(document) + Digest.sha256(sealed.certificate()),
				() -> this.check.check(pdf, sealed.certificate(), document));
	}

	private byte[] document(SealedContract sealed) {
		return this.contracts.pdf(sealed.contractId(), sealed.revision());
	}

	/** Whether the stored file still has its fingerprint. */
	boolean intact(SealedContract sealed) {
		return this.files.get(sealed.sha256()).intact();
	}

	private static SealedContract sealedContract(ResultSet row, int number) throws SQLException {
		return new SealedContract(row.getObject("contract_id", UUID.class), row.getInt("revision"),
				row.getString("revision_sha256"), row.getString("sha256"), row.getBytes("certificate"),
				row.getString("level"), row.getTimestamp("sealed_at").toInstant());
	}

}
