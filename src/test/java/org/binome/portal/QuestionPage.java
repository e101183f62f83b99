package org.binome.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.util.MultiValueMap;

/**
 * The smallest page for partners, with every kind of field.
 */
class QuestionPage implements PartnerPage {

	private final SignedLinks links;

	private final List<String> answers = new CopyOnWriteArrayList<>();

	QuestionPage(SignedLinks links) {
		this.links = links;
	}

	@Override
	public String purpose() {
		return "question";
	}

	@Override
	public String view() {
		return "partner/question";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		return Map.of("question", "fr".equals(locale.getLanguage()) ? "Êtes-vous d’accord ?" : "Do you agree?");
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		if (!"yes".equals(form.getFirst("answer"))) {
			return Outcome.rejected(Map.of("answer",
					"fr".equals(who.locale().getLanguage()) ? "Répondez oui ou non." : "Answer yes or no."));
		}
		this.links.use(link);
		this.answers.add(link.id() + " " + form.getFirst("note"));
		return Outcome.accepted("Nous avons bien reçu votre réponse.", "We have received your answer.");
	}

	/** What was answered, with the id of the link. */
	List<String> answers() {
		return this.answers;
	}

}
