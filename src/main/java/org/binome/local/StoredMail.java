package org.binome.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.web.util.HtmlUtils;

/**
 * A mail that the sink has taken.
 *
 * @param id name of its file without extension
 * @param text its body as plain text, taken out of HTML when there is nothing else
 */
public record StoredMail(String id, String from, List<String> to, String subject, Instant receivedAt, String text,
		List<Attachment> attachments) {

	private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");

	/**
	 * A file that came along.
	 *
	 * @param size in bytes
	 */
	public record Attachment(String name, String contentType, int size) {
	}

	/**
	 * A piece of the body.
	 *
	 * @param link whether it is an address that can be followed
	 */
	public record Passage(String text, boolean link) {
	}

	record Content(String name, String contentType, byte[] bytes) {
	}

	static StoredMail read(String id, byte[] source) {
		try {
			MimeMessage message = message(source);
			Body body = Body.of(message);
			return new StoredMail(id, addresses(message.getFrom()).findFirst().orElse(""),
					addresses(message.getRecipients(Message.RecipientType.TO)).toList(),
					Objects.requireNonNullElse(message.getSubject(), ""), receivedAt(id), body.text(),
					body.attachments.stream()
						.map((content) -> new Attachment(content.name(), content.contentType(), content.bytes().length))
						.toList());
		}
		catch (MessagingException | IOException ex) {
			return new StoredMail(id, "", List.of(), "(unreadable)", receivedAt(id), ex.getMessage(), List.of());
		}
	}

	static Optional<Content> attachment(byte[] source, int index) {
		try {
			List<Content> attachments = Body.of(message(source)).attachments;
			return (index >= 0 && index < attachments.size()) ? Optional.of(attachments.get(index)) : Optional.empty();
		}
		catch (MessagingException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The sink names files by the time. */
	private static Instant receivedAt(String id) {
		return LocalDateTime.parse(id.substring(0, id.indexOf('Z')), MailSink.TIME).toInstant(ZoneOffset.UTC);
	}

	private static MimeMessage message(byte[] source) throws MessagingException {
		return new MimeMessage(null, new ByteArrayInputStream(source));
	}

	private static Stream<String> addresses(Address[] addresses) {
		return Stream.ofNullable(addresses)
			.flatMap(Arrays::stream)
			.map((address) -> (address instanceof InternetAddress internet) ? internet.toUnicodeString()
					: address.toString());
	}

	/** The body cut into plain text and addresses. */
	public List<Passage> passages() {
		List<Passage> passages = new ArrayList<>();
		Matcher matcher = LINK.matcher(this.text);
		int end = 0;
		while (matcher.find()) {
			passages.add(new Passage(this.text.substring(end, matcher.start()), false));
			passages.add(new Passage(matcher.group(), true));
			end = matcher.end();
		}
		passages.add(new Passage(this.text.substring(end), false));
		return passages;
	}

	@JsonProperty
	public List<String> links() {
		return passages().stream().filter(Passage::link).map(Passage::text).toList();
	}

	/**
	 * The parts of a message by what they are for.
	 */
	private static final class Body {

		private final StringBuilder plain = new StringBuilder();

		private final StringBuilder html = new StringBuilder();

		private final List<Content> attachments = new ArrayList<>();

		private static Body of(Part message) throws MessagingException, IOException {
			Body body = new Body();
			body.add(message);
			return body;
		}

		private void add(Part part) throws MessagingException, IOException {
			boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
			if (!attached && part.isMimeType("text/html")) {
				this.html.append(part.getContent());
			}
			else if (!attached && part.isMimeType("text/*")) {
				this.plain.append(part.getContent());
			}
			else if (part.isMimeType("multipart/*")) {
				Multipart parts = (Multipart) part.getContent();
				for (int index = 0; index < parts.getCount(); index++) {
					add(parts.getBodyPart(index));
				}
			}
			else {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				part.getInputStream().transferTo(bytes);
				String name = Objects.requireNonNullElse(part.getFileName(), "part-" + this.attachments.size());
				this.attachments
					.add(new Content(name, part.getContentType().replaceAll(";.*", "").strip(), bytes.toByteArray()));
			}
		}

		private String text() {
			if (!this.plain.isEmpty() || this.html.isEmpty()) {
				return this.plain.toString().replace("\r\n", "\n").strip();
			}
			String text = this.html.toString()
				.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", "")
				.replaceAll("(?is)<a\\b[^>]*href=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", "$2 $1")
				.replaceAll("\\s+", " ")
				.replaceAll("(?i)<(br|/p|/div|/tr|/h\\d|/li)\\b[^>]*>", "\n")
				.replaceAll("<[^>]*>", "");
			return HtmlUtils.htmlUnescape(text).strip();
		}

	}

}
