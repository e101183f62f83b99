package org.binome.tracking;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.signal.Signals;
import org.binome.tracking.Reading.Source;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of the metrics, each tied to its metric and day (TRK-05). A correction
 * keeps what it corrects.
 */
@Repository
public class Readings {

	private final JdbcClient jdbc;

	private final Metrics metrics;

	private final Signals signals;

	private final Timeline timeline;

	private final Clock clock;

	Readings(JdbcClient jdbc, Metrics metrics, Signals signals, Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.metrics = metrics;
		this.signals = signals;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The figures that count, latest day first. */
	public List<Reading> of(UUID partnershipId) {
		return this.jdbc.sql("""
				select distinct on (r.on_date, r.metric_id) r.* from reading r join metric m on m.id = r.metric_id
				where m.partnership_id = ? order by r.on_date desc, r.metric_id, r.revision desc""")
			.param(partnershipId)
			.query(Readings::reading)
			.list();
	}

	/** Every revision of the figure of one day, the one that counts first. */
	public List<Reading> history(UUID metricId, LocalDate on) {
		return this.jdbc.sql("select * from reading where metric_id = ? and on_date = ? order by revision desc")
			.params(metricId, on)
			.query(Readings::reading)
			.list();
	}

	/**
	 * Keeps a figure; the same figure again changes nothing, another one for the same day
	 * corrects it. A figure from the API tells the process once every decisive metric has
	 * one in the current period.
	 * @param by user name of whoever recorded it
	 * @throws InvalidReading if the metric is unknown or the day is still to come
	 */
	@Transactional
	public Reading record(UUID partnershipId, UUID metricId, BigDecimal value, LocalDate on, String by, Source source) {
		Metric metric = this.metrics.of(partnershipId)
			.stream()
			.filter((known) -> known.id().equals(metricId))
			.findFirst()
			.orElseThrow(() -> new InvalidReading("The partnership follows no metric " + metricId));
		if (on.isAfter(LocalDate.now(this.clock))) {
			throw new InvalidReading("The figure of “" + metric.name() + "” is for " + on + ", a day still to come");
		}
		// one at a time per metric: revisions have no gaps and no doubles
		this.jdbc.sql("select id from metric where id = ? for update").param(metricId).query(UUID.class).single();
		Optional<Reading> current = history(metricId, on).stream().findFirst();
		if (current.isPresent() && current.get().value().compareTo(value) == 0) {
			return current.get();
		}
		int revision = current.map(Reading::revision).orElse(0) + 1;
		this.jdbc.sql("""
				insert into reading (metric_id, on_date, revision, value, recorded_by, source)
				values (?, ?, ?, ?, ?, ?)""").params(metricId, on, revision, value, by, source.name()).update();
		note(partnershipId, metric, value, on, revision, by);
		if (source == Source.API && missing(partnershipId).isEmpty()) {
			this.signals.send("reading-recorded", partnershipId, Map.of());
		}
		return history(metricId, on).getFirst();
	}

	/**
	 * Keeps the figures of a task. What can't be kept is said in the timeline, and the
	 * review shows what is missing.
	 * @param entryKey tells one completion of the task from the next
	 */
	@Transactional
	public void recordAll(UUID partnershipId, long entryKey, List<Entry> entries, String by) {
		var refused = new ArrayList<String>();
		for (Entry entry : entries) {
			if (entry.metricId() == null || entry.value() == null || entry.on() == null) {
				refused.add(String.valueOf(entry.value()));
				continue;
			}
			try {
				record(partnershipId, entry.metricId(), entry.value(), entry.on(), by, Source.TASK);
			}
			catch (InvalidReading ex) {
				refused.add(entry.value().toPlainString());
			}
		}
		if (!refused.isEmpty()) {
			String figures = String.join(", ", refused);
			this.timeline.note(partnershipId, "readings-refused:" + partnershipId + ":" + entryKey, "reading", by,
					"Chiffres non gardés, faute d’indicateur, de valeur ou de date utilisable : " + figures,
					"Figures not kept for want of a usable metric, value or date: " + figures);
		}
	}

	/** The decisive metrics without a figure since the current period began. */
	public List<Metric> missing(UUID partnershipId) {
		List<UUID> read = this.jdbc.sql("""
				select distinct r.metric_id from reading r join metric m on m.id = r.metric_id
				where m.partnership_id = :partnership and r.recorded_at >= coalesce(
					(select max(scheduled_at) from review where partnership_id = :partnership), '-infinity')""")
			.param("partnership", partnershipId)
			.query(UUID.class)
			.list();
		return this.metrics.of(partnershipId)
			.stream()
			.filter((metric) -> metric.decisive() && !read.contains(metric.id()))
			.toList();
	}

	private void note(UUID partnershipId, Metric metric, BigDecimal value, LocalDate on, int revision, String by) {
		String figure = value.toPlainString() + " " + metric.unit();
		this.timeline.note(partnershipId, "reading:" + metric.id() + ":" + on + ":" + revision, "reading", by,
				"%s « %s » au %s : %s.".formatted((revision > 1) ? "Chiffre corrigé" : "Chiffre", metric.name(), on,
						figure.strip()),
				"%s “%s” of %s: %s.".formatted((revision > 1) ? "Figure corrected" : "Figure", metric.name(), on,
						figure.strip()));
	}

	private static Reading reading(ResultSet row, int number) throws SQLException {
		return new Reading(row.getObject("metric_id", UUID.class), row.getObject("on_date", LocalDate.class),
				row.getBigDecimal("value"), row.getInt("revision"), row.getString("recorded_by"),
				Source.valueOf(row.getString("source")), row.getTimestamp("recorded_at").toInstant());
	}

	/** A figure as entered; what is missing or unusable is null. */
	public record Entry(UUID metricId, BigDecimal value, LocalDate on) {
	}

}
