package org.binome.mail;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/**
 * Sends mails by SMTP, each business key once. Between the server's acceptance and our
 * note of it a crash can repeat a mail; it then carries the same Message-ID, so mail
 * programs show it once.
 */
@Service
public class Mailer {

	private final JavaMailSender sender;

	private final JdbcClient jdbc;

	private final String from;

	Mailer(JavaMailSender sender, JdbcClient jdbc, @Value("${binome.mail.from}") String from) {
		this.sender = sender;
		this.jdbc = jdbc;
		this.from = from;
	}

	/**
	 * Sends the mail unless it has been sent.
	 * @throws org.springframework.mail.MailException if the server does not take it; call
	 * again later
	 */
	public void send(Mail mail) {
		this.jdbc.sql("""
				insert into mail (id, business_key, recipient, subject, partnership_id) values (?, ?, ?, ?, ?)
				on conflict (business_key) do nothing""")
			.params(UUID.randomUUID(), mail.businessKey(), mail.to(), mail.subject(), mail.partnershipId())
			.update();
		this.jdbc.sql("select id from mail where business_key = ? and sent_at is null")
			.param(mail.businessKey())
			.query(UUID.class)
			.optional()
			.ifPresent((id) -> {
				this.sender.send(message(mail, id));
				this.jdbc.sql("update mail set sent_at = now() where id = ?").param(id).update();
			});
	}

	private MimeMessage message(Mail mail, UUID id) {
		try {
			MimeMessage message = new IdentifiedMessage(this.sender.createMimeMessage(), id);
			MimeMessageHelper helper = new MimeMessageHelper(message, !mail.attachments().isEmpty(),
					StandardCharsets.UTF_8.name());
			helper.setFrom(this.from);
			helper.setTo(mail.to());
			helper.setSubject(mail.subject());
			helper.setText(mail.text());
			for (Mail.Attachment attachment : mail.attachments()) {
				helper.addAttachment(attachment.name(), new ByteArrayResource(attachment.bytes()),
						attachment.contentType());
			}
			return message;
		}
		catch (MessagingException ex) {
			throw new IllegalArgumentException(
					"The mail '" + mail.subject() + "' to " + mail.to() + " can't be written: " + ex.getMessage(), ex);
		}
	}

	/** A message whose id stays the same when it is sent again. */
	private static final class IdentifiedMessage extends MimeMessage {

		private final UUID id;

		IdentifiedMessage(MimeMessage message, UUID id) throws MessagingException {
			super(message.getSession());
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", "<" + this.id + "@binome>");
		}

	}

}
