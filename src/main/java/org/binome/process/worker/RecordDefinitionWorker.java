package org.binome.process.worker;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.binome.gate.PartnershipDefinitionPolicy.Answer;
import org.binome.gate.PartnershipDefinitionPolicy.Money;
import org.binome.gate.PartnershipDefinitionPolicy.Point;
import org.binome.partner.Standing;
import org.binome.process.Job;
import org.binome.process.Worker;
import org.binome.relationship.Definitions;
import org.binome.relationship.Definitions.Definition;

import org.springframework.stereotype.Component;

/**
 * Keeps the five points of the definition as answered, and what the other side is; the
 * gate partnership-definition judges them (QUA-01, PRO-27).
 */
@Component
class RecordDefinitionWorker implements Worker {

	/** The fields of the form, by point; each has another one that says why. */
	private static final Map<Point, String> FIELDS = Map.of(Point.AUTONOMOUS, "autonomous", Point.POOLED_EFFORTS,
			"pooledEfforts", Point.COMMON_GOAL, "commonGoal", Point.OWN_MISSIONS, "ownMissions", Point.SHARED_STAKES,
			"sharedStakes");

	private final Definitions definitions;

	RecordDefinitionWorker(Definitions definitions) {
		this.definitions = definitions;
	}

	@Override
	public String type() {
		return "record-definition";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Entered answer = Entered.in(job.answer());
		Map<Point, Answer> points = new EnumMap<>(Point.class);
		FIELDS.forEach((point, field) -> {
			String holds = answer.text(field);
			if ("yes".equals(holds) || "no".equals(holds)) {
				points.put(point, new Answer("yes".equals(holds), answer.text(field + "Because")));
			}
		});
		Standing standing = switch (answer.text("standing")) {
			case "customer" -> Standing.CUSTOMER;
			case "supplier" -> Standing.SUPPLIER;
			default -> Standing.PARTNER;
		};
		Money money = switch (answer.text("money")) {
			case "they_pay_us" -> Money.THEY_PAY_US;
			case "we_pay_them" -> Money.WE_PAY_THEM;
			default -> Money.NEITHER;
		};
		this.definitions.define(job.partnershipId(), job.elementInstanceKey(), new Definition(points, money, standing));
		return Map.of("standing", standing.name().toLowerCase(Locale.ROOT));
	}

}
