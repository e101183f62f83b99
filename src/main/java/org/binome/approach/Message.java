package org.binome.approach;

import java.util.UUID;

/**
 * A revision of the message of one attempt, as the partner would read it.
 *
 * @param language the partner's
 * @param decision null until a colleague has read it
 * @param comment the colleague's, may be empty
 */
public record Message(UUID id, UUID attemptId, int revision, Draft draft, String language, String subject, String body,
		String author, Review decision, String comment) {

	/** Stands in the body where the personal link goes. */
	static final String LINK = "[[reply-link]]";

	/** The body with a word for the link, which is made when the message is sent. */
	public String preview() {
		return this.body.replace(LINK, "fr".equals(this.language) ? "(lien personnel)" : "(personal link)");
	}

	String body(String link) {
		return this.body.replace(LINK, link);
	}

	/** What a colleague says who reads it as the partner would (APP-14). */
	public enum Review {

		SEND, RETURN

	}

}
