package org.binome.process.worker;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.TermSheet;

import org.springframework.stereotype.Component;

/**
 * Opens the contract on the accepted terms (CON-06) and tells what the clause profile
 * depends on (CON-07).
 */
@Component
class OpenContractWorker implements Worker {

	private final Contracts contracts;

	OpenContractWorker(Contracts contracts) {
		this.contracts = contracts;
	}

	@Override
	public String type() {
		return "open-contract";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Contract contract = this.contracts.open(job.partnershipId());
		TermSheet terms = this.contracts.acceptedTerms(job.partnershipId());
		BigDecimal value = BigDecimal.valueOf(terms.valueMinor(),
				Currency.getInstance(terms.currency()).getDefaultFractionDigits());
		return Map.of("contractId", contract.id().toString(), "risk", terms.risk(), "contractValue", value);
	}

}
