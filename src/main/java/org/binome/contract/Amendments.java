package org.binome.contract;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.contract.Contract.State;
import org.binome.decision.Timeline;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A partnership evolves (PIL-01): other terms, accepted by all, become an amendment.
 * Until it is signed and released the contract in force stays in force, and after that it
 * stays on record.
 */
@Service
public class Amendments {

	private final JdbcClient jdbc;

	private final Contracts contracts;

	private final Partnerships partnerships;

	private final Signals signals;

	private final Timeline timeline;

	Amendments(JdbcClient jdbc, Contracts contracts, Partnerships partnerships, Signals signals, Timeline timeline) {
		this.jdbc = jdbc;
		this.contracts = contracts;
		this.partnerships = partnerships;
		this.signals = signals;
		this.timeline = timeline;
	}

	/**
	 * Begins an amendment, once: as long as one is under way, asking again gives that
	 * one.
	 * @param reason why the terms are to change
	 * @param by user name
	 * @throws NothingToAmend when no contract is in force or the partnership is closed
	 */
	@Transactional
	public Contract ask(UUID partnershipId, String reason, String by) {
		Partnership partnership = this.partnerships.get(partnershipId);
		this.jdbc.sql("select id from partnership where id = ? for update")
			.param(partnershipId)
			.query(UUID.class)
			.single();
		Contract inForce = this.contracts.inForce(partnershipId)
			.filter((contract) -> partnership.state() != Partnership.State.CLOSED)
			.orElseThrow(() -> new NothingToAmend(partnershipId));
		Optional<Contract> underWay = underWay(partnershipId);
		if (underWay.isPresent()) {
			return underWay.get();
		}
		this.contracts.draft(partnershipId, inForce.termSheetId(), inForce);
		Contract amendment = underWay(partnershipId).orElseThrow();
		this.signals.send("amendment-asked", partnershipId,
				Map.of("partnershipId", partnershipId.toString(), "programmeId", partnership.programmeId().toString(),
						"language", language(partnership), "owner", partnership.owner()));
		this.timeline.note(partnershipId, "amendment-asked:" + amendment.id() + ":" + attempts(partnershipId),
				"amendment", by, "Avenant %s demandé : %s".formatted(amendment.reference(), reason),
				"Amendment %s asked for: %s".formatted(amendment.reference(), reason));
		return amendment;
	}

	/** The amendment that is neither in force nor given up, if there is one. */
	public Optional<Contract> underWay(UUID partnershipId) {
		return this.contracts.ofPartnership(partnershipId)
			.filter((contract) -> contract.isAmendment() && contract.state() == State.DRAFT);
	}

	/**
	 * Gives up the amendment that is under way; what is in force goes on. Does nothing
	 * the second time.
	 */
	@Transactional
	public void drop(UUID partnershipId) {
		underWay(partnershipId).ifPresent((amendment) -> this.contracts.end(amendment.id(), State.DECLINED));
		this.contracts.ofPartnership(partnershipId)
			.filter(Contract::isAmendment)
			.ifPresent((amendment) -> this.timeline.note(partnershipId,
					"amendment-dropped:" + amendment.id() + ":" + attempts(partnershipId), "amendment", "binome",
					"Avenant %s abandonné ; le contrat reste en vigueur.".formatted(amendment.reference()),
					"Amendment %s given up; the contract stays in force.".formatted(amendment.reference())));
	}

	/** How often an amendment was asked for. */
	private long attempts(UUID partnershipId) {
		return this.jdbc.sql("select count(*) from signal where name = 'amendment-asked' and correlation_key = ?")
			.param(partnershipId.toString())
			.query(Long.class)
			.single();
	}

	private String language(Partnership partnership) {
		return this.jdbc.sql("select language from programme where id = ?")
			.param(partnership.programmeId())
			.query(String.class)
			.single();
	}

	/** There is no contract in force that could be amended. */
	public static class NothingToAmend extends RuntimeException {

		NothingToAmend(UUID partnershipId) {
			super("The partnership " + partnershipId
					+ " has no contract in force that could be amended; before that, reopen the terms instead");
		}

	}

}
