package org.binome.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.binome.partner.Organisations;
import org.binome.partner.SignedLink;
import org.binome.relationship.Correspondence;
import org.binome.relationship.Objectives;
import org.binome.relationship.TermSheetRevision;
import org.binome.relationship.TermSheetRevision.Answer;
import org.binome.relationship.TermSheets;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where a party accepts exactly one revision of the terms, asks for changes or declines
 * (CON-06), each for itself (CON-12).
 */
@Component
class TermSheetPartnerPage implements PartnerPage {

	private final TermSheets termSheets;

	private final Objectives objectives;

	private final Correspondence correspondence;

	private final Organisations organisations;

	private final MessageSource messages;

	TermSheetPartnerPage(TermSheets termSheets, Objectives objectives, Correspondence correspondence,
			Organisations organisations, MessageSource messages) {
		this.termSheets = termSheets;
		this.objectives = objectives;
		this.correspondence = correspondence;
		this.organisations = organisations;
		this.messages = messages;
	}

	@Override
	public String purpose() {
		return "term-sheet";
	}

	@Override
	public String view() {
		return "partner/term-sheet";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		TermSheetRevision revision = this.termSheets.asked(link);
		return Map.of("revision", revision.revision(), "terms",
				this.correspondence.terms(revision, this.termSheets.side(revision, link), locale), "objectives",
				this.objectives.of(link.partnershipId())
					.stream()
					.filter((objective) -> objective.target() != null && objective.dueOn() != null)
					.toList(),
				"organisation", this.organisations.get(this.organisations.person(link.personId()).organisationId()));
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		Optional<Answer> answer = answer(form.getFirst("answer"));
		String note = Entries.text(form, "note");
		if (answer.isEmpty()) {
			return rejected("answer", "terms.answer.missing", who);
		}
		if (answer.get() != Answer.ACCEPTED && note.isBlank()) {
			return rejected("note", "terms.note.missing", who);
		}
		this.termSheets.answer(link, answer.get(), note);
		return switch (answer.get()) {
			case ACCEPTED -> Outcome.accepted(
					"Vous avez accepté ces conditions. Notre direction donne maintenant sa réponse, puis nous préparons le contrat.",
					"You have accepted these terms. Our management now gives its answer, then we prepare the contract.");
			case CHANGES ->
				Outcome.accepted("Nous avons noté ce que vous voulez changer et vous enverrons une nouvelle révision.",
						"We have noted what you want to change and will send you a new revision.");
			case DECLINED -> Outcome.accepted("Nous avons noté votre refus. Merci de nous l’avoir dit franchement.",
					"We have noted that you decline. Thank you for telling us frankly.");
		};
	}

	private Outcome rejected(String field, String message, RequestInfo who) {
		return Outcome.rejected(Map.of(field, this.messages.getMessage(message, null, who.locale())));
	}

	private static Optional<Answer> answer(String value) {
		return switch ((value != null) ? value : "") {
			case "accepted" -> Optional.of(Answer.ACCEPTED);
			case "changes" -> Optional.of(Answer.CHANGES);
			case "declined" -> Optional.of(Answer.DECLINED);
			default -> Optional.empty();
		};
	}

}
