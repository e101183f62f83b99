package org.binome.mail;

import java.util.List;
import java.util.UUID;

/**
 * A mail to be sent once.
 *
 * @param businessKey what it is for; a second mail with the same key is not sent
 * @param partnershipId the partnership it belongs to, may be null
 * @param text plain text body
 */
public record Mail(String businessKey, UUID partnershipId, String to, String subject, String text,
		List<Attachment> attachments) {

	public Mail(String businessKey, UUID partnershipId, String to, String subject, String text) {
		this(businessKey, partnershipId, to, subject, text, List.of());
	}

	/** A file that goes with the mail. */
	public record Attachment(String name, String contentType, byte[] bytes) {
	}

}
