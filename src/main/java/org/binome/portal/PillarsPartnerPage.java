package org.binome.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.binome.partner.SignedLink;
import org.binome.relationship.PillarScores;
import org.binome.relationship.Pillars;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where the partner scores the four pillars without seeing our scores (QUA-02 to QUA-05).
 */
@Component
class PillarsPartnerPage implements PartnerPage {

	private static final List<String> PILLARS = List.of("desire", "project", "balance", "contract");

	private final Pillars pillars;

	private final MessageSource messages;

	PillarsPartnerPage(Pillars pillars, MessageSource messages) {
		this.pillars = pillars;
		this.messages = messages;
	}

	@Override
	public String purpose() {
		return "pillars";
	}

	@Override
	public String view() {
		return "partner/pillars";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		return Map.of("round", this.pillars.asked(link).number());
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		var errors = new LinkedHashMap<String, String>();
		for (String pillar : PILLARS) {
			if (score(form, pillar) == null) {
				errors.put(pillar, this.messages.getMessage("pillars." + pillar, null, who.locale()) + " – "
						+ this.messages.getMessage("pillars.missing", null, who.locale()));
			}
		}
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		this.pillars.scoreForPartner(link, new PillarScores(score(form, "desire"), score(form, "project"),
				score(form, "balance"), score(form, "contract"), Entries.text(form, "comment")));
		return Outcome.accepted("Vos notes sont arrivées. Nous les regarderons à côté des nôtres et vous en parlerons.",
				"Your scores have arrived. We will look at them beside ours and talk to you about it.");
	}

	private static Integer score(MultiValueMap<String, String> form, String pillar) {
		String value = form.getFirst(pillar);
		return (value != null && value.matches("[1-5]")) ? Integer.valueOf(value) : null;
	}

}
