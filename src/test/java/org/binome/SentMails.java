package org.binome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Keeps mails instead of sending them.
 */
public class SentMails extends JavaMailSenderImpl {

	private final List<MimeMessage> messages = new CopyOnWriteArrayList<>();

	private final AtomicReference<Refusal> refusal = new AtomicReference<>();

	/**
	 * The server takes no mail to this address the next time one is sent there.
	 * @param meanwhile what happens before it is tried again
	 */
	public void refuseOnce(String address, Runnable meanwhile) {
		this.refusal.set(new Refusal(address, meanwhile));
	}

	@Override
	public void send(MimeMessage... messages) throws MailException {
		try {
			for (MimeMessage message : messages) {
				message.saveChanges();
			}
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
		Refusal refusal = this.refusal.get();
		if (refusal != null && header(messages[0], "To").contains(refusal.address())
				&& this.refusal.compareAndSet(refusal, null)) {
			refusal.meanwhile().run();
			throw new MailSendException("The server takes no mail now");
		}
		this.messages.addAll(Arrays.asList(messages));
	}

	public List<MimeMessage> to(String address) {
		return this.messages.stream().filter((message) -> header(message, "To").contains(address)).toList();
	}

	/** The text of the latest mail to this address. */
	public String latestTextTo(String address) {
		return text(to(address).getLast());
	}

	/** The token of the signed link in the latest mail to this address. */
	public String latestTokenTo(String address) {
		Matcher matcher = Pattern.compile("/p/([A-Za-z0-9_-]+)").matcher(latestTextTo(address));
		if (!matcher.find()) {
			throw new AssertionError("No link in: " + latestTextTo(address));
		}
		return matcher.group(1);
	}

	public static String text(MimeMessage message) {
		try {
			if (message.getContent() instanceof Multipart multipart) {
				BodyPart first = multipart.getBodyPart(0);
				return (first.getContent() instanceof Multipart inner) ? inner.getBodyPart(0).getContent().toString()
						: first.getContent().toString();
			}
			return message.getContent().toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Refusal(String address, Runnable meanwhile) {
	}

	private static String header(MimeMessage message, String name) {
		try {
			return message.getHeader(name, ",");
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
