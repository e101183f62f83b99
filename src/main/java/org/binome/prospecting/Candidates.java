package org.binome.prospecting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.binome.partner.ContactDetail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the candidates of a programme.
 */
@Repository
public class Candidates {

	private final JdbcClient jdbc;

	Candidates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many candidates the longlist has. */
	public int count(UUID programmeId) {
		return this.jdbc.sql("select count(*) from candidate where programme_id = ?")
			.param(programmeId)
			.query(Integer.class)
			.single();
	}

	/** A page of the longlist in the order of names. */
	public List<Candidate> page(UUID programmeId, int offset, int limit) {
		return this.jdbc.sql("select * from candidate where programme_id = ? order by lower(name), id offset ? limit ?")
			.params(programmeId, offset, limit)
			.query(Candidates::candidate)
			.list();
	}

	/**
	 * The candidates that nothing eliminates, those we want most first; among equals
	 * those who more likely want us. The scores stay two (PRO-13).
	 */
	public List<Candidate> ranking(UUID programmeId, int limit) {
		return this.jdbc.sql("""
				select * from candidate where programme_id = ? and desirability is not null and knocked_out is null
				order by desirability desc, likelihood desc, lower(name), id limit ?""")
			.params(programmeId, limit)
			.query(Candidates::candidate)
			.list();
	}

	public List<Candidate> shortlisted(UUID programmeId) {
		return this.jdbc.sql("select * from candidate where programme_id = ? and shortlisted order by lower(name), id")
			.param(programmeId)
			.query(Candidates::candidate)
			.list();
	}

	/**
	 * How many candidates each criterion eliminates, so that a criterion too tight can be
	 * loosened (PRO-07).
	 */
	public List<Elimination> eliminated(UUID programmeId) {
		return this.jdbc.sql("""
				select knocked_out, count(*) as eliminated from candidate
				where programme_id = ? and knocked_out is not null group by knocked_out order by eliminated desc, 1""")
			.param(programmeId)
			.query((row, number) -> new Elimination(row.getString(1), row.getInt(2)))
			.list();
	}

	static Candidate candidate(ResultSet row, int number) throws SQLException {
		Integer desirability = row.getObject("desirability", Integer.class);
		Scores scores = (desirability != null)
				? new Scores(desirability, row.getInt("likelihood"), row.getString("knocked_out")) : null;
		var criteria = new Criteria(row.getObject("audience", Long.class), row.getInt("audience_affinity"),
				row.getInt("product_fit"), row.getInt("image_fit"), row.getInt("culture_fit"),
				Openness.valueOf(row.getString("openness")), Relation.valueOf(row.getString("relation")),
				row.getString("evidence"));
		return new Candidate(row.getObject("id", UUID.class), row.getObject("programme_id", UUID.class),
				row.getInt("line"), row.getString("name"), row.getString("website"), row.getString("country"),
				row.getString("language"), ZoneId.of(row.getString("time_zone")), row.getString("sector"),
				new Contact(row.getString("contact_name"), row.getString("contact_email"),
						row.getString("contact_role"), detail(row)),
				row.getString("source"), Origin.valueOf(row.getString("origin")), criteria, scores,
				row.getBoolean("shortlisted"), row.getObject("partnership_id", UUID.class));
	}

	private static ContactDetail detail(ResultSet row) throws SQLException {
		return new ContactDetail(ContactDetail.Channel.valueOf(row.getString("contact_channel")),
				row.getString("contact_obtained_from"), row.getObject("contact_consented_on", LocalDate.class), "");
	}

	/**
	 * What one criterion costs.
	 *
	 * @param criterion its name in the decision table
	 */
	public record Elimination(String criterion, int count) {

		/** The criterion in words, in the language "fr" or "en". */
		public String label(String language) {
			return Column.label(this.criterion, language);
		}

	}

}
