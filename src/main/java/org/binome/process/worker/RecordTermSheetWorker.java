package org.binome.process.worker;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Commission;
import org.binome.relationship.Party;
import org.binome.relationship.Reserve;
import org.binome.relationship.TermSheets;
import org.binome.relationship.Terms;

import org.springframework.stereotype.Component;

/**
 * Keeps the terms as entered as a new revision, with every party (CON-06, CON-12).
 */
@Component
class RecordTermSheetWorker implements Worker {

	/** We are party 1, the leading partner is party 2. */
	private static final int FIRST_FURTHER = 3;

	private final TermSheets termSheets;

	RecordTermSheetWorker(TermSheets termSheets) {
		this.termSheets = termSheets;
	}

	@Override
	public String type() {
		return "record-term-sheet";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		var terms = new Terms(answer.text("kind"), answer.text("ourContribution"), answer.text("partnerContribution"),
				answer.text("ourBenefit"), answer.text("partnerBenefit"), answer.text("territory"),
				answer.text("products"), answer.text("sectors"), answer.whole("valueMinor"),
				answer.text("currency").toUpperCase(Locale.ROOT), answer.integer("durationMonths"),
				answer.integer("noticeDays"), answer.date("launchOn"), answer.text("risk"), answer.yes("exclusive"),
				answer.text("kindReason"),
				new Commission(answer.number("commissionPercent"), answer.text("commissionBasis"),
						answer.integer("commissionPaymentDays")),
				new Reserve(answer.text("ourBrandConditions"), answer.text("ourNeverShared")),
				new Reserve(answer.text("partnerBrandConditions"), answer.text("partnerNeverShared")),
				parties(answer.rows("furtherParties")));
		this.termSheets.write(job.partnershipId(), job.elementInstanceKey(), terms);
		return Map.of();
	}

	private static List<Party> parties(List<Entered> rows) {
		return IntStream.range(0, rows.size()).mapToObj((index) -> {
			Entered row = rows.get(index);
			return new Party(index + FIRST_FURTHER, null, null, row.text("name"),
					row.text("country").toUpperCase(Locale.ROOT), row.text("language"), row.text("contactName"),
					row.text("contactEmail").toLowerCase(Locale.ROOT), row.text("contactRole"),
					row.text("contribution"), row.text("benefit"),
					new Reserve(row.text("brandConditions"), row.text("neverShared")));
		}).toList();
	}

}
