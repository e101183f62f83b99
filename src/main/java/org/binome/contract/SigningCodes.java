package org.binome.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.binome.document.Digest;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The six digits by which a person who followed a link shows to read the mailbox it was
 * sent to, now: a link alone can be forwarded. A code lives ten minutes and takes five
 * tries; who guesses gets no further than a few codes a day.
 */
@Repository
public class SigningCodes {

	/** How long a code can be entered. */
	public static final Duration VALIDITY = Duration.ofMinutes(10);

	/** How often a code can be entered. */
	public static final int ATTEMPTS = 5;

	/** How soon the next code can be asked for. */
	static final Duration PAUSE = Duration.ofSeconds(30);

	private static final int CODES_A_DAY = 8;

	/** How long a person has to read and answer once the code was right. */
	private static final Duration SESSION = Duration.ofHours(2);

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SignedLinks links;

	SigningCodes(JdbcClient jdbc, Clock clock, SignedLinks links) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.links = links;
	}

	/**
	 * A fresh code, to be mailed and forgotten.
	 *
	 * @param id tells it from other codes
	 * @param digits six of them
	 */
	public record Code(UUID id, String digits) {
	}

	/**
	 * Makes a code; earlier ones of this link can no longer be entered.
	 * @param address where it will be sent
	 * @throws TooMany when one was asked for just now, or too many today
	 */
	@Transactional
	public Code issue(SignedLink link, String address) {
		Instant now = this.clock.instant();
		// one at a time, or two requests could both be the last allowed
		this.jdbc.sql("select id from signed_link where id = ? for update").param(link.id()).query(UUID.class).single();
		Instant last = last(link);
		if (last != null && last.plus(PAUSE).isAfter(now)) {
			throw new TooMany(TooMany.Reason.TOO_SOON);
		}
		if (since(link, now.minus(Duration.ofDays(1))) >= CODES_A_DAY) {
			throw new TooMany(TooMany.Reason.TOO_OFTEN);
		}
		Code code = new Code(UUID.randomUUID(), "%06d".formatted(this.random.nextInt(1_000_000)));
		this.jdbc.sql("""
				insert into signing_code (id, link_id, code_mac, sent_to, sent_at, expires_at)
				values (?, ?, ?, ?, ?, ?)""")
			.params(code.id(), link.id(), mac(code.id(), code.digits()), address, Timestamp.from(now),
					Timestamp.from(now.plus(VALIDITY)))
			.update();
		return code;
	}

	/** Whether a code was sent that can still be entered. */
	public boolean pending(SignedLink link) {
		return this.jdbc.sql("""
				select count(*) from signing_code where link_id = ? and verified_at is null and attempts < ?
					and expires_at > ?""")
			.params(link.id(), ATTEMPTS, Timestamp.from(this.clock.instant()))
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Compares what was entered with the latest code; each try counts.
	 * @return a secret that stands for the person for two hours; empty when the code is
	 * wrong, worn out or expired
	 */
	@Transactional
	public Optional<String> verify(SignedLink link, String digits) {
		Timestamp now = Timestamp.from(this.clock.instant());
		Optional<Stored> tried = this.jdbc.sql("""
				update signing_code set attempts = attempts + 1
				where id = (select id from signing_code where link_id = ? order by sent_at desc limit 1)
					and verified_at is null and attempts < ? and expires_at > ?
				returning id, code_mac""")
			.params(link.id(), ATTEMPTS, now)
			.query((row, number) -> new Stored(row.getObject("id", UUID.class), row.getString("code_mac")))
			.optional();
		return tried.filter((code) -> same(code.mac(), mac(code.id(), digits.replaceAll("\\s", "")))).map((code) -> {
			byte[] secret = new byte[32];
			this.random.nextBytes(secret);
			String session = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
			this.jdbc.sql("update signing_code set verified_at = ?, session_sha256 = ? where id = ?")
				.params(now, Digest.sha256(session), code.id())
				.update();
			return session;
		});
	}

	/**
	 * When the person behind a session showed to read the mailbox; empty when there is no
	 * such session of this link or it is over.
	 */
	public Optional<Instant> verifiedAt(SignedLink link, String session) {
		return this.jdbc.sql("""
				select verified_at from signing_code where link_id = ? and session_sha256 = ? and verified_at > ?""")
			.params(link.id(), Digest.sha256(session), Timestamp.from(this.clock.instant().minus(SESSION)))
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant);
	}

	private Instant last(SignedLink link) {
		Timestamp last = this.jdbc.sql("select max(sent_at) from signing_code where link_id = ?")
			.param(link.id())
			.query((row, number) -> row.getTimestamp(1))
			.list()
			.getFirst();
		return (last != null) ? last.toInstant() : null;
	}

	private int since(SignedLink link, Instant begin) {
		return this.jdbc.sql("select count(*) from signing_code where link_id = ? and sent_at > ?")
			.params(link.id(), Timestamp.from(begin))
			.query(Integer.class)
			.single();
	}

	private String mac(UUID id, String digits) {
		return this.links.mac("signing-code:" + id + ":" + digits);
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
				other.getBytes(StandardCharsets.US_ASCII));
	}

	private record Stored(UUID id, String mac) {
	}

	/** No further code is sent now. */
	public static class TooMany extends RuntimeException {

		/** Why not. */
		public enum Reason {

			TOO_SOON, TOO_OFTEN

		}

		private final Reason reason;

		TooMany(Reason reason) {
			super("No further code is sent now: " + reason);
			this.reason = reason;
		}

		public Reason reason() {
			return this.reason;
		}

	}

}
