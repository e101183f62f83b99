package org.binome.gate;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tables whose rows are evidence. Each of their rows has one link in the chain of its
 * subject; the link holds every column of the row.
 */
public enum EvidenceKind {

	/** A gate was evaluated. */
	EVALUATION("gate_evaluation", "t.subject_id"),

	/** A person let a held gate pass. */
	OVERRIDE("gate_override", "t.subject_id"),

	/** A legal reviewer decided on a revision of a contract. */
	APPROVAL("approval", "(select c.partnership_id from contract c where c.id = t.contract_id)"),

	/** Somebody else than who asked approved another strictness of a clause. */
	DEVIATION("clause_deviation_approval", """
			(select c.partnership_id from clause_deviation d join contract c on c.id = d.contract_id
				where d.id = t.deviation_id)"""),

	/** Legal said whether terms with a competitor are lawful. */
	COMPETITION_CHECK("competition_check", "(select c.partnership_id from contract c where c.id = t.contract_id)"),

	/** One side signed a contract or declined to. */
	SIGNATURE("signature", "(select c.partnership_id from contract c where c.id = t.contract_id)"),

	/** A scan of paper signed by hand was uploaded. */
	SCAN("signed_scan", "(select c.partnership_id from contract c where c.id = t.contract_id)"),

	/** A second person compared a scan with the revision. */
	SCAN_CHECK("scan_check",
			"(select c.partnership_id from signed_scan s join contract c on c.id = s.contract_id where s.id = t.scan_id)"),

	/** A signed contract was sealed. */
	SEAL("contract_seal", "(select c.partnership_id from contract c where c.id = t.contract_id)");

	private final String table;

	private final String subject;

	EvidenceKind(String table, String subject) {
		this.table = table;
		this.subject = subject;
	}

	String table() {
		return this.table;
	}

	/** SQL for the subject of the row <code>t</code>. */
	String subject() {
		return this.subject;
	}

	static Optional<EvidenceKind> of(String name) {
		return Arrays.stream(values()).filter((kind) -> kind.name().equals(name)).findFirst();
	}

}
