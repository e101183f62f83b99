package org.binome.portal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.binome.partner.SignedLink;
import org.binome.planning.Change;
import org.binome.planning.ChangeText;
import org.binome.planning.Changes;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where the partner agrees to a change of the plan or refuses it (PLA-03).
 */
@Component
class PlanChangePartnerPage implements PartnerPage {

	private final Changes changes;

	private final ChangeText text;

	private final MessageSource messages;

	PlanChangePartnerPage(Changes changes, ChangeText text, MessageSource messages) {
		this.changes = changes;
		this.text = text;
		this.messages = messages;
	}

	@Override
	public String purpose() {
		return "plan-change";
	}

	@Override
	public String view() {
		return "partner/plan-change";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		Change change = this.changes.asked(link);
		String language = locale.getLanguage();
		return Map.of("name", this.text.action(change, language), "becomes", this.text.becomes(change, language),
				"launch", this.text.launch(change, language), "necessity", change.wish().necessity(), "impact",
				change.wish().impact());
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		String decision = Entries.text(form, "decision");
		String reason = Entries.text(form, "reason");
		Map<String, String> errors = new LinkedHashMap<>();
		if (!decision.equals("agree") && !decision.equals("refuse")) {
			errors.put("decision", this.messages.getMessage("change.error.decision", null, who.locale()));
		}
		if (decision.equals("refuse") && reason.isEmpty()) {
			errors.put("reason", this.messages.getMessage("change.error.reason", null, who.locale()));
		}
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		this.changes.answer(link, decision.equals("agree"), reason);
		return decision.equals("agree")
				? Outcome.accepted("Vous êtes d’accord : le plan et votre agenda suivent.",
						"You agree: the plan and your calendar follow.")
				: Outcome.accepted(
						"Vous n’êtes pas d’accord : le plan reste comme il est. Votre interlocuteur le sait.",
						"You do not agree: the plan stays as it is. Your contact knows.");
	}

}
