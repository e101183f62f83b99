package org.binome.portal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.ReadBack;
import org.binome.contract.ReadBacks;
import org.binome.contract.ReadBacks.Comparison;
import org.binome.contract.Signature.Side;
import org.binome.contract.Signatures.OtherRevision;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisations;
import org.binome.partner.SignedLink;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Where a signatory of the partner confirms what was settled after both sides had read
 * something different in the contract (CON-04).
 */
@Component
class ConfirmationPartnerPage implements PartnerPage {

	private final Contracts contracts;

	private final ReadBacks readBacks;

	private final Organisations organisations;

	private final MessageSource messages;

	ConfirmationPartnerPage(Contracts contracts, ReadBacks readBacks, Organisations organisations,
			MessageSource messages) {
		this.contracts = contracts;
		this.readBacks = readBacks;
		this.organisations = organisations;
		this.messages = messages;
	}

	@Override
	public String purpose() {
		return "read-back-confirmation";
	}

	@Override
	public String view() {
		return "partner/read-back-confirmation";
	}

	@Override
	public Map<String, Object> model(SignedLink link, Locale locale) {
		Comparison settled = settled(link);
		Contract contract = this.readBacks.contractOf(settled);
		List<ReadBack> said = this.readBacks.of(this.contracts.current(contract.id()).orElseThrow());
		Map<String, Object> model = new HashMap<>();
		model.put("contract", contract);
		model.put("understanding", settled.understanding());
		model.put("differences", settled.different().stream().map((topic) -> {
			String theirs = words(said, topic, (one) -> one.person().equals(link.personId().toString()));
			return Map.of("topic", topic.name(), "theirs", theirs, "ours",
					words(said, topic, (one) -> one.side() == Side.OURS));
		}).toList());
		return model;
	}

	@Override
	public Outcome submit(SignedLink link, MultiValueMap<String, String> form, RequestInfo who) {
		String decision = Entries.text(form, "decision");
		String note = Entries.text(form, "note");
		Map<String, String> errors = new LinkedHashMap<>();
		if (!decision.equals("yes") && !decision.equals("no")) {
			errors.put("decision", this.messages.getMessage("confirm.error.decision", null, who.locale()));
		}
		if (decision.equals("no") && note.isEmpty()) {
			errors.put("note", this.messages.getMessage("confirm.error.note", null, who.locale()));
		}
		if (!errors.isEmpty()) {
			return Outcome.rejected(errors);
		}
		try {
			this.readBacks.confirm(link, this.organisations.person(link.personId()), decision.equals("yes"), note);
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return Outcome.accepted("Votre réponse est enregistrée et transmise à votre interlocuteur.",
				"Your answer is recorded and passed on to your contact.");
	}

	private Comparison settled(SignedLink link) {
		try {
			return this.readBacks.toConfirm(link);
		}
		catch (OtherRevision ex) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
	}

	private static String words(List<ReadBack> said, Topic topic, Predicate<ReadBack> who) {
		return said.stream().filter(who).findFirst().map((one) -> one.words().get(topic)).orElse("");
	}

}
