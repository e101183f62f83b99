package org.binome.partner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues and checks the signed links in our mails. A token is the link's id with an
 * HMAC-SHA-256 over it (RFC 2104), so a link can be mailed again without storing the
 * token.
 */
@Repository
public class SignedLinks {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecretKeySpec key;

	private final String portalUrl;

	SignedLinks(JdbcClient jdbc, Clock clock, @Value("${binome.links.secret}") String secret,
			@Value("${binome.portal-url}") String portalUrl) {
		if (secret.length() < 32) {
			throw new IllegalArgumentException(
					"binome.links.secret must have at least 32 characters; it signs the links in our mails");
		}
		this.jdbc = jdbc;
		this.clock = clock;
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		this.portalUrl = portalUrl;
	}

	/**
	 * The link for this business key, made if there is none yet.
	 * @param businessKey what the link is for, such as "pillars:" + round; a retried
	 * worker gets the same link
	 */
	@Transactional
	public SignedLink issue(String purpose, UUID partnershipId, UUID personId, UUID subjectId, String businessKey,
			Duration validity) {
		this.jdbc.sql("""
				insert into signed_link (id, purpose, partnership_id, person_id, subject_id, business_key, expires_at)
				values (?, ?, ?, ?, ?, ?, ?) on conflict (business_key) do nothing""")
			.params(UUID.randomUUID(), purpose, partnershipId, personId, subjectId, businessKey,
					Timestamp.from(this.clock.instant().plus(validity)))
			.update();
		return this.jdbc.sql("select * from signed_link where business_key = ?")
			.param(businessKey)
			.query(this::link)
			.single();
	}

	/** Gives a link that has not been used more time from now on. */
	@Transactional
	public SignedLink extend(SignedLink link, Duration validity) {
		return this.jdbc.sql("update signed_link set expires_at = ? where id = ? and used_at is null returning *")
			.params(Timestamp.from(this.clock.instant().plus(validity)), link.id())
			.query(this::link)
			.optional()
			.orElse(link);
	}

	/**
	 * The link behind a token.
	 * @throws InvalidLink if the token is not ours or the link has expired
	 */
	public SignedLink resolve(String token) {
		UUID id = verify(token);
		SignedLink link = this.jdbc.sql("select * from signed_link where id = ?")
			.param(id)
			.query(this::link)
			.optional()
			.orElseThrow(() -> new InvalidLink(InvalidLink.Reason.UNKNOWN));
		if (!link.used() && link.expiresAt().isBefore(this.clock.instant())) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return link;
	}

	/**
	 * Uses the link up: one link, one person, one use. Call it in the transaction that
	 * stores the answer.
	 * @throws InvalidLink if it has been used already
	 */
	@Transactional
	public void use(SignedLink link) {
		int rows = this.jdbc.sql("update signed_link set used_at = now() where id = ? and used_at is null")
			.param(link.id())
			.update();
		if (rows == 0) {
			throw new InvalidLink(InvalidLink.Reason.USED);
		}
	}

	/**
	 * What only this application can compute of a text: keeps a short secret, such as a
	 * code in a mail, from whoever can read the database.
	 */
	public String mac(String text) {
		return HexFormat.of().formatHex(mac(text.getBytes(StandardCharsets.UTF_8)));
	}

	private UUID verify(String token) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(token);
			if (bytes.length == 48) {
				byte[] id = Arrays.copyOf(bytes, 16);
				if (MessageDigest.isEqual(mac(id), Arrays.copyOfRange(bytes, 16, 48))) {
					ByteBuffer buffer = ByteBuffer.wrap(id);
					return new UUID(buffer.getLong(), buffer.getLong());
				}
			}
		}
		catch (IllegalArgumentException ex) {
			// not base64: falls through to the refusal
		}
		throw new InvalidLink(InvalidLink.Reason.UNKNOWN);
	}

	private String token(UUID id) {
		byte[] bytes = ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
		byte[] token = ByteBuffer.allocate(48).put(bytes).put(mac(bytes)).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	private byte[] mac(byte[] bytes) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			return mac.doFinal(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private SignedLink link(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Timestamp used = row.getTimestamp("used_at");
		return new SignedLink(id, row.getString("purpose"), row.getObject("partnership_id", UUID.class),
				row.getObject("person_id", UUID.class), row.getObject("subject_id", UUID.class),
				this.portalUrl + "/p/" + token(id), row.getTimestamp("expires_at").toInstant(),
				(used != null) ? used.toInstant() : null);
	}

}
