package org.binome.process.brief;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.binome.gate.Finding;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.tracking.Metric;
import org.binome.tracking.Metrics;
import org.binome.tracking.Reading;
import org.binome.tracking.Readings;
import org.binome.tracking.Renewals;

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
