package org.binome.process.brief;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.tracking.Metric;
import org.binome.tracking.Metrics;
import org.binome.tracking.Reading;
import org.binome.tracking.Readings;
import org.binome.tracking.Renewals;
import org.binome.tracking.Retrospective;
import org.binome.tracking.Retrospective.Outcome;
import org.binome.tracking.Retrospectives;

import org.springframework.stereotype.Component;

/**
 * What the human tasks of the tracking stage show.
 */
final class TrackingBriefs {

	private TrackingBriefs() {
	}

	/** The figures of the period (TRK-05, TRK-07). */
	@Component
	static class RecordReading implements TaskBrief {

		private final PartnershipBriefs common;

		private final Metrics metrics;

		private final Readings readings;

		private final Clock clock;

		RecordReading(PartnershipBriefs common, Metrics metrics, Readings readings, Clock clock) {
			this.common = common;
			this.metrics = metrics;
			this.readings = readings;
			this.clock = clock;
		}

		@Override
		public String task() {
			return "Task_RecordReading";
		}

		@Override
		public Brief brief(Job job) {
			List<Metric> followed = this.metrics.of(job.partnershipId());
			String today = LocalDate.now(this.clock).toString();
			Brief brief = this.common.about(job)
				.summary("Un relevé par indicateur, lié à sa date. Un suivi oublié coûte deux fois le travail.",
						"One reading per metric, tied to its date. Forgotten tracking costs twice the work.")
				.with("metrics",
						followed.stream()
							.map((metric) -> Map.of("label", metric.name() + " (" + metric.unit() + ")", "value",
									metric.id().toString()))
							.toList())
				.prefill("readings",
						this.readings.missing(job.partnershipId())
							.stream()
							.map((metric) -> Map.of("metricId", metric.id().toString(), "on", today))
							.toList());
			figures(brief, followed, this.readings.of(job.partnershipId()));
			return brief;
		}

	}

	/** What does the period show, and do we go on? (PIL-01) */
	@Component
	static class HoldReview implements TaskBrief {

		private final PartnershipBriefs common;

		private final Metrics metrics;

		private final Readings readings;

		HoldReview(PartnershipBriefs common, Metrics metrics, Readings readings) {
			this.common = common;
			this.metrics = metrics;
			this.readings = readings;
		}

		@Override
		public String task() {
			return "Task_HoldReview";
		}

		@Override
		public Brief brief(Job job) {
			List<Metric> followed = this.metrics.of(job.partnershipId());
			List<Reading> known = this.readings.of(job.partnershipId());
			Brief brief = this.common.about(job)
				.summary("Que montrent les chiffres, qu’en faites-vous ensemble, et continuez-vous ?",
						"What do the figures show, what do you do about it together, and do you go on?");
			figures(brief, followed, known);
			for (Metric metric : followed) {
				latest(metric, known).filter((reading) -> offTarget(metric, reading))
					.ifPresent((reading) -> brief.fact("Sous la cible : prévu pour « " + metric.name() + " »",
							"Below target: planned for “" + metric.name() + "”", metric.offTarget()));
			}
			return brief.findings(this.readings.missing(job.partnershipId())
				.stream()
				.map((metric) -> new Finding("TRK-07",
						"« " + metric.name() + " » n’a pas de relevé dans cette période.",
						"“" + metric.name() + "” has no reading in this period.",
						"Demandez-le à " + metric.owner() + ".", "Ask " + metric.owner() + " for it."))
				.toList());
		}

		/** Below target; whether lower is better is for the people who read it to say. */
		private static boolean offTarget(Metric metric, Reading reading) {
			return metric.target() != null && reading.value().compareTo(metric.target()) < 0;
		}

	}

	/** Do we renew, before the notice date passes? */
	@Component
	static class DecideRenewal implements TaskBrief {

		private final PartnershipBriefs common;

		private final Renewals renewals;

		private final Metrics metrics;

		private final Readings readings;

		DecideRenewal(PartnershipBriefs common, Renewals renewals, Metrics metrics, Readings readings) {
			this.common = common;
			this.renewals = renewals;
			this.metrics = metrics;
			this.readings = readings;
		}

		@Override
		public String task() {
			return "Task_DecideRenewal";
		}

		@Override
		public Brief brief(Job job) {
			Optional<LocalDate> noticeBy = this.renewals.noticeBy(job.partnershipId());
			Brief brief = this.common.about(job)
				.summary("Renouveler ou donner congé : décidez avant la date de préavis, pas par le silence.",
						"Renew or give notice: decide before the notice date, not by silence.")
				.fact("Dernier jour pour donner congé", "Last day to give notice", noticeBy.orElse(null));
			figures(brief, this.metrics.of(job.partnershipId()), this.readings.of(job.partnershipId()));
			if (this.renewals.late(job.partnershipId())) {
				brief.findings(List.of(new Finding("PIL-01", "La date de préavis est passée.",
						"The notice date has passed.", "Décidez tout de même, et parlez-en au partenaire.",
						"Decide all the same, and talk to the partner.")));
			}
			return brief;
		}

	}

	/** What was learnt, and what did it cost? (TRK-10, PIL-05) */
	@Component
	static class HoldRetrospective implements TaskBrief {

		private final PartnershipBriefs common;

		private final Retrospectives retrospectives;

		private final Objectives objectives;

		private final Metrics metrics;

		private final Readings readings;

		private final Gates gates;

		HoldRetrospective(PartnershipBriefs common, Retrospectives retrospectives, Objectives objectives,
				Metrics metrics, Readings readings, Gates gates) {
			this.common = common;
			this.retrospectives = retrospectives;
			this.objectives = objectives;
			this.metrics = metrics;
			this.readings = readings;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_HoldRetrospective";
		}

		@Override
		public Brief brief(Job job) {
			List<Objective> agreed = this.objectives.of(job.partnershipId());
			Optional<Retrospective> said = this.retrospectives.latest(job.partnershipId());
			boolean early = this.retrospectives.early(job.partnershipId());
			Brief brief = this.common.about(job)
				.summary(
						"Écrivez ce que ce partenariat vous a appris, pour que le prochain en profite. Ensuite une lettre remercie le partenaire.",
						"Write what this partnership has taught you, so that the next one gains by it. Then a letter thanks the partner.")
				.findings(this.gates.openFindings(job.partnershipId(), Gate.CLOSING))
				.with("early", early)
				.with("objectives",
						agreed.stream()
							.map((objective) -> Map.of("label", objective.name(), "value", objective.id().toString()))
							.toList())
				.prefill("wentWell", said.map(Retrospective::wentWell).orElse(null))
				.prefill("wentBadly", said.map(Retrospective::wentBadly).orElse(null))
				.prefill("outcomes",
						agreed.stream()
							.map((objective) -> outcome(objective, said.map(Retrospective::outcomes).orElse(List.of())))
							.toList())
				.prefill("lessons",
						said.map((one) -> one.lessons().stream().map((lesson) -> Map.of("lesson", lesson)).toList())
							.filter((lessons) -> !lessons.isEmpty())
							.orElse(null))
				.prefill("hoursSpent", said.map(Retrospective::hoursSpent).orElse(null))
				.prefill("wrongChoice", said.map(Retrospective::wrongChoice).orElse(null))
				.prefill("farewell", said.map(Retrospective::farewell).orElse(null));
			if (early) {
				brief
					.fact("Fin anticipée", "Early end",
							PartnershipBriefs.choose(job, "dites ce qu’elle a coûté et quel choix s’est révélé mauvais",
									"say what it cost and which choice proved wrong"))
					.prefill("currency",
							said.map(Retrospective::currency).filter((one) -> !one.isEmpty()).orElse("EUR"));
				said.filter((one) -> one.moneySpentMinor() != null)
					.ifPresent((one) -> brief.prefill("moneySpent", BigDecimal.valueOf(one.moneySpentMinor())
						.movePointLeft(Currency.getInstance(one.currency()).getDefaultFractionDigits())));
			}
			figures(brief, this.metrics.of(job.partnershipId()), this.readings.of(job.partnershipId()));
			return brief;
		}

		private static Map<String, Object> outcome(Objective objective, List<Outcome> said) {
			Optional<Outcome> known = said.stream()
				.filter((one) -> objective.id().equals(one.objectiveId()))
				.findFirst();
			return Map.of("objectiveId", objective.id().toString(), "reached",
					known.map(Outcome::reached).orElse(false), "why", known.map(Outcome::why).orElse(""));
		}

	}

	private static void figures(Brief brief, List<Metric> metrics, List<Reading> readings) {
		for (Metric metric : metrics) {
			String target = (metric.target() != null) ? metric.target().toPlainString() : "–";
			String figure = latest(metric, readings)
				.map((reading) -> reading.value().toPlainString() + " (" + reading.on() + ")")
				.orElse("–");
			brief.fact(metric.name(), metric.name(), figure + " / " + target + " " + metric.unit());
		}
	}

	private static Optional<Reading> latest(Metric metric, List<Reading> readings) {
		return readings.stream().filter((reading) -> reading.metricId().equals(metric.id())).findFirst();
	}

}
