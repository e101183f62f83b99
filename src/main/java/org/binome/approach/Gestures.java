package org.binome.approach;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.binome.decision.Timeline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gestures made towards each partner-to-be.
 */
@Repository
public class Gestures {

	private final JdbcClient jdbc;

	private final Timeline timeline;

	Gestures(JdbcClient jdbc, Timeline timeline) {
		this.jdbc = jdbc;
		this.timeline = timeline;
	}

	/** Stores gestures; one of the same kind, day and note is stored once. */
	@Transactional
	public void add(UUID partnershipId, List<Gesture> gestures, String by) {
		for (Gesture gesture : gestures) {
			this.jdbc.sql("""
					insert into gesture (partnership_id, kind, made_on, note, made_by) values (?, ?, ?, ?, ?)
					on conflict (partnership_id, kind, made_on, note) do nothing returning id""")
				.params(partnershipId, gesture.kind().name(), gesture.on(), gesture.note(), by)
				.query(Long.class)
				.optional()
				.ifPresent((id) -> this.timeline.note(partnershipId, "gesture:" + id, "gesture", by,
						text(gesture, "fr"), text(gesture, "en")));
		}
	}

	/** The gestures towards a partner-to-be, oldest first. */
	public List<Gesture> of(UUID partnershipId) {
		return this.jdbc.sql("select * from gesture where partnership_id = ? order by made_on, id")
			.param(partnershipId)
			.query((row, number) -> new Gesture(GestureKind.valueOf(row.getString("kind")),
					row.getObject("made_on", LocalDate.class), row.getString("note")))
			.list();
	}

	private static String text(Gesture gesture, String language) {
		String label = "fr".equals(language) ? "Geste : " : "Gesture: ";
		String note = gesture.note().isEmpty() ? "" : ", " + gesture.note();
		return label + gesture.kind().label(language) + " (" + gesture.on() + ")" + note;
	}

}
