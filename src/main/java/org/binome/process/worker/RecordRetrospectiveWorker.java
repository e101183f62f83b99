package org.binome.process.worker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.tracking.Retrospective;
import org.binome.tracking.Retrospective.Outcome;
import org.binome.tracking.Retrospectives;

import org.springframework.stereotype.Component;

/**
 * Keeps what was learnt and what it cost; the gate closing judges it (TRK-10, PIL-05).
 */
@Component
class RecordRetrospectiveWorker implements Worker {

	private final Retrospectives retrospectives;

	RecordRetrospectiveWorker(Retrospectives retrospectives) {
		this.retrospectives = retrospectives;
	}

	@Override
	public String type() {
		return "record-retrospective";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		List<String> lessons = answer.rows("lessons")
			.stream()
			.map((row) -> row.text("lesson"))
			.filter((lesson) -> !lesson.isEmpty())
			.toList();
		List<Outcome> outcomes = answer.rows("outcomes")
			.stream()
			.map((row) -> new Outcome(row.uuid("objectiveId"), "true".equals(row.text("reached")), row.text("why")))
			.toList();
		String currency = answer.text("currency").toUpperCase(Locale.ROOT);
		this.retrospectives.keep(job.partnershipId(), job.elementInstanceKey(),
				new Retrospective(answer.text("wentWell"), answer.text("wentBadly"), lessons, outcomes,
						answer.integer("hoursSpent"), minor(answer.number("moneySpent"), currency), currency,
						answer.text("wrongChoice"), answer.text("farewell")),
				job.text("owner"));
		return Map.of();
	}

	/** The amount in minor units, or null when amount or currency can't be used. */
	private static Long minor(BigDecimal amount, String currency) {
		try {
			return (amount != null) ? amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
				.setScale(0, RoundingMode.HALF_UP)
				.longValueExact() : null;
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

}
