package org.binome.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations and their people.
 */
@Repository
public class Organisations {

	/** Hosts of many organisations: there the page tells them apart. */
	private static final Set<String> SHARED_HOSTS = Set.of("linkedin.com", "facebook.com", "instagram.com",
			"youtube.com", "tiktok.com", "x.com", "twitter.com", "medium.com", "github.com", "sites.google.com");

	private final JdbcClient jdbc;

	Organisations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What makes two entries the same organisation: the host of the web site without
	 * "www." (with the page, on hosts shared by many), else the name without accents,
	 * case, punctuation and legal form.
	 */
	public static String dedupeKey(String name, String website) {
		if (website != null && !website.isBlank()) {
			String host = website.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
			String page = host.replaceFirst("^(www|[a-z]{2})\\.", "")
				.replaceFirst("[?#].*$", "")
				.replaceFirst("/+$", "");
			return SHARED_HOSTS.contains(page.replaceFirst("[/:].*$", "")) ? page
					: host.replaceFirst("^www\\.", "").replaceFirst("[/:?#].*$", "");
		}
		String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		String bare = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
		String shorter = bare.replaceFirst(" (sas|sarl|sa|sasu|eurl|gmbh|ag|ltd|limited|llc|inc|plc|bv|spa|srl)$", "");
		return "name:" + shorter;
	}

	/**
	 * Stores the organisation unless one with the same key is known; returns the one
	 * kept.
	 */
	@Transactional
	public Organisation add(String name, String website, String country, String language, ZoneId timeZone,
			String sector) {
		String key = dedupeKey(name, website);
		this.jdbc.sql("""
				insert into organisation (id, name, dedupe_key, website, country, language, time_zone, sector)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (dedupe_key) do nothing""")
			.params(UUID.randomUUID(), name, key, website, country, language, timeZone.getId(), sector)
			.update();
		return this.jdbc.sql("select * from organisation where dedupe_key = ?")
			.param(key)
			.query(Organisations::organisation)
			.single();
	}

	public Organisation get(UUID id) {
		return this.jdbc.sql("select * from organisation where id = ?")
			.param(id)
			.query(Organisations::organisation)
			.single();
	}

	/**
	 * Stores the person unless the organisation already has one with this address;
	 * returns the one kept.
	 */
	@Transactional
	public Person addPerson(UUID organisationId, String name, String email, String role) {
		this.jdbc.sql("""
				insert into person (id, organisation_id, name, email, role) values (?, ?, ?, ?, ?)
				on conflict (organisation_id, email) do update set name = excluded.name, role = excluded.role""")
			.params(UUID.randomUUID(), organisationId, name, email.toLowerCase(Locale.ROOT), role)
			.update();
		return this.jdbc.sql("select * from person where organisation_id = ? and email = ?")
			.params(organisationId, email.toLowerCase(Locale.ROOT))
			.query(Organisations::person)
			.single();
	}

	public Person person(UUID id) {
		return this.jdbc.sql("select * from person where id = ?").param(id).query(Organisations::person).single();
	}

	private static Organisation organisation(ResultSet row, int number) throws SQLException {
		return new Organisation(row.getObject("id", UUID.class), row.getString("name"), row.getString("dedupe_key"),
				row.getString("website"), row.getString("country"), row.getString("language"),
				ZoneId.of(row.getString("time_zone")), row.getString("sector"));
	}

	private static Person person(ResultSet row, int number) throws SQLException {
		return new Person(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class),
				row.getString("name"), row.getString("email"), row.getString("role"));
	}

}
