package org.binome.partner;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.binome.partner.ContactDetail.Channel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * By what right we write to people (APP-03). Each entry is kept, because a consent is
 * evidence; a person's latest counts.
 */
@Repository
public class ContactDetails {

	private final JdbcClient jdbc;

	private final Clock clock;

	ContactDetails(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps the detail, unless it is what is known already.
	 * @param businessKey which entry it is; the same one again changes nothing
	 * @param by user name
	 */
	@Transactional
	public void record(UUID personId, String businessKey, ContactDetail detail, String by) {
		if (of(personId).filter(detail::equals).isPresent()) {
			return;
		}
		this.jdbc.sql("""
				insert into contact_detail (person_id, business_key, channel, obtained_from, consented_on, consent_note,
					recorded_by, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (business_key) do nothing""")
			.params(personId, businessKey, detail.channel().name(), detail.obtainedFrom(), detail.consentedOn(),
					detail.consentNote(), by, Timestamp.from(this.clock.instant()))
			.update();
	}

	/** What is known of a person; empty when nobody has said anything. */
	public Optional<ContactDetail> of(UUID personId) {
		return this.jdbc.sql("select * from contact_detail where person_id = ? order by id desc limit 1")
			.param(personId)
			.query((row, number) -> new ContactDetail(Channel.valueOf(row.getString("channel")),
					row.getString("obtained_from"), row.getObject("consented_on", LocalDate.class),
					row.getString("consent_note")))
			.optional();
	}

}
