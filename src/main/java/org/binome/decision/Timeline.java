package org.binome.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in a partnership, in order and in the words people read (GOV-12).
 */
@Repository
public class Timeline {

	private final JdbcClient jdbc;

	Timeline(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes an event once per business key.
	 * @param kind a short word for the icon and filter: "gesture", "message", "reply", …
	 * @param actor user name, the partner's person, or "binome"
	 */
	@Transactional
	public void note(UUID partnershipId, String businessKey, String kind, String actor, String french, String english) {
		this.jdbc.sql("""
				insert into timeline (partnership_id, business_key, kind, actor, text_fr, text_en)
				values (?, ?, ?, ?, ?, ?) on conflict (business_key) do nothing""")
			.params(partnershipId, businessKey, kind, actor, french, english)
			.update();
	}

	/** The events of a partnership, newest first. */
	public List<Event> of(UUID partnershipId) {
		return this.jdbc.sql("select * from timeline where partnership_id = ? order by at desc, id desc")
			.param(partnershipId)
			.query((row, number) -> new Event(row.getString("kind"), row.getString("actor"), row.getString("text_fr"),
					row.getString("text_en"), row.getTimestamp("at").toInstant()))
			.list();
	}

	/** One event in both languages. */
	public record Event(String kind, String actor, String french, String english, Instant at) {

		public String text(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

}
