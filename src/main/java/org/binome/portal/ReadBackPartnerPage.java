package org.binome.portal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.binome.contract.Contracts;
import org.binome.contract.ReadBacks;
import org.binome.contract.Revision;
import org.binome.contract.Signatures.OtherRevision;
import org.binome.gate.ReadBackPolicy;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.SignedLink;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where a signatory of the partner restates one revision in their own words, without
 * seeing ours (CON-04).
 */
@Component
class ReadBackPartnerPage implements PartnerPage {

	private final Contracts contracts;

	private final ReadBacks readBacks;

	private final PageImages images;

	private final Organisations organisations;

	private final MessageSource messages;

	ReadBackPartnerPage(Contracts contracts, ReadBacks readBacks, PageImages images, Organisations organisations,
			MessageSource messages) {
		this.contracts = contracts;
		this.readBacks = readBacks;
		this.images = images;
		this.organisations = organisations;
		this.messages = messages;
	}

	@Override
	public String purpose() {
		return "read-back";
	}

	@Override
	public String view() {
		return "partner/read-back";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		Revision revision = asked(link);
		Map<String, Object> model = new HashMap<>();
		model.put("contract", this.contracts.get(link.subjectId()));
		model.put("revision", revision);
		model.put("pages", this.images.pages(revision));
		model.put("pictures", this.images.dataUris(revision));
		model.put("topics", Arrays.stream(Topic.values()).map(Topic::name).toList());
		return model;
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		Map<Topic, String> words = new EnumMap<>(Topic.class);
		for (Topic topic : Topic.values()) {
			words.put(topic, Entries.text(form, topic.name()));
		}
		Map<String, String> errors = new LinkedHashMap<>();
		for (Topic topic : Topic.values()) {
			if (!ReadBackPolicy.says(words.get(topic))) {
				errors.put(topic.name(), this.messages.getMessage("restate.error.words",
						new Object[] { topic.label(who.locale().getLanguage()) }, who.locale()));
			}
		}
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		try {
			this.readBacks.restateForPartner(link, this.organisations.person(link.personId()), words,
					Objects.requireNonNullElse(form.getFirst("sha256"), ""));
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return Outcome.accepted(
				"Vos mots sont arrivés. Nous les comparons aux nôtres ; si quelque chose diffère, nous vous en parlerons avant la signature.",
				"Your words have arrived. We compare them with ours; if something differs, we will talk to you before anybody signs.");
	}

	private Revision asked(SignedLink link) {
		try {
			return this.readBacks.asked(link);
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
	}

}
