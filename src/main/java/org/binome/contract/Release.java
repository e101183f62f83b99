package org.binome.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Contract.State;
import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.SignaturePolicy;
import org.binome.gate.Verdict;
import org.binome.partner.Partnerships;
import org.binome.relationship.TermSheet;
import org.binome.signal.Signals;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The irreversible step: puts a contract in force after checking everything again from
 * the database (CON-01). Does nothing the second time.
 */
@Service
public class Release {

	private final Contracts contracts;

	private final Signatures signatures;

	private final Gates gates;

	private final SealedContracts sealed;

	private final Partnerships partnerships;

	private final Signals signals;

	private final Timeline timeline;

	private final Clock clock;

	Release(Contracts contracts, Signatures signatures, SealedContracts sealed, Gates gates, Partnerships partnerships,
			Signals signals, Timeline timeline, Clock clock) {
		this.contracts = contracts;
		this.signatures = signatures;
		this.sealed = sealed;
		this.gates = gates;
		this.partnerships = partnerships;
		this.signals = signals;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Releases the current revision.
	 * @return the contract in force
	 * @throws NotReleasable with what speaks against it
	 */
	@Transactional
	public Contract release(UUID contractId) {
		Contract contract = this.contracts.get(contractId);
		if (contract.state() == State.IN_FORCE) {
			return contract;
		}
		Revision revision = this.contracts.current(contractId).orElseThrow();
		if (SignaturePolicy.verdict(this.signatures.facts(contract, revision)) instanceof Verdict.Held held) {
			throw new NotReleasable(held.findings());
		}
		SealedContract sealed = this.sealed.of(revision)
			.orElseThrow(() -> new NotReleasable(List
				.of(new Finding("CON-01", "La révision %d n’est pas encore scellée.".formatted(revision.number()),
						"Revision %d is not sealed yet.".formatted(revision.number()),
						"Scellez d’abord le contrat signé.", "Seal the signed contract first."))));
		if (!this.sealed.check(sealed).valid() || !this.sealed.intact(sealed)) {
			throw new NotReleasable(
					List.of(new Finding("CON-01", "Le document scellé n’est plus celui qui a été scellé.",
							"The sealed document is no longer the one that was sealed.",
							"Faites vérifier les preuves, puis établissez une nouvelle révision.",
							"Have the evidence checked, then draw up a new revision.")));
		}
		TermSheet terms = this.contracts.acceptedTerms(contract.partnershipId());
		if (!terms.id().equals(contract.termSheetId())) {
			throw new NotReleasable(
					List.of(new Finding("CON-06", "D’autres conditions ont été acceptées depuis la rédaction.",
							"Other terms were accepted since the text was drawn up.",
							"Renvoyez le contrat pour l’établir de nouveau.",
							"Return the contract so that it is drawn up again.")));
		}
		List<Finding> standing = new ArrayList<>();
		for (Gate gate : List.of(Gate.LEGAL_APPROVAL, Gate.READ_BACK, Gate.SCOPE_OVERLAP)) {
			standing.addAll(this.gates.standing(gate, contract.partnershipId()));
		}
		if (!standing.isEmpty()) {
			throw new NotReleasable(standing);
		}
		Instant now = this.clock.instant();
		Term term = term(contract, lastSignature(contract, revision), terms);
		Instant reminder = term.reminderAt(now, this.clock.getZone());
		this.contracts.putInForce(contractId, revision.number(), term, reminder);
		if (contract.isAmendment()) {
			this.signals.send("contract-amended", contract.partnershipId(),
					Map.of("noticeReminderAt", reminder.atOffset(ZoneOffset.UTC).toString()));
		}
		this.partnerships.activate(contract.partnershipId());
		this.timeline.note(contract.partnershipId(), "contract-in-force:" + contractId, "contract", "binome",
				"Contrat %s (révision %d) en vigueur du %s au %s ; préavis jusqu’au %s.".formatted(contract.reference(),
						revision.number(), term.startsOn(), term.endsOn(), term.noticeBy()),
				"Contract %s (revision %d) in force from %s to %s; notice by %s.".formatted(contract.reference(),
						revision.number(), term.startsOn(), term.endsOn(), term.noticeBy()));
		return this.contracts.get(contractId);
	}

	private Term term(Contract contract, LocalDate signedOn, TermSheet terms) {
		if (!contract.isAmendment()) {
			return Term.starting(signedOn, terms.durationMonths(), terms.noticeDays());
		}
		LocalDate began = this.contracts.chain(contract.partnershipId()).getLast().startsOn();
		return Term.amended(began, signedOn, terms.durationMonths(), terms.noticeDays());
	}

	private LocalDate lastSignature(Contract contract, Revision revision) {
		Instant last = this.signatures.required(contract, revision)
			.stream()
			.map((party) -> party.signature().orElseThrow().signedAt())
			.max(Instant::compareTo)
			.orElseThrow();
		return LocalDate.ofInstant(last, this.clock.getZone());
	}

	/** Something speaks against putting the contract in force. */
	public static class NotReleasable extends RuntimeException {

		private final List<Finding> findings;

		NotReleasable(List<Finding> findings) {
			super(String.join(" ", findings.stream().map(Finding::english).toList()));
			this.findings = List.copyOf(findings);
		}

		public List<Finding> findings() {
			return this.findings;
		}

	}

}
