package org.binome.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.binome.account.Accounts;
import org.binome.approach.Replies;
import org.binome.approach.Reply;
import org.binome.approach.ReplyOutcome;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLink;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where a person we wrote to answers: interested, not now, no, or never again (APP-11,
 * APP-15).
 */
@Component
class ReplyPartnerPage implements PartnerPage {

	private static final int YEARS_AHEAD = 5;

	private final Replies replies;

	private final Partnerships partnerships;

	private final Accounts accounts;

	private final MessageSource messages;

	private final Clock clock;

	ReplyPartnerPage(Replies replies, Partnerships partnerships, Accounts accounts, MessageSource messages,
			Clock clock) {
		this.replies = replies;
		this.partnerships = partnerships;
		this.accounts = accounts;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String purpose() {
		return "reply";
	}

	@Override
	public String view() {
		return "partner/reply";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		String owner = this.partnerships.get(link.partnershipId()).owner();
		return Map.of("sender", this.accounts.nameOf(owner), "tomorrow", today().plusDays(1).toString(), "latest",
				today().plusYears(YEARS_AHEAD).toString());
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		var errors = new LinkedHashMap<String, String>();
		ReplyOutcome outcome = switch (Entries.text(form, "outcome")) {
			case "interested" -> ReplyOutcome.INTERESTED;
			case "not_now" -> ReplyOutcome.NOT_NOW;
			case "no" -> ReplyOutcome.NO;
			case "do_not_contact" -> ReplyOutcome.DO_NOT_CONTACT;
			default -> null;
		};
		if (outcome == null) {
			errors.put("outcome", this.messages.getMessage("reply.outcome.missing", null, who.locale()));
		}
		LocalDate returnOn = null;
		String date = Entries.text(form, "returnOn");
		if (outcome == ReplyOutcome.NOT_NOW && !date.isEmpty()) {
			returnOn = date(date);
			if (returnOn == null) {
				errors.put("returnOn", this.messages.getMessage("reply.returnOn.wrong", null, who.locale()));
			}
		}
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		this.replies.answer(link, new Reply(outcome, Entries.text(form, "note"), returnOn));
		return thanks(outcome);
	}

	private static Outcome thanks(ReplyOutcome outcome) {
		return switch (outcome) {
			case INTERESTED -> Outcome.accepted("Nous en sommes ravis et vous écrirons pour faire connaissance.",
					"We are delighted and will write to you to get acquainted.");
			case NOT_NOW -> Outcome.accepted("C’est noté. Nous ne reviendrons vers vous qu’à un meilleur moment.",
					"Noted. We will come back to you at a better time only.");
			case DO_NOT_CONTACT ->
				Outcome.accepted("C’est noté. Nous ne vous écrirons plus.", "Noted. We will not write to you again.");
			case NO, SILENCE -> Outcome.accepted("Merci de nous l’avoir dit. Votre choix est respecté.",
					"Thank you for telling us. Your choice is respected.");
		};
	}

	private LocalDate date(String text) {
		try {
			LocalDate date = LocalDate.parse(text);
			boolean ahead = date.isAfter(today()) && !date.isAfter(today().plusYears(YEARS_AHEAD));
			return ahead ? date : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
